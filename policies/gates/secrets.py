"""No credential gets into a repository: new contents are searched for the shapes of keys, tokens and passwords.

The search itself is in `policies.credentials`.
"""

from policies.counting import count
from policies.credentials import Found, find
from policies.gates.input import GateInput
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "secrets"

MAX_BYTES = 1024 * 1024


def judge(gate_input: GateInput) -> Verdict:
    """Blocks what has the shape of a credential; warns of what may be one. What was there before does not count.

    The evidence names the place and the kind, never the text.
    """
    written = tuple(change for change in gate_input.patchset.changes if change.after is not None)
    if sum(len(change.after or b"") for change in written) > MAX_BYTES:
        return Block(
            rule=RULE,
            reason="The patchset is too large to be searched for credentials.",
            remedy="Split it.",
            evidence=(f"more than {MAX_BYTES // 1024} KiB",),
        )
    sure: list[str] = []
    unsure: list[str] = []
    for change in written:
        known = {each.text for each in find(_text(change.before))}
        for each in find(_text(change.after)):
            if each.text not in known:
                (sure if each.sure else unsure).append(f"{change.path}{_line(each)}: {each.kind}")
    if sure:
        return Block(
            rule=RULE,
            reason="Something has the shape of a credential.",
            remedy="Take it out and read it from the environment; if it is real, replace it now, for it has been seen.",
            evidence=(*sure, *unsure),
        )
    if unsure:
        return Warn(
            rule=RULE,
            reason="Something may be a password or a key.",
            remedy="Look at it before you approve; use a placeholder such as `changeme` in examples.",
            evidence=tuple(unsure),
        )
    return Pass(RULE, (f"{count(len(written), 'file')} searched",))


def _line(found: Found) -> str:
    return f":{found.line}" if found.line else ""


def _text(content: bytes | None) -> str:
    return (content or b"").decode(errors="replace")
