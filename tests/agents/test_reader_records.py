"""Requirements kept as data, and a page whose HTML stands in one line: read as a person would, each where it stands in the source."""

import pytest

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.notations.records import as_document
from agents.builtin.reader.reading import read

YAML = """project: Blood donor recall
version: 0.2
owner: j.haas
requirements:
  - id: REQ-1
    title: Recall list
    description: The nurse gets a list of donors who may donate again
    priority: high
  - id: REQ-2
    description: >
      The system sends an invitation
      to each donor on the list
    priority: medium   # for now
    acceptance:
      - donors who opted out get none
quality:
- sending 5000 invitations takes less than 10 minutes
constraints:
- .NET, because the IT team maintains it
out_of_scope:
- appointment booking
open_questions:
- "Do we need consent again?"
"""
JSON = """[
  {"id": "FR-01", "text": "The dispatcher sees all \\"ploughs\\" on a map", "prio": "must"},
  {"id": "NFR-01", "text": "Positions are at most 30 seconds old", "prio": "should"},
  {"id": "C-01", "text": "Uses the city's existing ArcGIS server"},
  {"id": "Q-01", "text": "Who pays for the SIM cards?", "prio": ""}
]
"""
PRETTY = """{
  "name": "Ploughs",
  "features": [
    {
      "title": "Map",
      "description": "The dispatcher sees all ploughs on a map"
    }
  ],
  "nonGoals": ["Routing", "Payroll"]
}
"""
CSV = """ID,Type,Requirement,Priority,Owner
1,Functional,"Parents book a slot,
at most 3 per child",High,Meier
2,Non-functional,"1,200 parents can book in the first 10 minutes without errors",High,IT
3,Constraint,Must use the school's Microsoft 365 login,Medium,IT
4,Out of scope,Video calls,,
5,Question,May grandparents book?,,Meier
"""
PAGE = (
    '<h1>Tool crib</h1><ac:structured-macro ac:name="toc" /><h2>Requirements</h2>'
    "<table><tbody><tr><th><p>#</p></th><th><p>Requirement</p></th><th><p>Importance</p></th></tr>"
    "<tr><td><p>1</p></td><td><p>A mechanic borrows a tool with a badge</p></td><td><ac:structured-macro>"
    '<ac:parameter ac:name="colour">Red</ac:parameter><ac:parameter ac:name="title">HIGH</ac:parameter></ac:structured-macro></td></tr>'
    "<tr><td><p>2</p></td><td><p>The foreman sees which tools are overdue</p></td><td><p>Medium</p></td></tr></tbody></table>"
    "<h2>Out of scope</h2><ul><li><p>Buying tools</p></li><li><p>Calibration</p></li></ul>"
    "<h2>Open questions</h2><p>Do contractors have badges?</p>"
    "<ac:structured-macro><ac:plain-text-body><![CDATA[must_not_be_read();]]></ac:plain-text-body></ac:structured-macro>"
)


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            YAML,
            "Blood donor recall",
            [
                (
                    "functional",
                    7,
                    "must",
                    "Recall list: The nurse gets a list of donors who may donate again",
                ),
                ("functional", 10, "should", "The system sends an invitation to each donor on the list"),
                ("acceptance", 15, "unstated", "donors who opted out get none"),
                ("nonfunctional", 17, "unstated", "sending 5000 invitations takes less than 10 minutes"),
                ("constraint", 19, "unstated", ".NET, because the IT team maintains it"),
                ("non_goal", 21, "unstated", "appointment booking"),
                ("question", 23, "unstated", "Do we need consent again?"),
            ],
        ),
        (
            JSON,
            "",
            [
                ("functional", 2, "must", 'The dispatcher sees all "ploughs" on a map'),
                ("nonfunctional", 3, "should", "Positions are at most 30 seconds old"),
                ("constraint", 4, "unstated", "Uses the city's existing ArcGIS server"),
                ("question", 5, "unstated", "Who pays for the SIM cards?"),
            ],
        ),
        (
            PRETTY,
            "Ploughs",
            [
                ("functional", 6, "unstated", "Map: The dispatcher sees all ploughs on a map"),
                ("non_goal", 9, "unstated", "Routing"),
                ("non_goal", 9, "unstated", "Payroll"),
            ],
        ),
        (
            CSV,
            "",
            [
                ("functional", 2, "must", "Parents book a slot, at most 3 per child"),
                (
                    "nonfunctional",
                    4,
                    "must",
                    "1,200 parents can book in the first 10 minutes without errors",
                ),
                ("constraint", 5, "should", "Must use the school's Microsoft 365 login"),
                ("non_goal", 6, "unstated", "Video calls"),
                ("question", 7, "unstated", "May grandparents book?"),
            ],
        ),
        (
            PAGE,
            "Tool crib",
            [
                ("functional", 1, "must", "A mechanic borrows a tool with a badge"),
                ("functional", 1, "should", "The foreman sees which tools are overdue"),
                ("non_goal", 1, "unstated", "Buying tools"),
                ("non_goal", 1, "unstated", "Calibration"),
                ("question", 1, "unstated", "Do contractors have badges?"),
            ],
        ),
    ],
    ids=["yaml", "json", "pretty-json", "csv", "page"],
)
def test_each_record_is_a_statement_on_its_own_line(
    text: str, title: str, expected: list[tuple[str, int, str, str]]
) -> None:
    findings = read(text)
    assert isinstance(findings, Findings)
    assert findings.title == title
    assert [
        (each.kind, each.lines[0], each.priority, each.text.replace("  ", " ")) for each in findings.findings
    ] == expected
    last = text.count("\n") + 1
    assert all(0 < line <= last for each in (*findings.actors, *findings.entities) for line in each.lines)


@pytest.mark.parametrize(
    "text",
    [
        "stack: nextjs\nusers: clerks\n\n- list the flags\n- search\n",
        "as a clerk I want a list\n\nfeatures:\n- search\n",
        "# Till\n\nfeatures:\n  - print\n",
        "[ ] print\n[x] lock\n",
        '{"open": "and never closed"',
        "}{",
        "[]",
        "[" * 30 + "]" * 30,
        "Clerks, drivers, and a story\nGuests, and nobody else\n",
        'story,who,when\nprint,clerk,now\nlock,clerk,"' + "now\n" * 40_000,
        "story,who,when\nprint,clerk\nlock,clerk,now\n",
    ],
)
def test_words_are_no_data(text: str) -> None:
    assert as_document(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[{"id": "FR-1", "text": "Print\nall tickets"},\n {"id": "FR-2", "text": "Lock a kiosk"}]', 3),
        (
            "<h2>Features</h2><ul><li>Print&#10;a ticket</li><li>Sell</li></ul>\n<p>x</p><ul>\n<li>Lock a kiosk</li></ul>",
            3,
        ),
    ],
    ids=["json", "page"],
)
def test_a_line_break_within_words_moves_no_line(text: str, line: int) -> None:
    findings = read(text)
    assert isinstance(findings, Findings)
    assert [each.lines for each in findings.findings if each.text == "Lock a kiosk"] == [(line,)]
