"""Wishes about a plan as people really word them: politely, in lists, with slips, several at a time."""

import pytest

from agents.builtin.edits import PLAN
from agents.builtin.pieces import pieces
from agents.builtin.planner import plan
from agents.builtin.planning.changes import changes
from agents.builtin.wording import corrected, plain, spans
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark
from tests.agents.edited import DROPPED, outcomes, planned

NOT_UNDERSTOOD = "I do not understand these words"


def parts(pack: ArchitecturePack) -> dict[str, tuple[str, str]]:
    return {part.id: (part.name, part.technology) for part in pack.architecture.components}


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        # Dropping, in many words.
        ("drop R-4", DROPPED.format("R-4")),
        ("could you please drop R-4?", DROPPED.format("R-4")),
        ("Would you mind dropping R-4, thanks!", DROPPED.format("R-4")),
        ("I'd like to remove requirement R-4 please", DROPPED.format("R-4")),
        ("We should get rid of R-4.", DROPPED.format("R-4")),
        ("let's leave out R-4 for now", DROPPED.format("R-4")),
        ("Hi! Can you delete r4?", DROPPED.format("R-4")),
        ("dorp R-4", DROPPED.format("R-4")),
        ("remvoe requirment R-4", DROPPED.format("R-4")),
        ("R-4 is not needed any more", DROPPED.format("R-4")),
        ("we don't need R-4", DROPPED.format("R-4")),
        ("R-4 is out of scope", DROPPED.format("R-4")),
        ("Drop R-4. Nobody asked for it.", DROPPED.format("R-4")),
        ("drop R-4 because nobody asked for it", DROPPED.format("R-4")),
        ("drop R-3, R-4 and R-5", DROPPED.format("R-3, R-4, R-5")),
        ("drop R-3/R-4", DROPPED.format("R-3, R-4")),
        ("drop R-2 to R-4", DROPPED.format("R-2, R-3, R-4")),
        ("drop R-2 through R-4 and R-1", DROPPED.format("R-2, R-3, R-4, R-1")),
        ("drop R2–R4", DROPPED.format("R-2, R-3, R-4")),
        ("drop R-2...4", DROPPED.format("R-2, R-3, R-4")),
        ("drop the monthly report", DROPPED.format("R-3")),
        ("drop everything about tools", DROPPED.format("R-2")),
        ("drop R-4 and R-77", DROPPED.format("R-4") + " There is no R-77 in this plan."),
        # Putting off, weighing.
        ("R-4 can wait", "Put off R-4: it stands among what comes later."),
        ("postpone R-4 to v2", "Put off R-4: it stands among what comes later."),
        ("make R-1 and R-2 must", "R-1, R-2 are now “must”."),
        ("set the priority of R-1 to R-3 to should", "R-1, R-2, R-3 are now “should”."),
        ("mark R-4 as optional", "R-4 is now “could”."),
        ("R-4 is a nice to have", "R-4 is now “could”."),
        ("R-1 has high priority", "R-1 is now “must”."),
        ("lower the priority of R-4", "R-4 is now “could”."),
        ("prioritise R-1", "R-1 is now “must”."),
        # Other words.
        ("change R-3 to A weekly report is sent", "Changed R-3."),
        ("chagne R-3 to A weekly report is sent", "Changed R-3."),
        ("please reword R-3 as: A weekly report is sent", "Changed R-3."),
        ("R-3: A weekly report is sent", "Changed R-3."),
        ("change R-3 from monthly to weekly", "Changed R-3: “weekly” for “monthly”."),
        ("in R-3 replace monthly with weekly", "Changed R-3: “weekly” for “monthly”."),
        ("R-3 should leave out weekends", "Added your words to R-3."),
        ("add a PDF version to R-3", "Added your words to R-3."),
        # More of them.
        ("add requirement: a member can undo a loan", "Added R-6."),
        ("Please add a new feature that a member can undo a loan.", "Added R-6."),
        ("members should be able to rate a tool", "Added R-6."),
        ("I'd like members to be able to rate a tool", "Added R-6."),
        ("We need a dark mode", "Added R-6."),
        ("also add a dark mode", "Added R-6."),
        ("add a requirement that pages load within 2 seconds", "Added N-1."),
        # Splitting and merging.
        ("split R-2", "Split R-2 into R-6, R-7."),
        ("split R-2 in two: list tools, search tools", "Split R-2 into R-6, R-7."),
        ("break up R-2 into list tools and search tools", "Split R-2 into R-6, R-7."),
        ("merge R-4 into R-2", "Merged R-4 into R-2."),
        ("combine R-2 with R-4", "Merged R-4 into R-2."),
        ("merge R-2, R-4 and R-5 into: A member can list, export and return", "Merged R-4, R-5 into R-2."),
        # What binds.
        ("constraint: everything runs in the EU", "Recorded as constraint C-1."),
        ("add a constarint that everything runs in the EU", "Recorded as constraint C-1."),
        ("non-goal: payments", "Recorded as non-goal X-1."),
        ("payments are out of scope", "Recorded as non-goal X-1."),
        ("switch from PostgreSQL to SQLite", "Recorded as constraint C-1; the plan uses SQLite where it named PostgreSQL."),
        ("could we use SQLite rather than PostgreSQL?", "Recorded as constraint C-1; the plan uses SQLite where it named PostgreSQL."),
        ("SQLite instead of PostgreSQL please", "Recorded as constraint C-1; the plan uses SQLite where it named PostgreSQL."),
        ("no Redis please", "Recorded as constraint C-1; the plan does without Redis."),
        (
            "don't use PostgreSQL",
            "Recorded as constraint C-1; the plan does without PostgreSQL. What takes its place is open: say “use … instead of PostgreSQL”.",
        ),
        ("it should be a mobile app, not a web app", "The plan is drawn as a mobile app."),
        ("make it a CLI", "The plan is drawn as a command-line tool."),
        # Components.
        ("get rid of the worker", "Dropped component worker."),
        ("merge the worker into core", "Merged worker into core."),
        ("rename core to Lending", "Renamed core to “Lending”."),
        ("the core should use Rust", "core now uses Rust."),
        ("move R-3 to the api", "Moved R-3 to api."),
        ("split core into Tools (R-2) and Reports (R-3)", "Split core into “Tools” (core) and “Reports” (reports); reports serves R-3. To change that: “move R-1 to reports”, with an id of yours."),
    ],
)  # fmt: skip
def test_what_people_mean_is_done(remark: str, said: str) -> None:
    pack = planned(remark)
    assert [each.outcome for each in pack.refinement.applied] == [said]
    assert changes(planned(), pack) != ()


@pytest.mark.parametrize(
    ("remark", "why"),
    [
        ("drop R-77", "There is no R-77 in this plan (it has R-1 to R-5)"),
        ("drop member", "More than one requirement fits “member”: R-1, R-2, R-4, R-5. Say which, by id"),
        ("drop component engine", "There is no component “engine”; there are web, api, core, worker, store"),
        ("move R-3 to engine", "There is no component “engine”; there are web, api, core, worker, store"),
        ("add requirement: A member can sign in.", "R-1 says that already"),
        ("change R-3 to The system sends a monthly report", "R-3 says that already"),
        (
            "change R-3 from daily to weekly",
            "R-3 does not say “daily”; it says “The system sends a monthly report”",
        ),
        ("split R-3", "I cannot tell into what to split R-3: say “split R-3 into … / …”"),
        ("merge R-2 and R-77", "There is no R-77 in this plan (it has R-1 to R-5)"),
        ("put R-4 back", "R-4 is in the plan"),
        ("make it a web app", "It is drawn as a web application already"),
        (
            "why do we need the worker?",
            "That reads as a question, not as a wish. `/why` with an id answers some",
        ),
        ("lgtm!", "That asks for no change. To say yes to the plan, use `/approve`"),
        ("thanks", "That asks for no change. To say yes to the plan, use `/approve`"),
        ("undo", "There is nothing to take back"),
    ],
)
def test_what_changes_nothing_says_why(remark: str, why: str) -> None:
    pack = planned(remark)
    assert [each.outcome for each in pack.refinement.applied] == [f"{why}; nothing changed."]
    assert changes(planned(), pack) == ()


@pytest.mark.parametrize(
    "remark",
    [
        "make it pop more",
        "think about the long term",
        "drop the engine that R-4 needs",
        "the usual, but better",
        "R-4",
    ],
)
def test_what_is_not_understood_is_a_constraint_and_says_so(remark: str) -> None:
    pack = planned(remark)
    (said,) = [each.outcome for each in pack.refinement.applied]
    assert (
        said
        == "Recorded as constraint C-1. I do not understand these words well enough to redraw anything. To take them out again, say `/refine drop C-1`."
    )
    assert [each.text for each in pack.prd.constraints] == [remark]
    assert [change.id for change in changes(planned(), pack)] == ["C-1"]


def test_several_edits_in_one_comment_are_done_one_by_one() -> None:
    wish = "Please:\n- drop R-4\n- change R-3 from monthly to weekly, and rename core to Lending\n\nalso: add requirement: undo; use SQLite instead of PostgreSQL."
    assert outcomes(wish) == [
        DROPPED.format("R-4"),
        "Changed R-3: “weekly” for “monthly”.",
        "Renamed core to “Lending”.",
        "Added R-6.",
        "Recorded as constraint C-1; the plan uses SQLite where it named PostgreSQL.",
    ]


def test_an_edit_that_is_not_understood_among_others_stands_alone() -> None:
    pack = planned("drop R-4; make it pop more; make R-1 must")
    assert [each.text for each in pack.refinement.applied] == [
        "drop R-4",
        "make it pop more",
        "make R-1 must",
    ]
    assert [each.text for each in pack.prd.constraints] == ["make it pop more"]


def test_words_of_a_requirement_are_no_edit_of_their_own() -> None:
    pack = planned("add requirement: a member can log in and use the app, then drop a tool")
    assert [each.text for each in pack.requirements][
        -1
    ] == "A member can log in and use the app, then drop a tool"


def test_what_was_dropped_comes_back_as_it_was() -> None:
    back = planned("drop R-4", "put R-4 back")
    assert {(each.id, each.text, each.lines) for each in back.requirements} == {
        (each.id, each.text, each.lines) for each in planned().requirements
    }
    assert back.prd.non_goals == ()


def test_what_a_demand_prescribed_besides_leaves_the_plan_with_it_and_comes_back() -> None:
    body = "# Berths\n## Requirements\n- FR-1: A berth is paid via Stripe\n- FR-2: Skippers see a map\n"

    def constraints(*wishes: str) -> list[str]:
        remarks = tuple(Remark(text=each, by="raj") for each in wishes)
        outcome = plan(PlannerInputs(body=body, refinements=remarks))
        assert isinstance(outcome, ArchitecturePack)
        return [each.text for each in outcome.prd.constraints]

    assert constraints() == ["A berth is paid via Stripe"]
    assert constraints("drop FR-1") == []
    assert constraints("defer FR-1", "put FR-1 back") == ["A berth is paid via Stripe"]


def test_undoing_takes_back_one_wish_and_keeps_the_others() -> None:
    assert changes(planned("drop R-4"), planned("drop R-4", "drop R-3", "undo that")) == ()
    assert outcomes("drop R-4", "drop R-3", "undo that")[-1] == "Took back “drop R-3”."
    assert changes(planned(), planned("drop R-4", "drop R-3", "undo", "undo")) == ()


def test_a_constraint_that_is_taken_out_binds_no_more() -> None:
    pack = planned("use MySQL instead of PostgreSQL", "drop C-1")
    assert outcomes("use MySQL instead of PostgreSQL", "drop C-1")[-1] == "Dropped C-1."
    assert pack.prd.constraints == ()


def test_a_split_component_divides_its_requirements_by_their_words() -> None:
    pack = planned("split core into Reporting and Lending", "move R-1 to lending")
    served = {part.id: part.requirement_ids for part in pack.architecture.components}
    assert "R-1" in served["lending"]
    assert all("R-1" not in ids for part, ids in served.items() if part != "lending")
    assert set(served) == {"web", "api", "core", "worker", "store", "lending"}


@pytest.mark.parametrize("example", [one for edit in PLAN for one in edit.examples])
def test_every_documented_edit_does_something(example: str) -> None:
    back = {"put R-4 back", "undo", "undo everything", "keep R-4 after all"}
    before = ["drop R-4"] if example in back else []
    before = ["constraint: made in a hurry"] if " C-1" in example else before
    before = ["non-goal: payments"] if example == "drop X-1" else before
    before = ["make R-4 could"] if "could-haves" in example else before
    said = outcomes(*before, example)[-1]
    assert NOT_UNDERSTOOD not in said
    assert "nothing changed" not in said


@pytest.mark.parametrize(
    "babble",
    ["asdf qwer", "asdf", "qwertz", "xxx", "!!!", "…", "12345", "x", "test", "Lorem ipsum!", "lkj fds"],
)
def test_what_holds_no_word_is_not_recorded(babble: str) -> None:
    assert outcomes(babble) == ["I find no wish in that; nothing changed."]
    assert planned(babble).prd == planned().prd


@pytest.mark.parametrize(
    "wish",
    ["dark mode", "GDPR", "faster", "bitte ohne Anmeldung und auf Deutsch", "日本語で", "asdf must stay", "we were here"],
)  # fmt: skip
def test_words_that_are_not_understood_are_recorded_all_the_same(wish: str) -> None:
    (said,) = outcomes(wish)
    assert said.startswith(("Recorded as constraint", "Added"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("drop R-4", ["drop R-4"]),
        ("drop R-4 and R-5", ["drop R-4 and R-5"]),
        ("drop R-4 and drop R-5", ["drop R-4", "drop R-5"]),
        ("drop R-4, then merge R-1 and R-2", ["drop R-4", "merge R-1 and R-2"]),
        ("1. drop R-4\n2) use Django", ["drop R-4", "use Django"]),
        ("change R-2 to list\ntools and more", ["change R-2 to list tools and more"]),
        ("", []),
    ],
)
def test_a_comment_falls_into_its_edits(text: str, found: list[str]) -> None:
    assert list(pieces(text)) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Could you please remove R-4?", "drop R-4"),
        ("Users should be able to remove a tool", "Users should be able to remove a tool"),
        ("please", "please"),
        ("Deleting R-4 would be good", "drop R-4 would be good"),
    ],
)
def test_courtesies_go_and_verbs_become_plain(text: str, said: str) -> None:
    assert plain(text) == said


def test_slips_are_put_right_only_where_a_word_is_near() -> None:
    assert corrected("dorp requirment R-4") == "drop requirement R-4"
    assert corrected("Members borrow tools") == "Members borrow tools"


def test_a_range_names_what_is_there_and_nothing_else() -> None:
    assert spans("R-1 to R-9", ["R-1", "R-3", "N-2"]) == "R-1, R-3"
    assert spans("R-9 to R-1", ["R-1", "R-9"]) == "R-9 to R-1"
    assert spans("R-1 to R-99999", ["R-1"]) == "R-1 to R-99999"
