"""What people do on a walk: a table of acts; each looks at the run as it stands and picks by a number what it is about."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from policies.run import Run
from sandbox import hooks
from sandbox.accounts import User
from tests.crash.endings import folded, records, repository
from tests.stories.prds import TOOLS
from tests.stories.seen import NAME, REPO, REPOSITORY
from tests.walks.expected import Word

if TYPE_CHECKING:
    from tests.stories.stage import Play

WRITES, TRIAGES = (
    frozenset({"write", "maintain", "admin"}),
    frozenset({"write", "maintain", "admin", "triage"}),
)
AUTHOR = "mona"
WISHES = ("A member can search tools by name", "A member can reserve a tool", "A tool has a photo")


class Acting:
    """The people of one walk; `words` are the commands they said since the last step."""

    def __init__(self, play: "Play") -> None:
        self.play = play
        self.words: list[Word] = []
        self.every: list[Word] = []

    def run(self) -> Run | None:
        """The run as its record tells it now."""
        return folded(records(self.play))

    def role(self, who: str) -> str:
        """What GitHub lets somebody do."""
        account = self.play.github.world.user(who)
        assert isinstance(account, User)
        return self.play.github.world.role(repository(self.play), account)

    async def says(
        self, who: str, line: str, *, thread: int = 0, digest: str = "", never: bool = False
    ) -> None:
        """Somebody says a command, and nobody waits for the App."""
        verb, role = line.split(maxsplit=1)[0].removeprefix("/"), self.role(who)
        may = role in WRITES
        if verb in {"refine", "answer"}:
            may = role in TRIAGES or who == AUTHOR
        known = role in TRIAGES or who == AUTHOR
        comment = await self.play.person(who).comment(REPOSITORY, thread or self.play.issue, line)
        word = Word(comment, who, verb, known=known, may=may, digest=digest, never=never)
        self.words.append(word)
        self.every.append(word)

    async def does(self, who: str, method: str, path: str, body: object) -> None:
        """Somebody does something on GitHub's page, which GitHub may refuse them."""
        await self.play.person(who).try_(method, f"{REPO}{path}", body)


Act = Callable[[Acting, int], Awaitable[None]]


def _waiting(run: Run, pick: int) -> tuple[str, str, int]:
    """Something that waits for a yes, its whole digest and its thread; the newest plan where nothing waits."""
    targets = run.waiting
    target = targets[pick % len(targets)] if targets else "plan"
    if unit := run.unit_of_patchset(target):
        assert unit.patchset is not None
        return target, unit.patchset.digest, unit.issue
    version = run.backlog if target == "backlog" else run.plan
    return target, version.digest if version else "0" * 64, run.key.issue


def _approves(who: str) -> Act:
    async def act(acting: Acting, pick: int) -> None:
        if (run := acting.run()) is not None:
            target, digest, thread = _waiting(run, pick)
            only = (" --only U-03", " --only S1")[pick % 2] if target == "backlog" else ""
            await acting.says(who, f"/approve {target} {digest[:12]}{only}", thread=thread, digest=digest)

    return act


async def _approves_another(acting: Acting, pick: int) -> None:
    """With the digest of what was never shown."""
    if (run := acting.run()) is not None:
        target, digest, thread = _waiting(run, pick)
        await acting.says("raj", f"/approve {target} {digest[11::-1]}", thread=thread, never=True)


def _says(who: str, line: str) -> Act:
    async def act(acting: Acting, _: int) -> None:
        await acting.says(who, line)

    return act


async def _refines(acting: Acting, pick: int) -> None:
    run = acting.run()
    wish = f"plan add the requirement: {WISHES[pick % len(WISHES)]}"
    if run is not None and run.units and pick % 2:
        unit = list(run.units.values())[pick % len(run.units)]
        await acting.says("raj", f"/refine {unit.id} draw it again", thread=unit.issue)
    else:
        await acting.says(AUTHOR, f"/refine {wish}")


async def _answers(acting: Acting, pick: int) -> None:
    await acting.says(AUTHOR, f"/answer {1 + pick % 4} default" if pick else "/answer defaults")


async def _edits_prd(acting: Acting, pick: int) -> None:
    body = {"body": f"{TOOLS}\n- FR-{20 + pick}: {WISHES[pick % len(WISHES)]}\n" if pick else TOOLS}
    await acting.does(AUTHOR, "PATCH", f"/issues/{acting.play.issue}", body)


async def _edits_word(acting: Acting, pick: int) -> None:
    if acting.every:
        word = acting.every[-1 - pick % len(acting.every)]
        word.touched = True
        await acting.does("raj", "PATCH", f"/issues/comments/{word.comment}", {"body": "not yet"})


async def _deletes_word(acting: Acting, pick: int) -> None:
    if acting.every:
        word = acting.every[-1 - pick % len(acting.every)]
        word.touched = True
        await acting.does("raj", "DELETE", f"/issues/comments/{word.comment}", None)


async def _pushes(acting: Acting, pick: int) -> None:
    await acting.play.cast(repository=repository(acting.play).full_name, ada="write")
    path = ("README.md", "docs/scope.md", "docs/other.md")[pick % 3]
    await acting.play.pushes("ada", {path: f"By hand, {pick}.\n"})


async def _role(acting: Acting, pick: int) -> None:
    role = ("triage", "write", "read", "admin")[pick % 4]
    await acting.play.github.role(repository(acting.play).full_name, raj=role)
    # The App may hear of what he has just said before this or after.
    for word in acting.words:
        word.may |= word.who == "raj" and role in WRITES
        word.known &= word.who != "raj" or role in TRIAGES


async def _closes(acting: Acting, pick: int) -> None:
    """An issue of the run is closed, or opened again where it was closed."""
    run, repo = acting.run(), repository(acting.play)
    issues = [*(unit.issue for unit in run.units.values())] if run else []
    number = [acting.play.issue, *issues][pick % (1 + len(issues))]
    reason = ("completed", "not_planned")[pick % 2]
    closed = {"state": "closed", "state_reason": reason}
    body = closed if repo.issues[number].state == "open" else {"state": "open"}
    await acting.does("raj", "PATCH", f"/issues/{number}", body)


async def _assigns(acting: Acting, pick: int) -> None:
    if (run := acting.run()) is not None and run.units:
        unit = list(run.units.values())[pick % len(run.units)]
        method = ("POST", "DELETE")[pick % 2]
        await acting.does("raj", method, f"/issues/{unit.issue}/assignees", {"assignees": ["raj"]})


async def _reports(acting: Acting, pick: int) -> None:
    pulls = list(repository(acting.play).pulls.values())
    if pulls:
        ended = {"conclusion": ("success", "failure")[pick % 2], "output": {"title": "CI", "summary": "CI"}}
        head = pulls[-1 - pick // 2 % len(pulls)].head_sha
        body = {"name": "build", "head_sha": head, "status": "completed", **ended}
        ci = await acting.play.ci_app()
        await ci.as_installation.post(f"/repos/{repository(acting.play).full_name}/check-runs", body)


async def _merges(acting: Acting, pick: int) -> None:
    pulls = [pull for pull in repository(acting.play).pulls.values() if pull.issue.state == "open"]
    if pulls:
        pull = pulls[pick % len(pulls)]
        pull.draft = False
        body = {"sha": pull.head_sha, "merge_method": "merge"}
        await acting.does("raj", "PUT", f"/pulls/{pull.issue.number}/merge", body)


async def _closes_pull(acting: Acting, pick: int) -> None:
    pulls = [pull for pull in repository(acting.play).pulls.values() if pull.issue.state == "open"]
    if pulls:
        number = pulls[pick % len(pulls)].issue.number
        await acting.does("raj", "PATCH", f"/pulls/{number}", {"state": "closed"})


async def _renames(acting: Acting, _: int) -> None:
    """The repository gets another name, or its first one again; people go on under the first, and GitHub sends them on."""
    world, repo = acting.play.github.world, repository(acting.play)
    before, raj = repo.name, world.user("raj")
    assert isinstance(raj, User)
    world.rename(repo, "store" if before == NAME else NAME)
    changes = {"repository": {"name": {"from": before}}}
    hooks.emit(world, "repository", "renamed", sender=raj, repo=repo, changes=changes)


ACTS: dict[str, Act] = {
    "approve": _approves("raj"),
    "approve with another digest": _approves_another,
    "a stranger approves": _approves("eve"),
    "tess approves": _approves("tess"),
    "refine": _refines,
    "answer": _answers,
    "pause": _says("raj", "/pause"),
    "resume": _says("raj", "/resume"),
    "stop": _says("raj", "/stop"),
    "a stranger stops": _says("eve", "/stop"),
    "retry": _says("raj", "/retry"),
    "status": _says("tess", "/status"),
    "edit the PRD": _edits_prd,
    "edit a comment": _edits_word,
    "delete a comment": _deletes_word,
    "push": _pushes,
    "another role": _role,
    "close or reopen": _closes,
    "assign": _assigns,
    "report a check": _reports,
    "merge": _merges,
    "close a pull request": _closes_pull,
    "rename": _renames,
}
