"""Performs effects: one small function for each kind, and each looks before it writes when it may have run before."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal, assert_never

from bot import events
from bot.clock import Clock
from bot.failing import run_again
from bot.gate_keeper import GateKeeper
from bot.github import Hub
from bot.handing import Handing
from bot.installations import WAKE
from bot.ledger import Loaded
from bot.place import Place
from bot.queue import Queue
from bot.reviewing import Reviewer
from bot.telling import Teller
from bot.views import Views
from handlers.replies import gates_check, proof, with_proof
from policies import effects as f
from policies.checks import PATIENCE
from policies.commands import ChecksReported, PullRequestKept
from policies.outstanding import is_to_be_written
from policies.run import PullRequest, Run
from policies.waiting import Quiet

CHECK_NAME = "signalbox/gates"
Kept = Literal["draft", "unmerged"]


@dataclass(frozen=True, slots=True)
class Performer:
    """Turns effects into calls; `again` says that the same effects may have been performed before."""

    hub: Hub
    queue: Queue
    teller: Teller
    views: Views
    keeper: GateKeeper
    reviewer: Reviewer
    clock: Clock
    app_id: str
    nudge_seconds: float

    async def perform(self, effect: f.Effect, loaded: Loaded, *, again: bool) -> None:
        """Perform one effect for the run as it is loaded."""
        place, run = loaded.place, loaded.run
        if run is None:
            return
        match effect:
            case f.AskRole():
                await self._ask(place, run, effect)
            case f.Tell():
                await self.teller.tell(loaded, run, effect, again=again)
            case f.Redraw():
                await self.teller.redraw(loaded, run, effect)
            case f.Point():
                await self.teller.point(loaded, run, effect, again=again)
            case f.SyncIssues():
                await self._put(
                    place,
                    events.SYNC,
                    f"sync/{run.id}/{run.length}",
                    {"version": effect.version},
                    aside="sync",
                )
            case f.WriteApproved():
                await self._write(loaded, run, effect)
            case f.ShowGates():
                await self._show_gates(loaded, run, run.pull_requests[effect.pull_request])
            case f.ClosePullRequest():
                talker = self.hub.talker(place.installation, place.repository_id)
                await talker.patch(f"{place.path}/pulls/{effect.pull_request}", {"state": "closed"})
            case f.ShowProof():
                await self._show_proof(place, run, run.pull_requests[effect.pull_request])
            case f.PostReview():
                await self.reviewer.post(loaded, run, effect)
            case f.CloseSlices():
                await self._close_slices(place, run)
            case f.HandOver():
                pull = run.pull_requests[effect.pull_request]
                why = await Handing(self.hub, self.keeper.patchsets).over(
                    place, run, pull, green=effect.green
                )
                await self._kept(place, run, pull, "draft", why)
            case f.Merge():
                pull = run.pull_requests[effect.pull_request]
                await self._kept(place, run, pull, "unmerged", await self.keeper.merge(loaded, run, pull))
            case f.RunAgain():
                await self._run_again(place, run, run.pull_requests[effect.pull_request])
            case f.LookAgain():
                await self._look_again(place, run, effect)
            case f.LookAround():
                await self._put(place, WAKE, f"{WAKE}/{run.id}/{run.length}", {})
            case f.Listen():
                await self._listen(place, run, effect)
            case _:
                assert_never(effect)

    async def _show_proof(self, place: Place, run: Run, pull: PullRequest) -> None:
        """The record in the pull request's text; the rest of the text is people's, and stays as it is."""
        talker = self.hub.talker(place.installation, place.repository_id)
        shown = await talker.get(f"{place.path}/pulls/{pull.number}")
        view = await self.views.of_subject(place, run, pull.subject)
        body = str(shown["body"] or "").replace("\r\n", "\n")
        wanted = with_proof(body, proof(run, run.units[pull.subject], view))
        if wanted != body:
            await talker.patch(f"{place.path}/pulls/{pull.number}", {"body": wanted})

    async def _close_slices(self, place: Place, run: Run) -> None:
        talker = self.hub.talker(place.installation, place.repository_id)
        for number, _ in run.slices.values():
            issue = await talker.get(f"{place.path}/issues/{number}")
            if issue["state"] == "open":
                body = {"state": "closed", "state_reason": "completed"}
                await talker.patch(f"{place.path}/issues/{number}", body)

    async def _kept(self, place: Place, run: Run, pull: PullRequest, what: Kept, why: str) -> None:
        """Tell the run why a pull request stays as it is, where it does."""
        if why:
            fields = asdict(PullRequestKept(pull.number, what, why))
            await self._put(place, "kept", f"kept/{run.id}/{pull.number}/{what}/{run.length}", fields)

    async def _run_again(self, place: Place, run: Run, pull: PullRequest) -> None:
        """Ask CI for a second try; where it cannot be asked, the checks are red for good."""
        why = await run_again(self.hub, place, pull.commit_sha, pull.rerun_checks, app_id=self.app_id)
        if why:
            told = ChecksReported(pull.number, pull.commit_sha, "pending", "no second try", no_rerun=why)
            await self._put(place, "checks", f"no_rerun/{run.id}/{pull.number}/{pull.rerun_at}", asdict(told))

    async def _look_again(self, place: Place, run: Run, effect: f.LookAgain) -> None:
        """A word to ourselves that comes when the time has; nobody waits for it meanwhile, and it is sent once."""
        pull = run.pull_requests[effect.pull_request]
        at = effect.at or pull.opened
        due = datetime.fromisoformat(at) + (timedelta() if effect.at else PATIENCE)
        fields = asdict(ChecksReported(pull.number, pull.commit_sha, "pending", "it is time", time=True))
        await self._put(
            place, "checks", f"checks/{run.id}/{pull.number}/{at}", fields, due_at=due.timestamp()
        )

    async def _listen(self, place: Place, run: Run, effect: f.Listen) -> None:
        """A word to ourselves that counts only if the ledger is then as long as it is now."""
        if self.nudge_seconds:
            due = datetime.fromisoformat(effect.since) + timedelta(seconds=self.nudge_seconds)
            id_, fields = f"quiet/{run.id}/{effect.length}", asdict(Quiet(effect.length))
            await self._put(place, "quiet", id_, fields, due_at=due.timestamp())

    async def _put(  # noqa: PLR0913 - an event has these parts
        self,
        place: Place,
        name: str,
        id_: str,
        fields: dict[str, object],
        *,
        aside: str = "",
        due_at: float = 0.0,
    ) -> None:
        delivery = events.event(
            place, name=name, id_=id_, fields=fields, now=self.clock(), due_at=due_at, aside=aside
        )
        await self.queue.put(delivery)

    async def _ask(self, place: Place, run: Run, effect: f.AskRole) -> None:
        fields: dict[str, object] = {"role": effect.role, "subject": effect.subject}
        await self._put(
            place, events.ASK, f"ask/{run.id}/{effect.subject}/{run.length}", fields, aside=effect.subject
        )

    async def _write(self, loaded: Loaded, run: Run, effect: f.WriteApproved) -> None:
        if not is_to_be_written(run, effect):
            return
        outcome = await self.keeper.write(loaded, run, effect)
        name = "wrote" if outcome.pull_request else "write_failed"
        fields = asdict(outcome.command)
        await self._put(loaded.place, name, f"{name}/{run.id}/{effect.digest}/{run.length}", fields)

    async def _head(self, place: Place, pull: PullRequest) -> tuple[str, str]:
        """The commit and the tree that the pull request shows now."""
        reader = self.hub.reader(place.installation, place.repository_id)
        shown = await reader.get(f"{place.path}/pulls/{pull.number}")
        sha = str(shown["head"]["sha"])
        commit = await reader.get(f"{place.path}/git/commits/{sha}")
        return sha, str(commit["tree"]["sha"])

    async def _show_gates(self, loaded: Loaded, run: Run, pull: PullRequest) -> None:
        """The check run on the head we wrote: made once, then kept up to date.

        https://docs.github.com/en/rest/checks/runs#create-a-check-run
        """
        place = loaded.place
        view = replace(
            await self.views.of_subject(place, run, pull.subject), head=await self._head(place, pull)
        )
        check = gates_check(run, pull, view)
        body: dict[str, object] = {
            "name": CHECK_NAME,
            "external_id": f"{run.id}/{pull.subject}",
            "output": {"title": check.title, "summary": check.summary, "text": check.text},
            "actions": [asdict(action) for action in check.actions],
        }
        if check.conclusion:
            body |= {"status": "completed", "conclusion": check.conclusion}
        else:
            body |= {"status": "in_progress"}
        talker = self.hub.talker(place.installation, place.repository_id)
        known = await talker.get(
            f"{place.path}/commits/{pull.commit_sha}/check-runs", check_name=CHECK_NAME, app_id=self.app_id
        )
        ours = [run_ for run_ in known["check_runs"] if run_["external_id"] == body["external_id"]]
        if ours and _shows(ours[0], body):
            return
        if ours:
            await talker.patch(f"{place.path}/check-runs/{ours[0]['id']}", body)
            return
        await talker.post(f"{place.path}/check-runs", {**body, "head_sha": pull.commit_sha})


def _shows(check: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Whether the check run says all this already; GitHub does not tell a check run's actions."""
    output = check["output"]
    words = {name: output[name] for name in wanted["output"]}
    ended = (check["status"], check["conclusion"])
    return bool(words == wanted["output"] and ended == (wanted["status"], wanted.get("conclusion")))
