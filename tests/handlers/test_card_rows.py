"""The card and its first line in the less common situations: what is held up, what waits for a place, and whose turn it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from config.repo_policy import RepoPolicy
from handlers.replies import card
from handlers.replies.card import stepper
from handlers.replies.happenings import HAPPENED, happened, would
from handlers.replies.late_answers import _becomes
from handlers.replies.turns import turn
from handlers.replies.unit_turns import delivering
from handlers.replies.view import Became, Changed, HeldUp, Hurdle, Late, Progress
from handlers.replies.words import spent
from policies import entries as e
from policies.run import with_unit
from policies.side_by_side import Held
from policies.stages import UnitState
from tests.handlers import shop as s
from tests.handlers import shop_delivered as d
from tests.handlers.scenes import said_of

EDITED = e.PrdChanged(prd_sha256="c" * 64, by=s.MONA)
AT_WORK = (
    Held(40, "U-07", ("web/**",)),
    Held(41, "U-02", ("api/**",)),
    Held(41, "U-03", ("docs/**",), active=False),
)
SAME_FILES = (Held(40, "U-07", ("app/pdf.py",)), Held(12, "U-01", ("app/pdf.py",)))
READY = (*d.DRIFTED, d.ACCEPTED)
LATE = Late("The model is busy.", at=s.NOW, since=s.NOW - timedelta(hours=2), tries=7, most=60)


@pytest.mark.parametrize(
    ("entries", "view", "row"),
    [
        ((*s.DELIVERING, EDITED), {}, "| PRD | **edited after the plan was approved**; the units follow the approved text |"),
        (
            s.PROPOSED,
            {"problem": "line 3: `gates` is no list"},
            "| Settings | **`.github/signalbox.yml` cannot be read**, so nothing is approved until it is mended: line 3:",
        ),
        (
            s.PLANNING,
            {"late": LATE},
            "| Held up | No answer since 21 Nov, 08:44 UTC, in 7 of 60 tries: The model is busy. I ask again by myself from 21 Nov, 10:44 UTC on; nothing is lost. After the last try I ask for a person |",
        ),
        (
            s.SYNCING,
            {"progress": Progress(120, 480, s.NOW)},
            "| Issues | 120 issues so far; 480 writes to go with all links. At the pace GitHub allows that is done at about 21 Nov, 10:44 UTC |",
        ),
        (
            READY,
            {"policy": RepoPolicy(max_parallel_units=2), "elsewhere": AT_WORK},
            "U-02 waits for a place: 2 of 2 are taken, some by #40 and #41",
        ),
        (READY, {"policy": RepoPolicy(max_parallel_units=2), "elsewhere": SAME_FILES}, "U-07 of #40, U-01"),
    ],
    ids=["an edited PRD", "broken settings", "a late answer", "many issues", "no place", "the same files"],
)  # fmt: skip
def test_a_row_says_what_holds_it_up(entries: Sequence[e.Entry], view: dict[str, object], row: str) -> None:
    assert row in card(s.run_of(entries), s.view(**view))


@pytest.mark.parametrize("by", get_args(Hurdle))
def test_a_row_says_what_held_it_up_that_nothing_is_lost_and_what_somebody_can_do(by: Hurdle) -> None:
    shown = card(s.run_of(s.PROPOSED), s.view(held_up=HeldUp(by, s.NOW)))
    (row,) = [line for line in shown.splitlines() if line.startswith("| Held up lately |")]
    assert "21 Nov, 10:44 UTC" in row
    assert "I went on by myself; nothing is lost" in row
    assert any(words in row for words in ("Nobody need do anything", "If it", "If I "))


@pytest.mark.parametrize("what", get_args(Became))
def test_a_row_says_what_became_of_the_repository_and_what_somebody_can_do(what: Became) -> None:
    shown = card(s.run_of(s.PROPOSED), s.view(became=(Changed(what, "one", "two", s.NOW),)))
    (row,) = [line for line in shown.splitlines() if line.startswith("| Changed lately |")]
    assert row.endswith(". Nothing is lost |")
    assert ("`one`" in row and "`two`" in row) or what == "public"
    assert any(words in row for words in ("Nobody need do anything", "`/stop`", "`/refine`", "`/pause`"))


def test_the_newest_change_comes_first() -> None:
    earlier = Changed("branch", "main", "trunk", s.NOW - timedelta(minutes=1))
    shown = card(s.run_of(s.PROPOSED), s.view(became=(earlier, Changed("public", "", "", s.NOW))))
    rows = [line for line in shown.splitlines() if line.startswith("| Changed lately |")]
    assert ["public now" in row for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (600.0, "the clock of the machine I run on is about 10 minutes behind GitHub's"),
        (-600.0, "the clock of the machine I run on is about 10 minutes ahead of GitHub's"),
        (60.0, None),
        (-60.0, None),
    ],
)
def test_a_row_says_that_the_clock_is_wrong(behind: float, told: str | None) -> None:
    shown = card(s.run_of(s.PROPOSED), s.view(clock_behind=behind))
    rows = [line for line in shown.splitlines() if line.startswith("| Clock |")]
    assert [str(told) in row for row in rows] == ([True] if told else [])


@pytest.mark.parametrize("held", [s.PAUSED, s.STUCK])
def test_a_held_run_counts_no_time(held: Sequence[e.Entry]) -> None:
    shown = card(s.run_of(held), s.view(late=LATE, progress=Progress(1, 2, s.NOW)))
    assert "Held up" not in shown
    assert "so far" not in shown


def test_a_run_in_which_only_agents_spoke_lately_has_no_fold_about_it() -> None:
    entries = (*s.STARTED, *s.STARTED[-1:] * 12)
    assert "What happened lately" not in card(s.run_of(entries), s.view(pack=None, backlog=None))


# Whose turn it is.


@pytest.mark.parametrize(
    ("entries", "head", "way"),
    [
        (d.APPROVED_PLAN_KEPT[:-2], "🔵 Redrawing the plan from what you said (plan v3)", "the planner"),
        (
            (*s.BACKLOG, EDITED),
            "the PRD changed after plan v2 was drawn",
            "`/refine plan read the PRD again`",
        ),
        (
            (*d.BACKLOG_2[:-4], e.Rejected(target="backlog", why="too large", by=s.RAJ)),
            "backlog v1 was rejected; say what to change",
            "`/refine` on [backlog v1]",
        ),
    ],
    ids=["the plan is redrawn", "the PRD was edited", "the backlog was rejected"],
)
def test_a_backlog_waits_for_what_comes_first(entries: Sequence[e.Entry], head: str, way: str) -> None:
    told = turn(s.run_of(entries), s.view())
    assert head in told.headline
    assert way in told.waiting


def test_a_second_backlog_of_an_edited_prd_needs_the_old_text() -> None:
    again = (
        *s.DELIVERING,
        *d.BACKLOG_2[len(s.BACKLOG) :],
        EDITED,
    )
    told = turn(s.run_of(again), s.view())
    assert told.waiting == "the old text put back, or `/stop`"


def test_with_nothing_to_draw_the_checks_are_waited_for() -> None:
    run = s.run_of(s.PENDING)
    for unit in ("U-02", "U-03"):
        run = with_unit(run, replace(run.units[unit], state=UnitState.DONE))
    told = delivering(run, s.view())
    assert told.headline == "🔵 #41 open; 2 of 3 units ended"
    assert told.waiting == "the checks and a merge of #41"


# What happened, and what would.


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (e.Rejected(target="backlog", why="", by=s.RAJ), "`@raj` rejected the backlog"),
        (e.Rejected(target="PS-1", why="no", by=s.RAJ), "`@raj` rejected PS-1"),
        (d.AGAIN[-1], "U-01 is drawn again: `main` moved under `app/accounts.py`"),
        (d.DRIFTED[-1], "`@mona` changed files of FR-1, FR-2"),
        (d.AMENDED, "`@mona` amended what was changed in FR-2"),
        (d.GIVEN_UP[-1], "U-01 was given up after 3 attempts"),
        (e.BudgetRaised(by=s.RAJ, cap=10_000_000), "`@raj` set the budget of this run to \\$10.00"),
        (e.UnitGivenBack(unit="U-01", by=s.MONA), "`@mona` gave U-01 back"),
        (
            e.CommandRefused(by=s.RAJ, command="approve", code="SB-1", reason="Not now."),
            "What `@raj` asked for was refused",
        ),
        (e.Paused(by=s.RAJ), "`@raj` paused the run"),
        (e.Retried(by=s.MONA, unit="U-01"), "`@mona` asked me to try U-01 again"),
        (e.Retried(by=s.MONA), "`@mona` asked me to try it again"),
        (d.DRAFT[-1], "#41 stays a draft"),
        (d.KEPT[-1], "#41 is for a person to merge"),
    ],
)
def test_what_happened_is_one_line(entry: e.Entry, words: str) -> None:
    assert entry.type in HAPPENED
    assert happened(entry, s.view()) == words


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (s.OVERRIDDEN[-1], f"let the rule `ci-files` pass for PS-1 `{s.PS_1[:12]}`"),
        (d.AMENDED, "record that the change of FR-2 is amended"),
    ],
)
def test_what_a_command_would_do_is_one_line(entry: e.Entry, words: str) -> None:
    assert would(entry) == words


def test_an_entry_without_words_of_its_own_is_told_by_its_name() -> None:
    told = said_of((*s.PAUSED, e.Resumed(by=s.RAJ)))
    assert told.startswith("Resumed.\n\n<sub>entry ")


@pytest.mark.parametrize(
    ("state", "becomes"),
    [
        (UnitState.VERIFYING_CI, "#41 does not know the answer and stays as it was approved"),
        (UnitState.TAKEN, "`@mona` has it in hand"),
        (UnitState.QUEUED, "takes it in when it is drawn"),
        (UnitState.WAITING_USER_APPROVAL, "is drawn again with it"),
    ],
)
def test_what_becomes_of_a_unit_with_a_late_answer_goes_by_how_far_it_is(
    state: UnitState, becomes: str
) -> None:
    unit = replace(s.run_of(s.PENDING).units["U-01"], state=state, holder=s.MONA)
    assert _becomes(unit, s.view()).startswith(becomes)


def test_a_unit_that_needs_a_look_is_named_beside_the_patchsets_that_wait() -> None:
    run = s.run_of(s.JUDGED)
    one = run.units["U-03"]
    for state, told in ((UnitState.BLOCKED_POLICY, True), (UnitState.QUEUED, False)):
        waiting = delivering(with_unit(run, replace(one, state=state)), s.view()).waiting
        assert waiting.endswith(f"; a look at U-03 in #{one.issue}") is told


def _unboxed(*questions: e.AskedQuestion) -> e.QuestionsAsked:
    return e.QuestionsAsked(questions=questions, blocking=("Q2",), draft="1" * 64)


def test_the_card_speaks_of_boxes_and_defaults_only_where_there_are_some() -> None:
    both = turn(s.run_of(s.ASKED), s.view()).waiting
    assert "tick a box or say `/answer 2 …`; 2 of 3 with a default I can take" in both
    open_ = next(each for each in s.QUESTIONS if each.id == "Q2")
    alone = turn(s.run_of((*s.ASKED[:-1], _unboxed(open_))), s.view()).waiting
    assert alone.endswith(": say `/answer 2 …`")
    more = replace_id(open_, "Q3")
    none = turn(s.run_of((*s.ASKED[:-1], _unboxed(open_, more))), s.view()).waiting
    assert none.endswith(": say `/answer 2 …`; none has a default I could take")


def replace_id(question: e.AskedQuestion, id_: str) -> e.AskedQuestion:
    return question.model_copy(update={"id": id_})


def test_a_headline_gives_the_first_sentence_of_a_long_reason_and_no_role() -> None:
    reason = "planner: the model's answer could not be used, nor its 2 repairs. Wrong in the last: Demands: nfrs: Field required"
    run = s.run_of((*s.PLANNING, e.NeedsHuman(reason=reason)))
    assert (
        turn(run, s.view()).headline
        == "🟠 I need a person: the model's answer could not be used, nor its 2 repairs"
    )


@pytest.mark.parametrize(
    ("entries", "steps"),
    [
        (s.PLANNING[:1], "**Triage ⚫** → Plan → Backlog"),
        (s.PROPOSED, "Triage ✅ → **Plan ⚫** → Backlog"),
        (s.BACKLOG, "Triage ✅ → Plan ✅ → **Backlog ⚫** → Issues"),
        (s.JUDGED, "Backlog ✅ → Issues ✅ → **Units ⚫** → Done"),
    ],
    ids=["at once", "plan", "backlog", "units"],
)
def test_the_journey_of_a_run_that_was_ended_shows_how_far_it_came(
    entries: Sequence[e.Entry], steps: str
) -> None:
    assert steps in stepper(s.run_of((*entries, e.Stopped(by=s.RAJ, why="we buy it"))))


def test_a_unit_with_red_checks_is_not_told_to_be_tried_again() -> None:
    run = s.run_of(s.RED)
    one = run.units["U-03"]
    waiting = delivering(with_unit(run, replace(one, state=UnitState.DONE)), s.view()).waiting
    assert waiting.endswith("`/refine` or your own hands")
    assert "/retry" not in waiting


@pytest.mark.parametrize(
    ("entries", "head"),
    [
        (s.RED, "🟠 I need a person for U-01"),
        (s.TRIED_AGAIN, "🔵 The checks of #41 are red, and I am at it; 0 of 3 units ended"),
        (s.FAILED, "🟠 I need a person for U-01"),
        (s.FIXING, "🔵 The checks of #41 are red, and I am at it; 0 of 3 units ended"),
        (s.NO_FIX, "🟠 I need a person for U-01"),
    ],
    ids=["red", "tried again", "still red", "a fix is asked for", "no fix"],
)
def test_red_checks_are_a_person_s_turn_once_nothing_else_is_tried(
    entries: Sequence[e.Entry], head: str
) -> None:
    assert turn(s.run_of(entries), s.view()).headline.startswith(head)


@pytest.mark.parametrize(
    ("tokens", "provider", "said"),
    [
        (0, "built-in planner", "Nothing: no model was called"),
        # A model that only ever was busy was called all the same.
        (0, "claude-sonnet-5-5", "Nothing so far"),
        (600, "claude-sonnet-5-5", "600 tokens"),
        (48_000, "claude-sonnet-5-5", "48k tokens"),
        (4_800_000, "claude-sonnet-5-5", "4.8M tokens"),
    ],
)
def test_what_a_run_has_cost_is_told_short(tokens: int, provider: str, said: str) -> None:
    cost = (e.Spent(model=provider, input_tokens=tokens),) if tokens else ()
    run = replace(s.run_of(s.PLANNING), spent=cost)
    assert spent(run, s.view(provider=provider)).startswith(said)
