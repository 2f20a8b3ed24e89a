"""`config check`: a file that is fine, one with a mistake, and none at all."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.config import command


def test_no_file_in_the_usual_place_means_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command, ["check"])
    assert (done.exit_code, done.stdout) == (0, ".github/signalbox.yml: not there, so all defaults hold\n")


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (None, 2, "not there"),
        ("merge: never\n", 0, "fine; policy digest "),
        ("merge: never\nmerg: always\n", 1, ":2: "),
    ],
    ids=["missing", "fine", "a mistake in line 2"],
)
def test_a_named_file_is_looked_at(tmp_path: Path, text: str | None, code: int, said: str) -> None:
    file = tmp_path / "signalbox.yml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(command, ["check", str(file)])
    assert done.exit_code == code
    assert said in done.output
