"""What red checks said is bounded, clean and without secrets, and the same failure is recognised when it comes again."""

import pytest

from policies.failures import (
    CHARACTERS,
    CHECKS,
    LINES,
    Failure,
    Raw,
    canonical,
    cleaned,
    excerpt,
    failure,
    load,
)


def signature(text: str, check: str = "build") -> str:
    return failure([Raw(check, (text,))]).signature


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\x1b[31mFAILED\x1b[0m test", "FAILED test"),
        ("\x1b]8;;https://evil.example\x07here\x1b]8;;\x07", "here"),
        ("\x1b]0;title\x1b\\x", "x"),
        ("a\x00b\x07c\x9b1md", "abcd"),
        ("progress 1\rprogress 2", "progress 1\nprogress 2"),
        ("right\u202eto\u2066left\u200b\ufeff", "righttoleft"),
        ("2026-11-21T10:00:00.1234567Z make: *** [test] Error 1", "make: *** [test] Error 1"),
        ("##[error]Process completed with exit code 1.", "##[error]Process completed with exit code 1."),
        ("\tindented\r\n", "    indented\n"),
    ],
)
def test_escape_codes_control_characters_and_times_are_taken_out(raw: str, clean: str) -> None:
    assert cleaned(raw) == clean


def test_only_the_end_of_a_long_log_is_kept() -> None:
    long = "\n".join(f"line {number}" for number in range(5000))
    kept = excerpt((long,)).split("\n")
    assert (len(kept), kept[-1]) == (LINES, "line 4999")
    wide = "x" * (3 * CHARACTERS)
    assert len(excerpt((wide,))) == CHARACTERS
    many = failure(Raw(f"job {number}", (wide,)) for number in range(20))
    assert len(many.reports) == CHECKS
    assert sum(len(report.text) for report in many.reports) <= CHARACTERS


def test_what_looks_like_a_secret_is_taken_out() -> None:
    token = "ghp_" + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5"
    said = excerpt(
        (
            f"remote: using token {token}\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzKEYq1w2e3r\nfailed",
        )
    )
    assert token not in said
    assert "wJalrXUtnFEMIK7MDENGbPxRfiCYzzKEYq1w2e3r" not in said
    assert said.endswith("failed")


def test_a_log_is_read_up_to_its_last_error_beside_the_check_s_own_words() -> None:
    log = "\n".join(
        [*(f"line {number}" for number in range(5000)), "##[error]exit code 2", "Post job cleanup."]
    )
    told = failure([Raw("build", ("app.py:3: no shelf",), log)]).reports[0].text.split("\n")
    assert (told[0], told[1], told[-1]) == ("app.py:3: no shelf", "line 4802", "##[error]exit code 2")
    assert len(told) == LINES


def test_the_check_s_own_words_leave_room_for_its_log() -> None:
    words = "\n".join(f"note {number} {'x' * 90}" for number in range(5000))
    told = failure([Raw("build", (words,), f"{'y' * 90}\n" * 5000 + "the end")]).reports[0].text
    assert len(told) <= CHARACTERS
    assert told.count("\n") + 1 <= LINES
    assert "note 4999" in told
    assert told.endswith("the end")


def test_what_is_hidden_is_taken_out_and_half_a_line_is_not_kept() -> None:
    hidden = "a\u00adb\U000e0041c\u3164d\ufe0fe\u00a0f"
    assert excerpt((hidden,)) == "abcde f"
    assert excerpt(("x" * 17 + "\nwhole",), limit=1) == "e"
    assert excerpt(("secret-of-many-letters\n" + "x\n" * 7,), limit=1) == "x"


FIRST = """\
/opt/runner/work/shop/shop/tests/test_login.py:12: AssertionError: expected 200, got 401
Error: run 17 failed after 3.4s at commit a1b2c3d4e5f6 (id 123e4567-e89b-12d3-a456-426614174000)
"""


@pytest.mark.parametrize(
    "again",
    [
        FIRST,
        FIRST.replace("/opt/runner/work/shop/shop/", "D:\\a\\shop\\shop\\"),
        FIRST.replace("3.4s", "12.75s").replace("17", "18"),
        FIRST.replace("a1b2c3d4e5f6", "0011223344ff").replace("123e4567", "99ff0011"),
        FIRST.replace(":12:", ":48:"),
        "collected 12 items in 0.4s\n" + FIRST + "Cleaning up orphan processes\n",
        "\x1b[31m" + FIRST.upper().replace("/OPT/RUNNER/WORK/SHOP/SHOP/", "/tmp/x/"),
        FIRST + FIRST,
    ],
)
def test_the_same_failure_has_the_same_signature(again: str) -> None:
    assert signature(again) == signature(FIRST)


@pytest.mark.parametrize(
    "other",
    [
        FIRST.replace("test_login", "test_logout"),
        FIRST.replace("AssertionError", "TypeError"),
        "error: cannot find symbol",
        "",
    ],
)
def test_another_failure_has_another(other: str) -> None:
    assert signature(other) != signature(FIRST)


def test_a_failure_of_another_check_is_another() -> None:
    assert signature(FIRST, "lint") != signature(FIRST, "build")


def test_a_failure_is_kept_as_bytes() -> None:
    kept = failure([Raw("build", (FIRST,))])
    assert load(canonical(kept)) == kept
    assert isinstance(kept, Failure)
