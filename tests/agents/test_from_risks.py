"""A document that raises one question or two is asked about its greatest risks besides, until there are three."""

from collections.abc import Sequence

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.asking.risk_rows import RISKS
from agents.builtin.planning.asking.silent import UNSAID, unsaid_of
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, Asked, PlannerInputs
from tests.agents.raising import BOT, EXTENSION, LAB, LIBRARY, TOOL, WEB

# A question that a document of any kind raises, and that stands behind its demands.
OPEN = "\n## Open questions\n\n- Which colour shall the logo have?\n"
# What else would be asked of these is answered.
CLUB = WEB.replace(
    "for 200 people.",
    "for 200 people, on phones too. It runs on our own server, and people sign in with the club's LDAP.",
)
HOUSE = LIBRARY.replace("- {}", "- It reads a shelf mark from a line.\n- {}")
ROTA = BOT.replace("channel #rota.", "channel #rota. It runs on a Raspberry Pi.")


def planned(body: str, *answers: Answer, asked: Sequence[Asked] = ()) -> ArchitecturePack:
    pack = plan(PlannerInputs(title="", body=body, answers=answers, asked=tuple(asked)))
    assert isinstance(pack, ArchitecturePack)
    return pack


def texts(pack: ArchitecturePack) -> list[str]:
    return [each.text for each in pack.clarifications]


def before(pack: ArchitecturePack) -> list[Asked]:
    return [
        Asked(id=each.id, text=each.text, default=each.default, options=each.options)
        for each in pack.clarifications
    ]


def of_risks(pack: ArchitecturePack) -> list[str]:
    return [text for text in texts(pack) if any(row.asks(text) for row in RISKS)]


# The document, what it says last, and how the question begins.
RAISED = (
    (CLUB, "The page collects news from several sources every day.", "What happens to one of the sources that cannot be read?"),
    (CLUB, "It holds multiple concurrent sessions of the quiz.", "“multiple concurrent sessions”: how many are that?"),
    (CLUB, "It enforces a strong password policy.", "“strong password policy”: which rules are these?"),
    (CLUB.replace("web application", "web application, with Stripe,"), "Members pay for the dinner by card.", "What happens when money was taken"),
    (CLUB, "The page reads a JSON file with the programme.", "“JSON file”: what happens to one"),
    (ROTA, "The command /wind shows the wind from the Meteoblue API.", "What do people see while Meteoblue API cannot be reached?"),
    (LAB, "The number of nodes follows what is read from Datadog.", "What goes on while Datadog cannot be reached?"),
    (TOOL, "`tidy rates` fetches the rates from Fixer.", "What does a caller get when Fixer cannot be reached?"),
    (EXTENSION.replace("browser extension", "Chrome extension"), "It sends the text that is marked to Claude and shows a shorter one.", "Is there anything that must not be sent to Claude?"),
    (TOOL, "`tidy stick` formats a USB drive and writes the files there.", "What is left when it is interrupted while it writes?"),
    (CLUB, "The secretary posts the programme to Notion.", "In whose name does it write to Notion?"),
    (CLUB, "Members sign up for an event, which has a number of places.", "What happens to those who come when all places are taken?"),
    (CLUB, "The board has the recurring tasks of the month.", "“recurring tasks”: what becomes of one"),
    (CLUB, "Members get a reminder by e-mail from the school.", "What becomes of a message that could not be delivered?"),
    (LAB, "There are daily backups of the database.", "How many backups are kept"),
    (TOOL, "`tidy import` imports bookmarks from a file.", "What happens to an entry of an import"),
    (CLUB, "The board keeps the attachments of the year.", "“attachments”: which kinds of files, and how large?"),
    (TOOL, "It asks before suspicious files are touched.", "What counts as “suspicious files”?"),
    (HOUSE, "It reads the marks of Dewey and other common systems.", "Which are meant by “other common systems”"),
    (CLUB, "The programme is ideally shown beside the weather.", "“The programme is ideally shown beside the weather”: is that a must"),
    (CLUB, "The programme is easy to understand.", "“The programme is easy to understand”: who can tell"),
    (TOOL, "`tidy find` must reliably find what is there twice.", "“tidy find must reliably find what is there twice”: by what"),
    (HOUSE, "It must be extensible to the marks of other houses.", "“It must be extensible to the marks of other houses”: by what"),
    (HOUSE, "It must stay small.", "“It must stay small”: how small"),
)  # fmt: skip
# What looks like one of them and is answered, put off or of something else.
SPARED = (
    (CLUB, "The page collects news from several sources every day, and names a failed source.", "What happens to one of"),
    (CLUB, "It holds multiple concurrent sessions of the quiz, with up to 40 concurrent players.", "“multiple concurrent"),
    (CLUB, "It enforces a strong password policy: 10 characters.", "“strong password"),
    (HOUSE, "It resists guessing when the input is small.", "“It resists"),
    (CLUB, "The secretary's page uploads its logs in batches.", "“uploads”"),
    (CLUB.replace("web application", "web application, with Stripe,"), "Members pay for the dinner by card; what fails is refunded.", "What happens when money"),
    (CLUB, "The page reads a JSON file with the programme; a malformed file is refused.", "“JSON file”"),
    (ROTA, "The command /wind shows the wind from the Meteoblue API, or that it is unavailable.", "What do people see"),
    (ROTA, "The command /wind shows the wind of the harbour.", "What do people see"),
    (LAB, "Images are pulled from GitHub Pages.", "What goes on while"),
    (TOOL, "`tidy rates` fetches the rates from Fixer, with two retries.", "What does a caller get"),
    (EXTENSION, "It sends the text to Claude; personal data is never sent.", "Is there anything"),
    (EXTENSION, "It was written with Claude Code.", "Is there anything"),
    (TOOL, "`tidy stick` formats a USB drive; after a power loss it starts anew.", "What is left when"),
    (TOOL, "`tidy stick` lists the drives.", "What is left when"),
    (CLUB, "The secretary posts the programme to Notion with an API key.", "In whose name"),
    (CLUB, "Members sign up for an event, with a number of places and a waiting list.", "What happens to those who come"),
    (CLUB, "Members sign up for an event.", "What happens to those who come"),
    (CLUB, "The board has the recurring tasks of the month, and which are overdue.", "“recurring tasks”"),
    (CLUB, "Members get a reminder by e-mail from the school; what bounces is listed.", "What becomes of a message"),
    (LAB, "There are daily backups of the database, kept for a week.", "How many backups"),
    (TOOL, "`tidy import` imports bookmarks from a file and skips what is wrong.", "What happens to an entry"),
    (TOOL, "`tidy imports` lists the modules.", "What happens to an entry"),
    (CLUB, "The board keeps the attachments of the year, each of up to 5 MB.", "“attachments”"),
    (TOOL, "It asks before suspicious files (such as links) are touched.", "What counts as"),
    (HOUSE, "It reads the marks of Dewey and the other system.", "Which are meant by"),
    (CLUB, "The programme is shown beside the weather.", "“The programme is"),
    (CLUB, "Whoever has no training finds the programme easy to understand, in 3 steps.", "“Whoever has"),
    (TOOL, "`tidy find` finds what is there twice in 99.5 % of all cases, reliably.", "“`tidy find`"),
    (HOUSE, "It must stay small: 50 KB.", "“It must stay"),
)  # fmt: skip


@pytest.mark.parametrize(("body", "line", "question"), RAISED)
def test_a_risk_is_asked_about_beside_another_question(body: str, line: str, question: str) -> None:
    text = body.format(line) + OPEN
    pack = planned(text)
    (asked,) = [each for each in pack.clarifications if each.text.startswith(question)]
    here = text[: text.index(line)].count("\n") + 1
    ids = [each.id for each in (*pack.requirements, *pack.nfrs) if here in each.lines]
    assert asked.lines == (here,)
    assert any(asked.why.startswith(id_) for id_ in ids), asked.why
    assert "the PRD does not say" in asked.why
    assert asked.default == asked.options[0]


@pytest.mark.parametrize(("body", "line", "question"), SPARED)
def test_what_is_answered_or_only_looks_alike_is_not_asked(body: str, line: str, question: str) -> None:
    asked = texts(planned(body.format(line) + OPEN))
    assert asked
    assert not any(text.startswith(question) for text in asked), asked


def test_every_row_has_an_example_and_words_of_its_own() -> None:
    asked = [text for body, line, _ in RAISED for text in of_risks(planned(body.format(line) + OPEN))]
    assert {unsaid_of(text) for text in asked} == set(RISKS)
    for text in asked:
        assert len([each for each in (*UNSAID, *RISKS) if each.asks(text)]) == 1, text
    assert max(each.weight for each in RISKS) < min(each.weight for each in UNSAID)


RISKY = CLUB.format(
    "The board has the recurring tasks of the month.\n- The programme is easy to understand.\n- Members get a reminder on Telegram."
)
SMALL = "# Rates\n\nA command-line tool in Go, installed with Homebrew on Linux.\n\n## Requirements\n\n- `rates` fetches the rates from Fixer.\n- It prints a table of all rates.\n- It ends with an exit code.\n"


@pytest.mark.parametrize(
    ("body", "asked", "risks"),
    [
        (RISKY, 0, 0),
        (RISKY + OPEN, 3, 2),
        (RISKY + OPEN + "- Who may see the programme?\n", 3, 1),
        (RISKY + OPEN + "- Who may see the programme?\n- Which printer is used?\n", 3, 0),
        # A wish of a sentence or two is not asked after.
        (SMALL + OPEN, 1, 0),
    ],
)
def test_there_are_three_where_there_is_one(body: str, asked: int, risks: int) -> None:
    pack = planned(body)
    assert (len(pack.clarifications), len(of_risks(pack))) == (asked, risks)
    assert of_risks(pack) == texts(pack)[asked - risks :]


def test_the_greatest_risk_is_asked_first() -> None:
    tasks, message = of_risks(planned(RISKY + OPEN))
    assert tasks.startswith("“recurring tasks”")
    assert message == "What becomes of a message that could not be delivered?"


@pytest.mark.parametrize(("body", "line", "question"), RAISED)
def test_an_answer_becomes_an_entry_and_raises_no_other_question(body: str, line: str, question: str) -> None:
    first = planned(body.format(line) + OPEN)
    number = next(each.id for each in first.clarifications if each.text.startswith(question))
    answer = Answer(question_id=number, text="b", by="mona")
    pack = planned(body.format(line) + OPEN, answer, asked=before(first))
    assert texts(pack) == texts(first)
    unsaid = unsaid_of(next(each.text for each in first.clarifications if each.id == number))
    assert unsaid
    (came,) = [
        each for each in (*pack.requirements, *pack.nfrs, *pack.prd.constraints) if each.origin == "answer"
    ]
    assert came.text.startswith(f"{unsaid.about}: ")
    assert [each.outcome for each in pack.refinement.applied] == [
        f"{number}: it stands in the plan as {came.id}."
    ]


def test_what_is_answered_in_the_document_is_not_followed_by_a_new_question() -> None:
    first = planned(RISKY + OPEN + "- Who may see the programme?\n- Which printer is used?\n")
    assert of_risks(planned(RISKY + OPEN, asked=before(first))) == []
    fewer = planned(RISKY + OPEN, asked=before(planned(RISKY + OPEN)))
    assert len(of_risks(fewer)) == 2


@pytest.mark.parametrize("edited", [RISKY, RISKY + OPEN + "- Who may see it?\n- Which printer is used?\n"])
def test_an_answer_stays_in_the_plan_whatever_else_is_asked_by_now(edited: str) -> None:
    first = planned(RISKY + OPEN)
    number = first.clarifications[-1].id
    answer = Answer(question_id=number, text="It is tried again for two hours.", by="mona")
    pack = planned(edited, answer, asked=before(first))
    assert [each.text for each in pack.nfrs if each.origin == "answer"] == [
        "What could not be delivered: it is tried again for two hours."
    ]
    assert len(of_risks(pack)) == 1


def test_a_matter_that_is_asked_about_already_comes_after_others() -> None:
    line = "Members get a reminder by e-mail from the school.\n- The programme is easy to understand."
    mail, first, second = texts(planned(CLUB.format(line)))
    assert mail == "Through which service does it send mail?"
    assert first == "What becomes of a message that could not be delivered?"
    assert second.startswith("“The programme is easy to understand”")
    _, _, only = texts(planned(CLUB.format(line) + OPEN))
    assert only.startswith("“The programme is easy to understand”")


CHANGE = """[SHOP-41] Import of suppliers forgets the last line

Reporter: t.okafor  Priority: High  Component: shop-web (Rails 7, MySQL)

Expected: every line of the file is read.

Acceptance:
- the page imports contacts from the file, and the user gets an email when all of it is there
- a second click does not start another import
- every import is written to the list
- the page shows how many lines came
- common errors are shown beside the name

Open question: which colour shall the bar have?
"""


def test_a_change_of_what_is_there_is_not_asked_what_the_whole_has_settled() -> None:
    pack = planned(CHANGE)
    assert pack.architecture.in_place
    # That an import may be wrong is asked already, and what becomes of mail is settled where it is sent today.
    assert texts(pack)[0] == "What happens to a row of an import that is wrong?"
    assert of_risks(pack) == ["What counts as “common errors”?"]
