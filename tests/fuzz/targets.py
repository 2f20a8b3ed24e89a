"""What reads bytes from outside, each as a function that takes any bytes and keeps its promise or fails.

A row of `TARGETS` is a name, the function, and a few inputs to begin with. `tests.fuzz.run` looks for inputs that break one.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from agents.ask import ModelReply
from agents.model_turns import mistakes
from agents.roles import ROLES
from bot import strict_json
from bot.fits import fits
from config.repo_policy import RepoPolicy
from config.yaml_reader import Invalid
from handlers import blocks, commands, comments, ticks
from handlers.route import OWN_EVENTS, ROUTES, run_key
from handlers.route import commands as asked_for
from policies import commands as c
from policies import owners, tree
from policies.chain import Broken, from_jsonl, to_jsonl, verify
from policies.characters import visible
from policies.people import Person
from policies.tree import Change
from tests.agents import modelled
from tests.handlers import payloads
from tests.policies.chains import KEYS, chain

EVENTS = sorted({event for event, _ in ROUTES} - OWN_EVENTS)
SAID = c.Said(Person(id=7, login="mona"), 70, "0" * 64, 12, "2026-11-21T10:00:00Z")
RECORDS = chain()
LEDGER = to_jsonl(RECORDS)
ARTIFACT = b"# The plan\n" * 40


@dataclass(frozen=True, slots=True)
class Target:
    """One reader: `try_` raises when a promise breaks, `seeds` are where the search begins."""

    try_: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def webhook(data: bytes) -> None:
    """A signed body under any event's name is refused, or routed without an exception."""
    event = EVENTS[data[0] % len(EVENTS)] if data else EVENTS[0]
    try:
        payload = strict_json.loads(data[1:])
    except strict_json.NotStrict:
        return
    json.dumps(payload, ensure_ascii=False).encode()
    if isinstance(payload, dict) and fits(event, payload):
        key = run_key(event, payload)
        assert key is None or "#" in key
        asked_for(event, payload, delivery="d")


def command(data: bytes) -> None:
    """A comment is commands or talk; each command has a verb we know or says what is wrong, and a quote holds none."""
    text = data.decode(errors="replace")
    found = comments.lines(text, short=commands.BY_VERB)
    assert len(found) <= comments.MAX_COMMANDS + 1
    read = tuple(commands.read(line, SAID) for line in found)
    commands.judged_together(read, SAID)
    assert not found or comments.may_be_for_us(text)
    comments.hidden(text, short=commands.BY_VERB)
    quoted = "\n".join(f"> {row}" for row in text.replace("\r", "\n").split("\n"))
    assert comments.lines(quoted, short=commands.BY_VERB) == ()


def settings(data: bytes) -> None:
    """A settings file is a policy, or names the line that is wrong."""
    policy = RepoPolicy.read(data)
    if isinstance(policy, Invalid):
        assert 1 <= policy.line <= data.count(b"\n") + data.count(b"\r") + 1
        policy.message.encode()
    else:
        assert RepoPolicy.read(data) == policy
        assert len(policy.digest) == 64


def hidden_block(data: bytes) -> None:
    """What comes out of a comment's hidden blocks is what was put in: records that hash alike, artifacts named by their digest."""
    body = data.decode(errors="replace")
    records = blocks.read_ledger(body)
    if not isinstance(records, Broken) and records:
        assert blocks.read_ledger(blocks.ledger_block(records)) == records
        assert isinstance(verify(records, KEYS), Broken) or records == RECORDS[: len(records)]
    for digest, content in blocks.read_artifacts([body]).items():
        assert hashlib.sha256(content).hexdigest() == digest
    ticks.ticked(body, body)


def shown_diff(data: bytes) -> None:
    """What people are shown of two contents names their change and hides no character."""
    before, _, after = data.partition(b"\xff")
    change = Change(path="src/app.py", before=before, after=after)
    shown = tree.diff((change,))
    assert bool(shown) == (before != after)
    assert visible(shown.replace("\n", "")) == shown.replace("\n", "")
    tree.changed_lines(change)


def code_owners(data: bytes) -> None:
    """An owners file is read, or what of it cannot be is told with its line; who owns a path stands in a line of it."""
    lines = data.count(b"\n") + 1
    for each in owners.owned(data, ("src/app.py", "docs/a b.md", "CODEOWNERS")):
        assert 1 <= each.line <= lines
        assert each.owners or each.unknown
    for told in owners.unreadable("CODEOWNERS", 0o100644, data):
        assert told.startswith("CODEOWNERS:")
        assert visible(told) == told


def ledger(data: bytes) -> None:
    """A ledger file that is read is in canonical form, and one that verifies is the one that was signed."""
    records = from_jsonl(data)
    if isinstance(records, Broken):
        return
    assert to_jsonl(records) == data
    assert isinstance(verify(records, KEYS), Broken) or records == RECORDS[: len(records)]


def model_json(data: bytes) -> None:
    """A model's reply to the first section of a plan is taken, or its mistakes are told in words of our own."""
    section = ROLES["planner"].sections[0].name
    reply = ModelReply(data.decode(errors="replace"), "end_turn", modelled.USAGE)
    for mistake in mistakes(modelled.PLAN, section, {section: reply}):
        mistake.encode()


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "webhook": Target(
            webhook,
            tuple(
                bytes([EVENTS.index(name)]) + json.dumps(payload).encode()
                for name, payload in (
                    (
                        "issues",
                        payloads.event("labeled", issue=payloads.issue(), label={"name": "signalbox"}),
                    ),
                    (
                        "issue_comment",
                        payloads.event(
                            "created", issue=payloads.issue(), comment=payloads.comment("/signalbox status")
                        ),
                    ),
                    ("pull_request", payloads.event("closed", pull_request=payloads.pull())),
                )
            ),
        ),
        "command": Target(
            command,
            (
                b"/signalbox approve PS-2 1c9e04b7aa31",
                b"/answer 2 Germany\n\n/answer 3 no\n",
                b"> /approve\n\n```\n/stop\n```\n<!-- /pause -->",
                b"/signalbox simulate refine drop R-4",
            ),
        ),
        "settings": Target(
            settings,
            (
                b"approvals:\n  minimum: 2\nfrozen_paths: [infra/**]\n",
                b"gates:\n  size: warn\nsize:\n  files: 3\n",
                b"{a: [b, {c: 'd'}]}",
            ),
        ),
        "hidden-block": Target(
            hidden_block,
            (
                blocks.ledger_block(RECORDS[:2]).encode(),
                "\n".join(blocks.artifact_blocks(ARTIFACT)).encode(),
            ),
        ),
        "shown-diff": Target(
            shown_diff, (b"a\nb\n\xffa\nc\n", b"\xffnew", "x\u202ey\xff".encode("latin-1", "ignore"))
        ),
        "code-owners": Target(
            code_owners,
            (
                b"* @raj\n/docs/ @acme/docs docs@acme.example # who\nsrc/** \n",
                b"\xef\xbb\xbf!x @a\n[ab] @b\n\\# @c\n",
            ),
        ),
        "ledger": Target(ledger, (LEDGER, LEDGER[:400])),
        "model-json": Target(
            model_json, (json.dumps(modelled.demands()).encode(), b'{"requirements": [], "nfrs": []}')
        ),
    }
)
