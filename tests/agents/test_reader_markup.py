"""Documents in other notations than Markdown are read like Markdown, each statement on its own line."""

import pytest

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.notations.markup import as_markdown
from agents.builtin.reader.reading import read

JIRA = """h1. Ferry kiosk

*As a* guest *I want* to buy a ticket at the pier *so that* I need not queue.

h2. Requirements
* The kiosk prints a ticket
** The ticket is valid for one day
# Staff can lock a kiosk

h2. Out of scope
* Cash

{code:java}
void print() { must(); }
{code}

||Field||Type||
"""
ADOC = """= Ferry kiosk
:author: Ida

== Requirements
. The kiosk shall print a ticket
. Staff can lock a kiosk

----
must print
----

== Out of scope
* Cash
"""
ORG = """* Ferry kiosk
** What it should do
- print a ticket
- lock a kiosk
#+BEGIN_SRC java
must();
#+END_SRC
** Out of scope
- cash
"""
ORG_TITLED = """#+TITLE: Ferry kiosk
#+AUTHOR: Ida
* Requirements
- print a ticket
* TODO Open questions
- cash?
"""
HTML = """<h1>Ferry kiosk</h1>
<p>The pier needs a kiosk.</p>
<h2>Features</h2>
<ul>
<li>Prints a ticket &amp; a receipt</li>
</ul>
<h2>Not included</h2>
<ul><li>Cash</li></ul>
"""
RST = """Ferry kiosk
===========

Requirements
------------

* The kiosk prints a ticket
* Tickets that are older than a day are rejected

.. note:: The old ticket rolls must be used up.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (JIRA, [("story", 3), ("functional", 6), ("functional", 7), ("functional", 8), ("non_goal", 11)]),
        (ADOC, [("functional", 5), ("functional", 6), ("non_goal", 13)]),
        (ORG, [("functional", 3), ("functional", 4), ("non_goal", 9)]),
        (ORG_TITLED, [("functional", 4), ("question", 6)]),
        (HTML, [("functional", 5), ("non_goal", 8)]),
        (RST, [("functional", 7), ("functional", 8), ("functional", 10)]),
    ],
    ids=["jira", "asciidoc", "org", "org-titled", "html", "rst"],
)
def test_each_notation_is_read(text: str, expected: list[tuple[str, int]]) -> None:
    findings = read(text)
    assert isinstance(findings, Findings)
    assert findings.title == "Ferry kiosk"
    assert [(each.kind, each.lines[0]) for each in findings.findings] == expected


@pytest.mark.parametrize("text", [JIRA, ADOC, ORG, ORG_TITLED, RST])
def test_lines_keep_their_numbers(text: str) -> None:
    assert as_markdown(text).text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "# Kiosk\n* Print\n* Lock\n",
        "Kiosk\n* Print\n** Lock **\n",
        "Kiosk\n\n= not a heading\n",
        "a < b and c > d\n",
    ],
)
def test_markdown_and_plain_text_stay_as_they_are(text: str) -> None:
    assert as_markdown(text).text == text


def test_one_line_is_what_is_wanted_and_no_title() -> None:
    findings = read("Add a --dry-run flag to the importer so I can see what it would do\n")
    assert isinstance(findings, Findings)
    assert findings.title == ""
    assert [(each.kind, each.lines) for each in findings.findings] == [("functional", (1,))]


def test_a_form_has_sections_and_no_title() -> None:
    findings = read(
        "### Problem\n\nTeachers type grades twice.\n\n### Solution\n\nThe page exports a file.\n\n### Context\n\n_No response_\n"
    )
    assert isinstance(findings, Findings)
    assert findings.title == ""
    assert [each.text for each in findings.findings] == ["The page exports a file."]
