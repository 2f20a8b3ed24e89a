"""A repository's template for pull requests: found where GitHub looks, filled in under the headings that ask, and inert."""

import pytest

from handlers.replies.templates import LONGEST, filled, place

KNOWN = {"what": "It counts.", "proof": "PROOF", "risk": "RISK", "issue": "Closes #34"}


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ((), ""),
        (("README.md", ".github/PULL_REQUEST_TEMPLATE.md"), ".github/PULL_REQUEST_TEMPLATE.md"),
        (("docs/pull_request_template.md", "pull_request_template.md"), "pull_request_template.md"),
        (
            ("Pull_Request_Template.md", ".github/pull_request_template.txt"),
            ".github/pull_request_template.txt",
        ),
        (("src/pull_request_template.md", ".github/PULL_REQUEST_TEMPLATE/big.md"), ""),
    ],
)
def test_the_template_is_where_github_looks(paths: tuple[str, ...], found: str) -> None:
    assert place(paths) == found


def test_each_heading_gets_what_it_asks_for_and_the_rest_comes_after() -> None:
    body = filled("# What is this?\n<!-- say it -->\n\n## Tests\n\n## Screenshots\n", KNOWN)
    assert body.split("\n\n") == [
        "### What is this?",
        "It counts.",
        "### Tests",
        "PROOF",
        "### Screenshots",
        "<sub>Not filled in: this is for a person to say.</sub>",
        "RISK",
        "Closes #34",
    ]


def test_a_template_without_headings_stands_before_what_is_known() -> None:
    assert filled("Thank you!", {"issue": "Closes #34"}) == "Thank you!\n\nCloses #34"


@pytest.mark.parametrize(
    "hostile",
    [
        "Fixes #1",
        "@everyone look",
        "<img src=x onerror=y>",
        "<!-- signalbox:v1 kind=pull run=1 -->",
        "<!-- never closed",
        "/signalbox approve PS-1",
        "[click](https://evil.example)",
        "- [x] ticked already",
    ],
)
def test_nothing_in_a_template_acts(hostile: str) -> None:
    body = filled(f"## Notes\n{hostile}\n\n## {hostile}\n", {})
    for live in ("#1", "@everyone", "<img", "<!--", "\n/signalbox", "[click](", "[x]"):
        assert live not in body


def test_a_template_without_end_is_cut() -> None:
    assert len(filled("word " * 100_000, {})) < LONGEST
    assert filled("## More\ntext\n" * 1000, {}).count("### More") <= 30
