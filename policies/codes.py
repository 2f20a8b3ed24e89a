"""What the code at the foot of a refusal means, for whoever looks it up: what happened, and the way on."""

from collections.abc import Mapping
from types import MappingProxyType

CODES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "SB-101": (
            "You may not ask for this here: GitHub or the repository's settings give others the right.",
            "Your comment stays as a note to them. Whoever has no part in the run gets a reaction and no words.",
        ),
        "SB-102": (
            "A comment that was edited or deleted decides nothing, because people may have read it as it was before.",
            "Write it as a new comment.",
        ),
        "SB-103": (
            "You asked for this, wrote it, or let a rule pass for it, and the repository wants somebody else's yes.",
            "Ask another person who may approve.",
        ),
        "SB-104": ("A bot or an App said it. Only people clear signals.", "A person says it as themselves."),
        "SB-107": ("You have said it already, and once is all that counts.", "Another person says it too."),
        "SB-110": (
            "There is no such command.",
            "The reply names the nearest one; `/signalbox help` lists what works.",
        ),
        "SB-111": (
            "Not now: nothing of that name waits, or the run is past that.",
            "`/signalbox status` shows what waits.",
        ),
        "SB-112": (
            "It is not clear which thing or which version is meant.",
            "Paste the line with the digest.",
        ),
        "SB-113": (
            "The command stands in a quote, in code, in a list or in a review.",
            "Write the line in a comment, by itself, with an empty line above it.",
        ),
        "SB-114": (
            "The run is paused, or held until a person has looked.",
            "`/signalbox resume`, once the cause is gone.",
        ),
        "SB-115": (
            "There is no run on this issue.",
            "Put the label `signalbox` on it, or say `/signalbox plan`.",
        ),
        "SB-116": ("Triage advised against planning now.", "`/signalbox plan anyway` overrules it."),
        "SB-117": (
            "It is not clear what the answer answers, or there is nothing to answer.",
            "Begin with the question's number, or say `/signalbox answer defaults`.",
        ),
        "SB-118": (
            "The wish has no words, or more than can be kept.",
            "Say what to change: `/signalbox refine use SQLite instead of Postgres`.",
        ),
        "SB-119": ("The backlog has no such slice or unit.", "Name some that are in it."),
        "SB-120": (
            "The issue cannot be planned from: it is empty, far too long, or not text.",
            "Edit the issue.",
        ),
        "SB-121": ("The command is known, and what follows it is not.", "The reply shows how it is written."),
        "SB-122": (
            "These commands cannot share a comment: too many, or they contradict each other.",
            "Write them one comment after the other.",
        ),
        "SB-123": (
            "This thread is no part of the run.",
            "Say it on the run's issue, or where the run opened something.",
        ),
        "SB-124": (
            "A rule is let pass with a reason only.",
            "End the line with `because` and the reason; it goes on record.",
        ),
        "SB-126": (
            "More comments with commands than one person can have read within ten minutes.",
            "Wait ten minutes. What was read before counts.",
        ),
        "SB-127": (
            "The approval would make more issues than the repository's settings allow at once.",
            "Paste the line in the reply: it begins with a part. Or change `max_issues`.",
        ),
        "SB-128": (
            "A yes in plain words, such as `approve` or `LGTM`, decides nothing. It is told once in a thread.",
            "Paste the line in the reply, if a yes was meant.",
        ),
        "SB-201": (
            "You named another version than the one that stands there now.",
            "Read the newest version, then paste the line in the reply.",
        ),
        "SB-203": (
            "The base does not hold any more: another default branch or none, moved under what is touched, or without the commit.",
            "Ask for it on the current base with the line in the reply. A missing branch is brought back first.",
        ),
        "SB-204": (
            "The PRD was edited after this was drawn.",
            "Have the plan drawn again, or put the text back.",
        ),
        "SB-205": (
            "A yes without a digest came too soon after the version to be for it.",
            "Paste the line with the digest.",
        ),
        "SB-206": (
            "The patchset could not be computed again with the digest you read.",
            "Ask for it afresh with the line in the reply.",
        ),
        "SB-301": (
            "A rule of the repository blocks it.",
            "Ask for one that keeps the rule; somebody with the right to can let it pass.",
        ),
        "SB-302": (
            "`.github/signalbox.yml` on the default branch cannot be read, so nothing is approved.",
            "Mend the line that the reply names; `python -m bot config check` finds it.",
        ),
        "SB-303": (
            "This rule keeps writes inside the repository and away from the App's own rules; nobody lets it pass.",
            "Ask for a patchset that keeps it.",
        ),
        "SB-304": ("This rule does not block the patchset.", "The reply names what does."),
        "SB-402": (
            "A budget for models is reached, or the number is no budget that can be set.",
            "`/signalbox budget` raises the run's; the others are the operator's.",
        ),
        "SB-901": (
            "The record of the run in the App's comments is not what was signed.",
            "Undo the edit that the comment's history shows, or open a new issue.",
        ),
    }
)


def table() -> str:
    """All codes as a table in Markdown."""
    rows = [f"| {code} | {what} | {way} |" for code, (what, way) in sorted(CODES.items())]
    return "\n".join(["| Code | What happened | What to do |", "|---|---|---|", *rows, ""])
