"""Names in a PRD are anybody's words: whatever they are, the files are valid and their tests pass."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agents.builtin.decomposing.names import distinct, kebab, package, pascal, plain, plural, snake
from agents.builtin.markdown import markdown
from agents.builtin.scaffold.text import comment, fill, quoted
from agents.schemas.architecture import ProductKind
from agents.schemas.requirements import Entity
from tests.agents.scaffold.building import built, check_types, run_tests, write
from tests.agents.scaffold.plans import invoices

HOSTILE = (
    'Order"""',
    "Class",
    "发票",
    "Счёт",
    "x" * 200,
    "Invoice",
    "invoice",
    "API Invoice",
    "Health",
    "Exception",
    "Map",
    "*/ process.exit(1) /*",
    "«package»",
    "${process.exit(1)}",
    "2FA Code",
    "Store",
    "__proto__",
    "a\u202eb",
    "Ev'il\\",
    "Line\nbreak",
    "🙂",
)
ATTRIBUTES = (
    "class",
    "self",
    "self",
    "名称",
    '"""); import os',
    "*/",
    "date",
    "created at",
    "e-mail",
    "is active",
    "constructor",
    "fields",
    "y" * 200,
    "2nd line",
    "\u0000",
)


@pytest.mark.parametrize("language", ["Python", "JavaScript", "TypeScript"])
def test_a_plan_full_of_hostile_names_gives_files_whose_tests_pass(language: str, tmp_path: Path) -> None:
    entities = tuple(
        Entity(id=f"E-{number}", name=name, attributes=ATTRIBUTES, lines=(number,))
        for number, name in enumerate(HOSTILE, start=1)
    )
    result = built(invoices(language=language, product='"; DROP «slug» */ """ ${x}', entities=entities))
    domain = [unit for unit in result.backlog.units if unit.kind == "entity"]
    assert len(domain) == len(HOSTILE)
    assert {unit.id for unit in domain} <= set(result.done)
    assert all(path.isascii() and " " not in path and len(path) < 120 for path in result.tree)
    run_tests(result.tree, folder=tmp_path)


WORDS = st.text(min_size=1, max_size=30)


@settings(max_examples=40, deadline=None)
@example(names=["A"], attributes=[], product="0")
@given(names=st.lists(WORDS, min_size=1, max_size=4), attributes=st.lists(WORDS, max_size=4), product=WORDS)
def test_any_words_give_python_that_compiles_and_paths_that_are_safe(
    names: list[str], attributes: list[str], product: str
) -> None:
    entities = tuple(
        Entity(id=f"E-{number}", name=name, attributes=tuple(attributes))
        for number, name in enumerate(names, start=1)
    )
    result = built(invoices(product=product, entities=entities))
    assert {unit.id for unit in result.backlog.units if unit.kind == "entity"} <= set(result.done)
    for path, content in result.tree.items():
        assert re.fullmatch(r"[a-z0-9._/-]+|README\.md|(?:infra|docs/[a-z]+)/README\.md", path)
        content.encode()
        if path.endswith(".py"):
            compile(content, path, "exec")


def test_the_python_files_satisfy_ruff_and_mypy(tmp_path: Path) -> None:
    write(built(invoices()).tree, folder=tmp_path)
    tools = Path(sys.executable).parent
    select = "--select=E,F,I,UP,B,SIM,ANN"
    for command in (
        [str(tools / "ruff"), "check", "--isolated", "--no-cache", "--line-length=120", select, "."],
        [str(tools / "ruff"), "format", "--isolated", "--no-cache", "--line-length=120", "--check", "."],
        [str(tools / "mypy"), "--strict", "--cache-dir=/dev/null", "invoice_desk", "tests"],
    ):
        ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=50, check=False)
        assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("kind", ["service", "cli", "library"])
def test_the_types_in_the_comments_of_javascript_are_right(kind: ProductKind, tmp_path: Path) -> None:
    tree = built(invoices(kind=kind, language="JavaScript")).tree
    assert '"dependencies"' not in tree["package.json"]
    write(tree, folder=tmp_path)
    check_types(tmp_path, project="jsconfig.json")


def test_typescript_is_checked_with_the_packages_it_names() -> None:
    named = json.loads(built(invoices(language="TypeScript")).tree["package.json"])
    checked = json.loads(Path("tests/typescript/package.json").read_text("utf-8"))
    assert named["devDependencies"] == checked["dependencies"]
    assert "dependencies" not in named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Invoice Line", "invoice_line"),
        ("InvoiceLine", "invoice_line"),
        ("Größe", "grosse"),
        ("Usługa", "usluga"),
        ("Smørrebrød", "smorrebrod"),
        ("class", "class_"),
        ("await", "await_"),
        ("2FA", "thing_2fa"),
        ("发票", "thing_a15236"),
        ("", "thing_e3b0c4"),
    ],
)
def test_any_words_become_an_identifier(text: str, name: str) -> None:
    assert snake(text, fallback="thing") == name
    assert name.isidentifier()


def test_a_long_name_is_cut_and_stays_different_from_its_neighbour() -> None:
    one, two = (snake("word " * 40 + end, fallback="thing") for end in "ab")
    assert one != two
    assert len(one) <= 40


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Invoice Line", "InvoiceLine"),
        ("Map", "MapRecord"),
        ("Exception", "ExceptionRecord"),
        ("none", "NoneRecord"),
    ],
)
def test_a_class_hides_no_built_in_name(text: str, name: str) -> None:
    assert pascal(text, fallback="entity") == name


@pytest.mark.parametrize(
    ("text", "name"), [("Queue", "queue_app"), ("Tests", "tests_app"), ("Tidy Up", "tidy_up")]
)
def test_a_package_hides_no_module_of_the_standard_library(text: str, name: str) -> None:
    assert package(text) == name


def test_the_same_names_are_told_apart() -> None:
    assert distinct(("a", "A", "b", "a")) == ("a", "A_2", "b", "a_3")


@pytest.mark.parametrize(
    ("one", "many"),
    [("city", "cities"), ("box", "boxes"), ("news", "news"), ("day", "days"), ("address", "addresses")],
)
def test_paths_are_plural(one: str, many: str) -> None:
    assert plural(one) == many


def test_a_slug_for_a_title_without_latin_letters_is_stable() -> None:
    assert kebab("发票", fallback="decision") == "decision-a15236"


def test_signs_around_an_attribute_are_not_told_as_its_name(tmp_path: Path) -> None:
    entities = (
        Entity(
            id="E-1", name="Event", attributes=("updated_at\uff09", "(due date", "\u540d\u79f0"), lines=(3,)
        ),
    )
    tree = built(invoices(language="TypeScript", entities=entities)).tree
    assert "updated_at`:" not in tree["src/domain/event.ts"]
    assert "`due_date`:" not in tree["src/domain/event.ts"]
    assert "\u540d\u79f0." in tree["src/domain/event.ts"]
    run_tests(tree, folder=tmp_path)


def test_words_put_into_a_template_are_not_looked_at_again() -> None:
    assert fill("«one» «two»", one="«two»", two="2") == "«two» 2"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# not a heading", "\\# not a heading"),
        ("<script>", "&lt;script&gt;"),
        ("a | b", "a \\| b"),
        ("[x](javascript:1)", "\\[x\\](javascript:1)"),
        ("@mona `x`", "&#64;mona \\`x\\`"),
        ("- item", "\\- item"),
        ("1. item", "\\1. item"),
        ("a\u202eb\u200bc", "abc"),
    ],
)
def test_markdown_shows_words_as_words(text: str, shown: str) -> None:
    assert markdown(text) == shown


def test_a_comment_cannot_be_closed_from_inside() -> None:
    assert comment('a """ b */ c \\') == "a ''' b * / c /"


def test_a_literal_is_the_same_in_every_language() -> None:
    assert quoted('say "hi"\n\\') == '"say \\"hi\\" \\\\"'


def test_a_line_is_cut_between_words() -> None:
    assert plain("word " * 10, limit=20) == "word word word…"
