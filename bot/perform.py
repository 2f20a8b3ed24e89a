"""Performs effects: one small function for each kind, and each looks before it writes when it may have run before."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, assert_never

from bot import events
from bot.artifacts import Artifacts
from bot.clock import Clock
from bot.gate_keeper import GateKeeper
from bot.github import Hub, Talker
from bot.ledger import Loaded
from bot.place import Place
from bot.queue import Queue
from bot.views import Views
from handlers import markers
from handlers.blocks import artifact_blocks, ledger_block
from handlers.replies import gates_check, notice
from policies import effects as f
from policies import entries as e
from policies.chain import Record
from policies.fold import Recorded
from policies.run import PullRequest, Run

# GitHub refuses longer comments: https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
LONGEST = 65_000
CHECK_NAME = "signalbox/gates"


@dataclass(frozen=True, slots=True)
class Performer:
    """Turns effects into calls; `again` says that the same effects may have been performed before."""

    hub: Hub
    queue: Queue
    artifacts: Artifacts
    views: Views
    keeper: GateKeeper
    clock: Clock
    app_id: str

    async def perform(self, effect: f.Effect, loaded: Loaded, *, again: bool) -> None:
        """Perform one effect for the run as it is loaded."""
        place, run = loaded.place, loaded.run
        if run is None:
            return
        match effect:
            case f.AskRole():
                await self._ask(place, run, effect)
            case f.Tell():
                await self._tell(loaded, run, effect, again=again)
            case f.SyncIssues():
                await self._put(
                    place, events.SYNC, f"sync/{run.id}/{run.length}", {"version": effect.version}, "sync"
                )
            case f.WriteApproved():
                await self._write(loaded, run, effect)
            case f.ShowGates():
                await self._show_gates(loaded, run, run.pull_requests[effect.pull_request])
            case f.ClosePullRequest():
                talker = self.hub.talker(place.installation, place.repository_id)
                await talker.patch(f"{place.path}/pulls/{effect.pull_request}", {"state": "closed"})
            case f.CloseSlices():
                await self._close_slices(place, run)
            case _:
                assert_never(effect)

    async def _close_slices(self, place: Place, run: Run) -> None:
        talker = self.hub.talker(place.installation, place.repository_id)
        for number, _ in run.slices.values():
            issue = await talker.get(f"{place.path}/issues/{number}")
            if issue["state"] == "open":
                body = {"state": "closed", "state_reason": "completed"}
                await talker.patch(f"{place.path}/issues/{number}", body)

    async def _put(
        self, place: Place, name: str, id_: str, fields: dict[str, object], aside: str = ""
    ) -> None:
        delivery = events.event(place, name=name, id_=id_, fields=fields, now=self.clock(), aside=aside)
        await self.queue.put(delivery)

    async def _ask(self, place: Place, run: Run, effect: f.AskRole) -> None:
        fields: dict[str, object] = {"role": effect.role, "subject": effect.subject}
        await self._put(
            place, events.ASK, f"ask/{run.id}/{effect.subject}/{run.length}", fields, effect.subject
        )

    async def _write(self, loaded: Loaded, run: Run, effect: f.WriteApproved) -> None:
        if any(pull.digest == effect.digest for pull in run.pull_requests.values()):
            # It has been written; its branch may be merged and gone by now, and must not be made again.
            return
        outcome = await self.keeper.write(loaded, run, effect)
        name = "wrote" if outcome.pull_request else "write_failed"
        fields = asdict(outcome.command)
        await self._put(loaded.place, name, f"{name}/{run.id}/{effect.digest}/{run.length}", fields)

    async def _tell(self, loaded: Loaded, run: Run, effect: f.Tell, *, again: bool) -> None:
        """One comment, known again by the marker that names its entry; artifacts it announces travel inside it."""
        place, record = loaded.place, loaded.records[effect.seq]
        recorded = loaded.recorded()[effect.seq]
        talker = self.hub.talker(place.installation, place.repository_id)
        path = f"{place.path}/issues/{effect.thread}/comments"
        mark = markers.mark("turn", run=place.issue, seq=effect.seq)
        if again:
            since = recorded.at[:19] + "Z"
            told = await talker.get_all(path, since=since)
            standing = next((comment for comment in told if comment["body"].startswith(mark)), None)
            if standing is not None:
                await self.views.remember(place, recorded, str(standing["html_url"]))
                return
        view = await self.views.of(place, run, recorded)
        text = notice(run, recorded, view)
        parts = await self._parts(place, run, recorded)
        fitting, rest = _fit(mark, text, record, parts)
        for number, part in enumerate(rest, start=1):
            head = markers.mark("part", run=place.issue, seq=effect.seq, part=number)
            shown = "<details><summary>Stored data for the comment below</summary></details>"
            await self._post(talker, path, f"{head}\n{shown}\n\n{part}")
        made = await self._post(talker, path, fitting)
        await self.views.remember(place, recorded, str(made["html_url"]))

    async def _post(self, talker: Talker, path: str, body: str) -> dict[str, object]:
        made: dict[str, object] = await talker.post(path, {"body": body})
        return made

    async def _parts(self, place: Place, run: Run, recorded: Recorded) -> list[str]:
        """The bytes an entry stands for, as hidden blocks: they are what rebuilds the run from GitHub alone."""
        entry = recorded.entry
        match entry:
            case e.PlanProposed() | e.BacklogProposed():
                names = [digest for name, digest in entry.files.items() if name.endswith(".json")]
            case e.QuestionsAsked():
                names = [entry.draft]
            case e.GatesJudged():
                patchset = run.units[entry.unit].patchset
                names = [patchset.content] if patchset else []
            case _:
                names = []
        blocks: list[str] = []
        for name in names:
            content = await self.artifacts.get(place, name)
            blocks += artifact_blocks(content) if content is not None else ()
        return blocks

    async def _show_gates(self, loaded: Loaded, run: Run, pull: PullRequest) -> None:
        """The check run on the head we wrote: made once, then kept up to date.

        https://docs.github.com/en/rest/checks/runs#create-a-check-run
        """
        place = loaded.place
        view = await self.views.of_subject(place, run, pull.subject)
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


def _fit(mark: str, text: str, record: Record, parts: list[str]) -> tuple[str, list[str]]:
    """The announcing comment with as many parts as fit, and the parts that need comments of their own before it."""
    body = f"{mark}\n{text}\n\n{ledger_block((record,))}"
    rest: list[str] = []
    for part in parts:
        if len(body) + len(part) + 2 <= LONGEST:
            body = f"{body}\n{part}"
        else:
            rest.append(part)
    return body, rest
