"""What people read: golden files, and the rules every reply keeps whatever is put into it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
from markdown_it import MarkdownIt
from pydantic import BaseModel

from config.repo_policy import Commands, RepoPolicy
from handlers import markers
from handlers.commands import BY_VERB, read
from handlers.comments import lines
from handlers.replies import LABELS, card, commit_message, gates_check, notice, run_label, shown, unit_issue
from handlers.replies.happenings import HAPPENED
from handlers.replies.labels import UNIT
from handlers.replies.turns import turn
from policies import commands as c
from policies import entries as e
from policies.decision import Shown
from policies.people import Person
from policies.stages import Overlay, Stage, UnitState
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers.hostile_words import HOSTILE, REFERENCES
from tests.handlers.scenes import GOLDEN, SAID, SCENES, WRITER, approval, drawn_again, said_of

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# Commit messages are no Markdown, and show the person's mail address as GitHub wants it.
COMMENTS = {name: scene for name, scene in SCENES.items() if "commit" not in name}
OUR_HTML = re.compile(
    r"(?:<details><summary>[^<>]*(?:<a href=\"https://github\.com/acme/shop/issues/[0-9#a-z-]+\">v?[^<>]*</a>)?</summary>|</details>|</?sub>|<!-- signalbox:v1 [^<>]* -->|<!-- sb:q[0-9]+=[a-h] -->|\s)*"
)


@pytest.mark.parametrize(("name", "scene"), SCENES.items(), ids=SCENES.keys())
def test_a_reply_reads_as_its_golden_file(name: str, scene: Callable[[], str]) -> None:
    """To change what people read: python -m tests.handlers.scenes, and read the difference aloud."""
    assert scene().rstrip("\n") + "\n" == (GOLDEN / f"{name}.md").read_text()


def test_every_golden_file_is_a_scene() -> None:
    assert {path.stem for path in GOLDEN.glob("*.md")} == set(SCENES)


def blocks_of(reply: str) -> list[str]:
    return re.findall(r"^```text\n(.*?)\n```$", reply, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("scene", COMMENTS.values(), ids=COMMENTS.keys())
def test_a_reply_has_at_most_one_block_to_copy_and_it_stands_last(scene: Callable[[], str]) -> None:
    reply = scene()
    found = blocks_of(reply)
    assert len(found) <= 1
    assert not found or reply.endswith(f"```text\n{found[0]}\n```")


def printed(reply: str) -> Iterator[str]:
    for block in blocks_of(reply):
        yield from block.splitlines()
    for code in re.findall(r"`(/[^`]+)`", reply):
        yield code.replace("\\|", "|")


@pytest.mark.parametrize("scene", COMMENTS.values(), ids=COMMENTS.keys())
def test_a_command_that_is_printed_can_be_read(scene: Callable[[], str]) -> None:
    for command in printed(scene()):
        if re.search(r"[…<\[]", command):
            continue
        (line,) = lines(command, short=tuple(BY_VERB))
        assert not isinstance(read(line, SAID), c.Misread) or command in {
            "/accept",
            "/amend",
            "/refine",
            "/answer",
            "/budget",
            "/override",
        }, command


def judge(reply: str) -> None:
    # A fence ends with as many marks as it began with, so that what is quoted in it cannot end it.
    outside = re.sub(r"^(`{3,})[^`]*?$.*?^\1$", "", reply, flags=re.DOTALL | re.MULTILINE)
    assert not re.search(r"^(?:/|bors\b|atlantis\b)", outside, re.MULTILINE)
    for token in PARSER.parse(reply):
        assert token.type != "html_block" or OUR_HTML.fullmatch(token.content), token.content
        for child in token.children or ():
            assert child.type != "image"
            assert child.type != "html_inline" or OUR_HTML.fullmatch(child.content), child.content
            if child.type == "link_open":
                assert str(child.attrs["href"]).startswith(s.WEB)
            if child.type == "text":
                called = set(re.findall(r"@([A-Za-z0-9_-]+)", child.content))
                assert called <= {"mona", "raj"}, child.content


@pytest.mark.parametrize("scene", COMMENTS.values(), ids=COMMENTS.keys())
def test_a_reply_calls_only_whose_turn_it_is_and_links_only_home(scene: Callable[[], str]) -> None:
    judge(scene())


def spoiled(value: Any, evil: str) -> Any:
    """The same pack or backlog with `evil` in every free text."""
    if isinstance(value, BaseModel):
        fields = {
            name: getattr(value, name)
            if _is_id(name, getattr(value, name))
            else spoiled(getattr(value, name), evil)
            for name in type(value).model_fields
        }
        return value.model_copy(update=fields)
    if isinstance(value, tuple):
        return tuple(spoiled(each, evil) for each in value)
    return f"{value} {evil}\n{evil}" if isinstance(value, str) else value


def _is_id(name: str, value: object) -> bool:
    fixed = {
        "id",
        "ids",
        "slice",
        "source",
        "target",
        "kind",
        "category",
        "priority",
        "origin",
        "size",
        "risk",
        "digest",
        "schema_version",
    }
    chosen = {
        "requirement_ids",
        "component_ids",
        "depends_on",
        "starts_after",
        "because",
        "requirement_id",
        "question",
        "changed_ids",
    }
    return name in fixed | chosen or not isinstance(value, BaseModel | tuple | str)


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_in_plan_and_backlog_only_show(evil: str) -> None:
    view = s.view(
        pack=spoiled(a.pack(), evil), earlier_pack=spoiled(a.pack(version=1), evil), backlog=spoiled(a.backlog(), evil),
        provider=evil, patchset=replace(a.patchset(), reasons={"app/accounts.py": evil}, notes=(evil,)),
    )  # fmt: skip
    assert view.pack
    assert view.backlog
    for entries in (s.ASKED, s.PROPOSED_2, s.BACKLOG, s.JUDGED, s.DONE):
        judge(without_diagram(said_of(entries, view)))
    words = e.QuestionAnswered(question="Q2", text=evil or "nothing", by=s.MONA, comment_id=1)
    judge(drawn_again(s.ASKED, words, view=view))
    judge(without_diagram(drawn_again(s.PROPOSED, *s.PROPOSED_2[len(s.PROPOSED) :], view=view)))
    judge(card(s.run_of(s.DONE), view))
    title, body = unit_issue(view.backlog.units[0], view.backlog, view.pack, s.run_of(s.SYNCING))
    judge(body)
    assert "\n" not in title
    assert not REFERENCES.search(title)
    message = commit_message(s.run_of(s.WRITING), approval(), "U-01", view)
    assert message.count("\n\n") == 2
    assert "[skip" not in message
    assert not re.search(r"#\d|gh-\d|[a-z]://", message.split("Signalbox-Run")[0], re.IGNORECASE)


def without_diagram(reply: str) -> str:
    """The diagram is the plan's own file and is judged where it is made."""
    return re.sub(r"```mermaid\n.*?\n```", "", reply, flags=re.DOTALL)


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_in_the_ledger_only_show(evil: str) -> None:
    entries: tuple[e.Entry, ...] = (
        e.NeedsHuman(reason=evil),
        e.WriteRefused(subject="plan", digest="0" * 64, reason=evil),
        e.ApprovalVoided(target="plan", digest="0" * 64, reason=evil),
        e.CommandRefused(by=s.RAJ, command="approve", code="SB-1", reason=evil, remedy=evil, paste=evil),
    )
    for entry in entries:
        judge(notice(s.run_of(s.PROPOSED), s.told((*s.PROPOSED, entry))[-1], s.view()))
    judge(card(s.run_of((*s.PROPOSED, e.NeedsHuman(reason=evil))), s.view()))


def test_a_card_of_thirty_units_is_short() -> None:
    backlog = a.backlog(30)
    run = s.run_of(
        (
            *s.BACKLOG[:-1],
            e.BacklogProposed(
                version=1, digest=s.BACKLOG_1, files={}, units={unit.id: () for unit in backlog.units}
            ),
            s.approved("backlog", s.BACKLOG_1),
            e.BacklogSynced(
                version=1,
                issues={unit.id: (n, n) for n, unit in enumerate(backlog.units, start=100)},
                slices={},
                writes=1,
            ),
        )
    )
    assert len(card(run, s.view(backlog=backlog))) < 6_000


def test_a_card_of_three_hundred_units_folds_the_rest() -> None:
    backlog = a.backlog(90)
    unit = next(iter(s.run_of(s.DELIVERING).units.values()))
    units = {each.id: replace(unit, id=each.id, issue=n) for n, each in enumerate(backlog.units, start=1000)}
    units |= {f"U-{n:04d}": replace(unit, id=f"U-{n:04d}", issue=n) for n in range(1100, 1310)}
    shown = card(replace(s.run_of(s.DELIVERING), units=units), s.view(backlog=backlog))
    assert len(shown) < 6_000
    assert "…and 270 more; each has its own issue." in shown


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("overlay", [None, *Overlay])
@pytest.mark.parametrize("state", UnitState)
def test_every_state_has_a_first_line(stage: Stage, overlay: Overlay | None, state: UnitState) -> None:
    run = s.run_of(s.GREEN)
    units = {unit.id: replace(unit, state=state) for unit in run.units.values()}
    held = replace(run, stage=stage, overlay=overlay, overlay_reason="why", units=units)
    now = turn(held, s.view())
    assert re.match(r"[🟡🔵🟠🔴🟣🟢⏸⚫]", now.headline)
    assert "\n" not in now.headline
    assert run_label(held) in LABELS
    assert run_label(held) != UNIT
    card(held, s.view())


@pytest.mark.parametrize(
    ("entries", "label"),
    [
        (s.STARTED, "signalbox/running"),
        (s.NO_GO, "signalbox/your-turn"),
        (s.PLANNING, "signalbox/running"),
        (s.ASKED, "signalbox/your-turn"),
        (s.PROPOSED, "signalbox/your-turn"),
        (s.SYNCING, "signalbox/running"),
        (s.DELIVERING, "signalbox/running"),
        (s.JUDGED, "signalbox/your-turn"),
        (s.GREEN, "signalbox/your-turn"),
        (s.STUCK, "signalbox/blocked"),
        (s.PAUSED, "signalbox/paused"),
        (s.OVER_BUDGET, "signalbox/paused"),
        (s.STOPPED, "signalbox/done"),
        (s.DONE, "signalbox/done"),
    ],
)
def test_a_run_carries_the_label(entries: tuple[e.Entry, ...], label: str) -> None:
    assert run_label(s.run_of(entries)) == label


def test_what_the_card_tells_of_is_what_the_ledger_can_hold() -> None:
    tags = {kind.model_fields["type"].default for kind in get_args(e.Entry)}
    assert set(HAPPENED) <= tags


def test_where_short_forms_are_off_no_reply_prints_one() -> None:
    never = s.view(policy=RepoPolicy(commands=Commands(short="never")), pack=a.pack())
    run = s.run_of(s.PROPOSED_2)
    for reply in (
        card(run, never),
        said_of(s.PROPOSED_2, never),
        said_of(s.JUDGED, never),
        shown(Shown(SAID, "help"), run, WRITER, never),
    ):
        assert "`/signalbox " in reply
        assert not re.search(r"`/(?!signalbox )[a-z]", reply)


def test_a_commit_nobody_approved_fails_the_first_gate() -> None:
    run = s.run_of(s.GREEN)
    check = gates_check(replace(run, approvals=()), run.pull_requests[41], s.view())
    assert (check.conclusion, check.title) == (
        "failure",
        "3 of 4 gates passed, 1 to look at, Commit equals what was approved 06ad199debcb: not passed",
    )


def test_a_strange_login_is_never_a_mention() -> None:
    strange = Person(id=1, login="x) @acme/all")
    run = replace(s.run_of(s.ASKED), author=strange, started_by=strange)
    judge(card(run, s.view()))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("unit-issue", "unit"),
        ("slice-issue", "slice"),
        ("unit-pull-request", "pull"),
        ("plan-pull-request", "pull"),
    ],
)
def test_bodies_of_ours_begin_with_their_marker(name: str, kind: str) -> None:
    _, _, body = SCENES[name]().partition("\n\n")
    marker = markers.read(body)
    assert marker
    assert (marker.kind, marker.run) == (kind, 12)
