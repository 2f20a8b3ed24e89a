"""Each documented edit of a plan in other words that people use, and edits that were once taken for something else."""

import pytest

from agents.builtin.edits import PLAN
from agents.builtin.planning.changes import changes
from tests.agents.edited import DROPPED, outcomes, planned

LATER = "Put off R-4: it stands among what comes later."
SPLIT = "Split R-2 into R-6, R-7."
MERGED = "Merged R-4 into R-2."
SQLITE = "Recorded as constraint C-1; the plan uses SQLite where it named {}."
READ = "The PRD was read again as it stands now."
# By what stands in the documented table: other words, and what comes of them.
WORDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "add a requirement": (
        ("new requirement: a member can undo a loan", "Added R-6."),
        ("please also let members undo a loan", "Added R-6."),
        ("we want members to undo a loan", "Added R-6."),
    ),
    "drop requirements, and bring one back": (
        ("R-4 isn't necessary", DROPPED.format("R-4")),
        ("take R-4 out", DROPPED.format("R-4")),
        ("kick out R-4", DROPPED.format("R-4")),
        ("we can do without R-4", DROPPED.format("R-4")),
    ),
    "put one off": (
        ("push R-4 to a later release", LATER),
        ("R-4 should come later", LATER),
        ("not now: R-4", LATER),
        ("put off R-4", LATER),
    ),
    "change what one says": (
        ("R-3: weekly instead of monthly", "Changed R-3: “weekly” for “monthly”."),
        ("R-3 should say “A weekly report is sent”", "Changed R-3."),
    ),
    "split one": (
        ("break R-2 up into “list tools” and “search tools”", SPLIT),
        ("divide R-2 into listing and searching", SPLIT),
    ),
    "merge some": (
        ("make R-2 and R-4 one requirement", MERGED),
        ("R-2 and R-4 are the same", MERGED),
        ("R-4 belongs to R-2", MERGED),
    ),
    "say how much one matters": (
        ("R-4: could", "R-4 is now “could”."),
        ("R-4 is not that important", "R-4 is now “could”."),
    ),
    "add a constraint, change one, and take one out": (
        ("add the rule that everything runs in the EU", "Recorded as constraint C-1."),
        ("new constraint: everything runs in the EU", "Recorded as constraint C-1."),
    ),
    "draw a line, and take one away": (
        ("we don't want payments", "Recorded as non-goal X-1."),
        ("do not build a mobile app", "Recorded as non-goal X-1."),
    ),
    "choose a technology": (
        ("build it with Django", "Recorded as constraint C-1; the plan uses Django."),
        ("store reports in SQLite", "Recorded as constraint C-1 and as a decision."),
        ("I'd rather have SQLite than PostgreSQL", SQLITE.format("PostgreSQL")),
        ("swap Postgres for SQLite", SQLITE.format("Postgres")),
    ),
    "choose the kind of product, and its name": (
        ("it's a CLI", "The plan is drawn as a command-line tool."),
        ("turn it into a mobile app", "The plan is drawn as a mobile app."),
    ),
    "add or drop a component": (
        ("we need a component Archive for R-4", "Added component archive."),
        ("we don't need a worker", "Dropped component worker."),
    ),
    "change a component": (
        ("call the core Lending instead", "Renamed core to “Lending”."),
        ("core: use Rust", "core now uses Rust."),
    ),
    "split or merge components": (
        ("fold the worker into core", "Merged worker into core."),
        ("combine component worker with core", "Merged core into worker."),
    ),
    "move requirements to another component": (
        ("put R-3 into the api", "Moved R-3 to api."),
        ("R-3 should be served by the api", "Moved R-3 to api."),
    ),
    "have the PRD read again after it was edited": (
        ("please read the document again", READ),
        ("reread the PRD", READ),
    ),
}


@pytest.mark.parametrize(("remark", "said"), [each for wordings in WORDINGS.values() for each in wordings])
def test_other_words_do_the_same(remark: str, said: str) -> None:
    assert outcomes(remark) == [said]
    assert changes(planned(), planned(remark)) != () or said == READ


def test_every_documented_edit_is_tried_in_other_words() -> None:
    taken_back = "take the last wish back, or all"
    assert {edit.what for edit in PLAN} - set(WORDINGS) == {taken_back}
    for words in ("take that back", "revert my last wish"):
        assert changes(planned(), planned("drop R-4", words)) == ()


@pytest.mark.parametrize("wish", ["I want R-4 back in", "R-4 back please", "put R-4 in scope"])
def test_what_was_dropped_is_brought_back_in_other_words(wish: str) -> None:
    assert changes(planned(), planned("drop R-4", wish)) == ()


@pytest.mark.parametrize(
    "wish", ["remove the constraint about Germany", "drop the rule that data stays in Germany"]
)
def test_a_constraint_can_be_named_by_its_words(wish: str) -> None:
    before = ("constraint: hosted in Germany, where all data stays", "constraint: no trackers")
    assert outcomes(*before, wish)[-1] == "Dropped C-1."
    assert [each.id for each in planned(*before, wish).prd.constraints] == ["C-2"]
    twice = outcomes(*before, "constraint: data stays in Germany for good", wish)[-1]
    assert twice == "More than one of them fits: C-1, C-3. Say which, by id; nothing changed."


def test_words_that_are_not_understood_and_still_change_the_drawing_are_not_said_to_change_nothing() -> None:
    (said,) = outcomes("static page")
    assert said.startswith("Recorded as constraint C-1. I do not understand all of these words; what I took")
    assert planned("static page").architecture.components != planned().architecture.components


def test_a_quality_that_changes_the_drawing_is_one_of_the_plan() -> None:
    assert outcomes("must run offline") == ["Added N-1."]
    assert {"N-1", "browser_store"} <= {each.id for each in changes(planned(), planned("must run offline"))}


@pytest.mark.parametrize("wish", ["put R-3 into the drawer", "put a label on each parcel", "get R-4 done"])
def test_an_ordinary_word_is_no_slip_of_the_pen(wish: str) -> None:
    assert [each.id for each in planned(wish).requirements] == [each.id for each in planned().requirements]


def test_one_technology_has_one_place_under_all_its_names() -> None:
    pack = planned("constraint: keep everything in PostgreSQL", "swap Postgres for SQLite")
    (store,) = [part for part in pack.architecture.components if part.id == "store"]
    assert store.technology == "SQLite"
    again = planned("constraint: keep everything in PostgreSQL", "use Postgres")
    assert [part.technology for part in again.architecture.components if part.id == "store"] == ["Postgres"]


def test_what_a_merged_component_serves_is_told() -> None:
    found = changes(planned(), planned("merge worker and core"))
    moved = {each.id: each.what for each in found if each.kind == "moved"}
    assert moved["R-3"] == "from core, worker to worker"
    assert not [what for what in moved.values() if what.endswith("nothing")]


def test_a_sentence_about_another_requirement_is_a_wish_of_its_own() -> None:
    wish = "add requirement: a member can undo a loan. Also R-4 is a nice to have."
    assert outcomes(wish) == ["Added R-6.", "R-4 is now “could”."]
