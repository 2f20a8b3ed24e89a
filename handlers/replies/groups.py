"""What our check says on the commit that a merge queue made of pull requests: no more than is known of each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.checks import Conclusion, GatesCheck


@dataclass(frozen=True, slots=True)
class Member:
    """A pull request of a group: whether it is ours, its head, and what our check came to there (empty: to nothing yet)."""

    number: int
    ours: bool
    head_sha: str
    conclusion: str


PASSED = frozenset({"success", "neutral"})


def group_check(members: Sequence[Member]) -> GatesCheck:
    """Passed when each of ours did; for a group without any of ours there is nothing to say, which holds nothing up."""
    ours = [each for each in members if each.ours]
    failed = [each for each in ours if each.conclusion not in PASSED]
    conclusion: Conclusion = "failure" if failed else "success" if ours else "neutral"
    if failed:
        title = f"#{failed[0].number} has not passed on its own head"
    elif ours:
        title = f"{w.and_([f'#{each.number}' for each in ours])} passed on {'its' if len(ours) == 1 else 'their'} own head"
    else:
        title = "no pull request of mine is in this group"
    rows = [(f"#{each.number}", m.code(each.head_sha[:7]), _word(each)) for each in members]
    table = m.table(("Pull request", "Head", "My check there"), rows)
    promise = (
        "What I promise is promised of the head of each pull request of mine: that it holds what was approved, byte for byte. "
        "This commit was made by the merge queue, of these heads and what was merged before them; nobody has approved its bytes."
    )
    return GatesCheck(title, w.blocks(table, promise), "", conclusion)


def _word(member: Member) -> str:
    if not member.ours:
        return "⚪ not mine"
    return {"success": "✅ passed", "neutral": "⚪ nothing against it"}.get(
        member.conclusion, "🔴 not passed" if member.conclusion else "🔴 not there, or not done"
    )
