"""What people read about the project is held to what the project is."""

import re
from pathlib import Path

import pytest

from bot.__main__ import SUBCOMMANDS
from config.settings import NAMES
from docs import generate
from policies.codes import CODES
from policies.gates import GATES
from tests.shape.sources import python_files

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page.relative_to(ROOT).as_posix()
    for folder in ("*.md", "docs/*.md", "docs/decisions/*.md", "changelog.d/*.md")
    for page in ROOT.glob(folder)
)
THREATS = [
    f"{letter}{number}"
    for letter, last in (("W", 11), ("A", 24), ("S", 8), ("P", 10), ("X", 16), ("O", 17))
    for number in range(1, last + 1)
]

_LINK = re.compile(r"""(?:\]\(|src=")([^)"#\s]*)(#[^)"\s]*)?[)"]""")
_TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
_ROW = re.compile(r"^\| ([WASPXO][0-9]+) \|", re.MULTILINE)


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def anchors(page: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {"#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", generate.PAGES)
def test_a_page_is_as_the_code_makes_it(page: str) -> None:
    """When this fails, run `python -m docs.generate` and read what changed."""
    assert text(page) == generate.filled(text(page))


def test_the_pages_use_every_generated_part_once() -> None:
    used = [
        part for page in generate.PAGES for part in re.findall(r"<!-- generated: ([a-z-]+) -->", text(page))
    ]
    assert sorted(used) == sorted(generate.parts())


def test_every_gate_stands_in_the_page_about_them_in_order() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \|", text("docs/gates.md"), re.MULTILINE) == [
        gate.RULE for gate in GATES
    ]


def test_every_code_that_is_said_is_in_the_table_and_the_reverse() -> None:
    said = {
        code
        for folder in ("policies", "handlers", "bot")
        for name in python_files(folder)
        if name != "policies/codes.py"
        for code in re.findall(r"SB-[0-9]{3}", text(name))
    }
    assert said == set(CODES)


def test_every_setting_has_words() -> None:
    assert set(generate.SETTINGS) == set(NAMES)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target, anchor in _LINK.findall(text(page)):
        if "://" in target:
            continue
        found = (ROOT / page).parent / target if target else ROOT / page
        assert found.exists(), f"{page} links to {target}"
        if anchor:
            assert anchor in anchors(found.resolve().relative_to(ROOT).as_posix()), (
                f"{page}: {target}{anchor}"
            )


@pytest.mark.parametrize("page", PAGES)
def test_tests_that_are_named_exist(page: str) -> None:
    for file, name in _TEST.findall(text(page)):
        assert (ROOT / file).is_file(), f"{page} names {file}"
        assert not name or re.search(rf"def {name}\(", text(file)), f"{page} names {file}::{name}"


@pytest.mark.parametrize("page", PAGES)
def test_commands_that_are_named_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text(page), re.MULTILINE)) <= targets
    assert set(re.findall(r"python -m bot ([a-z]+)", text(page))) <= set(SUBCOMMANDS)


def test_every_threat_has_its_row() -> None:
    assert _ROW.findall(text("docs/threats.md")) == THREATS


def test_a_threat_names_its_tests_or_says_that_there_are_none() -> None:
    rows = [line for line in text("docs/threats.md").splitlines() if _ROW.match(line)]
    assert [row for row in rows if not _TEST.search(row) and "not covered yet" not in row] == []


def test_decisions_are_numbered_and_say_context_choice_and_price() -> None:
    files = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    for file in files:
        headings = re.findall(r"^## (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert headings == ["Context", "Choice", "Price"], file.name


def test_pictures_are_light() -> None:
    pictures = sorted((ROOT / "docs/images").iterdir())
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 400_000] == []
