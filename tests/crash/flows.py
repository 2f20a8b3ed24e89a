"""The flows of the App as a table: where each begins and what happens. A row here is struck at every call with every fault."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.errors import SignalboxError
from bot.signing_key import public_pem, signing_key
from handlers.markers import mark
from handlers.ticks import box
from policies.run import Run
from sandbox import hooks, install
from tests.crash.checks import green, pull_request_of, red
from tests.stories.losing import ALL, lose, lose_database
from tests.stories.plan_lines import comments, on_line
from tests.stories.seen import REPO, REPOSITORY
from tests.stories.stage import Play

Step = Callable[[Play], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Flow:
    """`start` is a row of `starts.STARTS`; the App is done with a step before the next is taken."""

    name: str
    start: str
    steps: tuple[Step, ...]


async def look_again(play: Play) -> None:
    """The App looks for what it was not told, as it does after a start and every few minutes, until a look succeeds."""
    for _ in range(5):
        try:
            await play.app.sweep.once()
        except (SignalboxError, KeyError, TypeError, ValueError):  # as the App's own loop bears it
            play.wait(play.app.sweep.pause())
        else:
            return
    raise AssertionError("no look at GitHub succeeds")


def says(who: str, line: Callable[[Run], str] | str, *, unit: str = "") -> Step:
    """Somebody says something, and nobody waits for the App; in a unit's issue where one is named."""

    async def step(play: Play) -> None:
        text = line
        thread = play.issue
        if unit or callable(line):
            run = await play.run()
            text = line(run) if callable(line) else line
            thread = run.units[unit].issue if unit else play.issue
        await play.person(who).comment(REPOSITORY, thread, str(text))

    return step


def at_once(*steps: Step) -> Step:
    """Several things that happen before the App hears of any of them; the webhooks come afterwards, in order."""

    async def step(play: Play) -> None:
        await play.github.control("/webhooks", hold=True)
        for each in steps:
            await each(play)
        await play.github.control("/webhooks", hold=False)

    return step


async def _label(play: Play) -> None:
    path = f"{REPO}/issues/{play.issue}/labels"
    await play.person("tess").do("POST", path, {"labels": ["signalbox"]})


async def _tick(play: Play) -> None:
    asked = await play.newest("turn")
    question = next(each for each in (await play.run()).questions if each.choices)
    mark = box(question.id, "a")
    body = {"body": asked.body.replace(mark, mark.replace("[ ]", "[x]"))}
    await play.person("raj").do("PATCH", f"{REPO}/issues/comments/{asked.id}", body)


async def _assigned(play: Play) -> None:
    issue = (await play.run()).units["U-01"].issue
    await play.person("raj").do("POST", f"{REPO}/issues/{issue}/assignees", {"assignees": ["raj"]})


async def _merged(play: Play) -> None:
    pull = pull_request_of(await play.run())
    shown = await play.pull(pull.number)
    if shown["draft"]:
        await play.presses_ready("raj", shown["node_id"])
    body = {"sha": pull.commit_sha, "merge_method": "merge"}
    await play.person("raj").do("PUT", f"{REPO}/pulls/{pull.number}/merge", body)


async def _closed_by_hand(play: Play) -> None:
    run = await play.run()
    for unit in run.units.values():
        if unit.id != "U-01":
            await play.person("raj").do("PATCH", f"{REPO}/issues/{unit.issue}", {"state": "closed"})


async def _out_of_earshot(play: Play) -> None:
    await lose(play, ALL)


async def _heard_again(play: Play) -> None:
    await lose(play, 0)


async def _forgotten(play: Play) -> None:
    play.github.world.deliveries.clear()


async def _suspended(play: Play) -> None:
    await play.registered.as_app.put(f"/app/installations/{play.registered.installation_id}/suspended")


async def _let_in(play: Play) -> None:
    await play.registered.as_app.delete(f"/app/installations/{play.registered.installation_id}/suspended")


async def _uninstalled(play: Play) -> None:
    world, raj = play.github.world, play.github.world.user("raj")
    assert raj is not None
    install.uninstall(world, world.installations[play.registered.installation_id], by=raj)


async def _installed_again(play: Play) -> None:
    """Under another number, as GitHub does."""
    world = play.github.world
    repo, raj = world.repo(*REPOSITORY.split("/")), world.user("raj")
    assert repo is not None
    assert raj is not None
    install.install(world, world.apps[play.registered.slug], repo.owner, repos=[repo], by=raj)


async def _new_keys(play: Play) -> None:
    """Another key signs the ledger from now on, and GitHub still signs with the secret before."""
    await play.stop()
    old = signing_key("", play.data / "ledger_key.pem").public_key()
    (play.data / "ledger_key.pem").unlink()
    changed = {
        "ledger_keys_previous": public_pem(old).decode(),
        "webhook_secret": play.settings.webhook_secret.__class__(
            "another secret of thirty-two bytes or more"
        ),
        "webhook_secret_previous": play.settings.webhook_secret,
    }
    play.settings = play.settings.model_copy(update=changed)
    await play.start()


async def _reviewed(play: Play) -> None:
    """A comment on a line of the plan's pull request, of which only the second webhook arrives, without the review."""
    await lose(play, 1)
    await comments(play, "raj", await on_line(play, "- R-2 ", "Please remove this."))


async def _says_it_is_of_another_run(play: Play) -> None:
    """A person's own pull request, with a marker in its text."""
    raj, branch, body = play.person("raj"), "elsewhere", mark("pull", run=99)
    sha = (await raj.do("GET", f"{REPO}/git/ref/heads/main"))["object"]["sha"]
    await raj.do("POST", f"{REPO}/git/refs", {"ref": f"refs/heads/{branch}", "sha": sha})
    await play.pushes("raj", {"elsewhere.txt": "By hand.\n"}, branch=branch)
    await raj.do(
        "POST", f"{REPO}/pulls", {"title": "Elsewhere", "head": branch, "base": "main", "body": body}
    )


async def _renamed(play: Play) -> None:
    await play.github.control("/users/raj/rename", to="raja")


async def called_otherwise(play: Play) -> None:
    """The repository is renamed."""
    world = play.github.world
    repo, raj = world.repo(*REPOSITORY.split("/")), world.user("raj")
    assert repo is not None
    assert raj is not None
    world.rename(repo, "store")
    hooks.emit(
        world,
        "repository",
        "renamed",
        sender=raj,
        repo=repo,
        changes={"repository": {"name": {"from": "shop"}}},
    )


async def _defaced(play: Play) -> None:
    """Somebody with write access writes into the App's own comment, below what it says."""
    told = await play.newest("turn")
    await play.person("raj").do(
        "PATCH", f"{REPO}/issues/comments/{told.id}", {"body": told.body + "\n\nHello."}
    )


def plan_approved(run: Run) -> str:
    """The line that approves the newest plan."""
    return f"/approve plan {run.plans[-1].digest[:12]}"


def backlog_approved(run: Run) -> str:
    """The line that approves the first slice of the newest backlog."""
    return f"/approve backlog {run.backlogs[-1].digest[:12]} --only S1"


def _whole(run: Run) -> str:
    return f"/approve backlog {run.backlogs[-1].digest[:12]}"


def _patchset(run: Run) -> str:
    seen = next(unit.patchset for unit in run.units.values() if unit.patchset)
    return f"/approve {seen.number} {seen.digest[:12]}"


def _answer(run: Run) -> str:
    return f"/answer {run.blocking[0].removeprefix('Q')} Stripe, in Germany"


SEARCH = "/refine add the requirement: A member can search tools by name"

PLANNING = (
    Flow("label to plan", "opened", (_label,)),
    Flow("label to plan, the rules broken", "rules broken", (_label,)),
    Flow("label to a long plan", "verbose", (_label,)),
    Flow("answer", "asked", (_tick, says("mona", _answer))),
    Flow("refine", "planned", (says("mona", SEARCH),)),
    Flow(
        "a refusal and the next word",
        "refused",
        (says("raj", "/approve plan 111111111111"), says("raj", SEARCH)),
    ),
    Flow("show", "planned", (says("eve", "/status"), says("mona", "/why R1"))),
    Flow("approve plan", "planned", (says("raj", plan_approved),)),
    Flow("approve plan as a team", "rules", (says("raj", plan_approved),)),
    Flow("review", "backlog", (_reviewed, look_again)),
    Flow("decompose again", "backlog", (says("mona", "/refine backlog drop U-05"),)),
    Flow("sync", "backlog", (says("raj", backlog_approved),)),
    Flow("sync thirty issues", "thirty units", (says("raj", _whole),)),
    Flow("sync again", "another backlog", (says("raj", backlog_approved),)),
)

PROPOSING = (
    Flow("propose", "delivering", (says("raj", "/refine PS-1 drop file .gitignore", unit="U-01"),)),
    Flow("approve to pull request", "delivering", (says("raj", _patchset, unit="U-01"),)),
    Flow("approve on a moved base", "base moved", (says("raj", _patchset, unit="U-01"),)),
    Flow("approve where there are no drafts", "no drafts", (says("raj", _patchset, unit="U-03"),)),
    Flow("a long diff", "model", (says("raj", "/refine PS-1 once more", unit="U-01"),)),
    Flow("a model's review", "model", (says("raj", _patchset, unit="U-01"),)),
    Flow("approve in place of another", "newer patchset", (says("raj", _patchset, unit="U-01"),)),
    Flow("taken over", "delivering", (_assigned,)),
)

CHECKING = (
    Flow("check result", "pull request", (green,)),
    Flow("red check", "pull request", (at_once(red),)),
    Flow("red again", "red", (at_once(red),)),
    Flow("green and merged by the App", "may merge", (green,)),
    Flow("green and queued by the App", "may queue", (green,)),
    Flow("merge", "pull request", (_merged, _closed_by_hand)),
)

# What may come between, at any time.
BETWEEN = (
    Flow("pause and resume", "delivering", (says("raj", "/pause"), says("raj", "/resume"))),
    Flow("ledger append", "long", (says("raj", "/pause " + "because " * 200), says("raj", "/resume"))),
    Flow(
        "rebuild",
        "pull request",
        (_says_it_is_of_another_run, lose_database, look_again, says("raj", "/why U-01")),
    ),
    Flow("lost webhooks", "planned", (_out_of_earshot, says("raj", "/status"), _heard_again, look_again)),
    Flow(
        "nothing told",
        "pull request",
        (_out_of_earshot, green, _merged, _closed_by_hand, _forgotten, _heard_again, look_again),
    ),
    Flow(
        "suspended in mid-run",
        "planned",
        (at_once(says("raj", plan_approved), _suspended), _let_in, look_again),
    ),
    Flow(
        "uninstalled in mid-run",
        "planned",
        (at_once(says("raj", plan_approved), _uninstalled), _installed_again, look_again),
    ),
    Flow("key rotation", "planned", (_new_keys, says("raj", plan_approved))),
    Flow("renamed", "planned", (at_once(says("raj", plan_approved), _renamed),)),
    Flow("called otherwise", "planned", (at_once(says("raj", plan_approved), called_otherwise), look_again)),
    Flow("defaced", "planned", (_defaced,)),
)

FLOWS = (*PLANNING, *PROPOSING, *CHECKING, *BETWEEN)
