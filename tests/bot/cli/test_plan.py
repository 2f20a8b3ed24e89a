"""`python -m bot plan`: the files it writes, and how it refuses what it cannot read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.plan import command

PRD = Path(__file__).parents[2] / "prds" / "clinic-booking.md"


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(command, [str(each) for each in args])


def test_a_prd_becomes_the_files_of_a_plan(tmp_path: Path) -> None:
    result = run("--prd", PRD, "--out", tmp_path / "plan")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "plan").iterdir()) == [
        "architecture_pack.json",
        "architecture_pack_diagram.mmd",
        "architecture_pack_summary.md",
        "decomposition_plan.json",
        "decomposition_plan_summary.md",
    ]
    assert (
        "Waitwell is a web application for patients, receptionists and doctors; it talks to Twilio."
        in result.output
    )
    assert "4/4 requirements and 5/5 quality demands have a component" in result.output


def test_json_prints_the_pack(tmp_path: Path) -> None:
    result = run("--prd", PRD, "--out", tmp_path, "--json")
    assert json.loads(result.output) == json.loads((tmp_path / "architecture_pack.json").read_text())


def test_constraints_reach_the_plan(tmp_path: Path) -> None:
    constraints = tmp_path / "c.yml"
    constraints.write_text("language: Kotlin\n")
    run("--prd", PRD, "--out", tmp_path, "--constraints", constraints)
    assert (
        json.loads((tmp_path / "architecture_pack.json").read_text())["architecture"]["language"] == "Kotlin"
    )


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "The PRD is empty."),
        (b"\x00\x01\x02", "it looks like a binary file"),
        (b"word " * 60_000, "The PRD has 292 KiB; 256 KiB is the most I read."),
        (b"word\n" * 600_000, "The PRD has 2929 KiB; 256 KiB is the most I read."),
        (b"\xe9\xe8\xe7 caf\xe9\n", "This is not UTF-8: byte 1 cannot be read. Save it as UTF-8."),
        ("# Shop".encode("utf-16"), "it looks like a binary file"),
        (b"<!-- nothing else -->\n", "Nothing visible is left of the PRD."),
    ],
    ids=["empty", "binary", "too large", "far too large", "latin", "wide", "hidden"],
)
def test_what_cannot_be_read_ends_with_two_and_writes_nothing(
    tmp_path: Path, content: bytes, complaint: str
) -> None:
    prd = tmp_path / "prd.md"
    prd.write_bytes(content)
    result = run("--prd", prd, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert complaint in result.output
    # One line that says which file, why, and what to do.
    assert result.output.count("\n") == 1
    assert result.output.startswith(f"{prd}: ")
    assert not (tmp_path / "out").exists()


def test_a_missing_file_ends_with_two(tmp_path: Path) -> None:
    assert run("--prd", tmp_path / "none.md", "--out", tmp_path).exit_code == 2


def test_a_folder_for_a_prd_or_a_file_for_a_folder_ends_with_two(tmp_path: Path) -> None:
    assert run("--prd", tmp_path, "--out", tmp_path / "out").exit_code == 2
    (tmp_path / "taken").write_text("")
    assert run("--prd", PRD, "--out", tmp_path / "taken").exit_code == 2
    beneath = run("--prd", PRD, "--out", tmp_path / "taken" / "plan")
    assert (beneath.exit_code, beneath.output.count("\n")) == (2, 1)
    assert beneath.output == f"{tmp_path / 'taken' / 'plan'}: It cannot be written to: Not a directory.\n"


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    """The last name is taken by a folder, which no file can replace."""
    out = tmp_path / "plan"
    (out / ".decomposition_plan_summary.md.part").mkdir(parents=True)
    result = run("--prd", PRD, "--out", out)
    assert result.exit_code == 2
    assert result.output.startswith(f"{out}: It cannot be written to: ")
    assert [path.name for path in out.iterdir()] == [".decomposition_plan_summary.md.part"]


def test_the_last_line_says_what_to_do_next(tmp_path: Path) -> None:
    *_, last = run("--prd", PRD, "--out", tmp_path).output.splitlines()
    assert last.startswith("Read architecture_pack_summary.md first, then decomposition_plan_summary.md.")
