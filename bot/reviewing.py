"""What a reviewer is given of a pull request, and its findings as a review on GitHub, posted once."""

from dataclasses import asdict, dataclass

from agents.repository.shown import RepositoryContext
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.review import Reviewed, ReviewInputs, Wanted
from bot.errors import Bug
from bot.github import Hub
from bot.ledger import Loaded
from bot.views import Views
from handlers.replies import lines_in, marker_of, review
from policies import entries as e
from policies.effects import PostReview
from policies.patchset import Patchset
from policies.run import Run

# Bytes of one file, and of all files together, that are put before a reviewer.
LARGEST_FILE, LARGEST = 60_000, 240_000


def inputs(
    unit_id: str,
    *,
    pack: ArchitecturePack,
    backlog: Backlog,
    patchset: Patchset,
    context: RepositoryContext | None,
) -> ReviewInputs:
    """Everything a reviewer may know; nothing of what the proposer said of its own work is in it."""
    unit = next((each for each in backlog.units if each.id == unit_id), None)
    if unit is None:
        raise Bug(f"{unit_id} is not in the approved backlog")
    files: list[Reviewed] = []
    left_out: list[str] = []
    room = LARGEST
    for change in patchset.changes:
        size = len(change.before or b"") + len(change.after or b"")
        if size > min(LARGEST_FILE, room):
            left_out.append(change.path)
            continue
        room -= size
        files.append(Reviewed(path=change.path, before=_text(change.before), after=_text(change.after)))
    return ReviewInputs(
        unit=unit,
        wanted=tuple(
            Wanted(id=each.id, text=each.text)
            for each in (*pack.requirements, *pack.nfrs)
            if each.id in unit.requirement_ids
        ),
        files=tuple(files),
        left_out=tuple(left_out),
        context=context,
    )


def _text(content: bytes | None) -> str | None:
    try:
        return None if content is None else content.decode()
    except UnicodeDecodeError:
        return None


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Posts the findings as a review.

    https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request
    """

    hub: Hub
    views: Views

    async def post(self, loaded: Loaded, run: Run, effect: PostReview) -> None:
        """The review, with its findings beside the lines they are about; its event is COMMENT, never APPROVE."""
        place = loaded.place
        entry = loaded.history[effect.seq].entry
        if not isinstance(entry, e.Reviewed):
            raise Bug(f"entry {effect.seq} is no review")
        talker = self.hub.talker(place.installation, place.repository_id)
        path = f"{place.path}/pulls/{effect.pull_request}"
        mark = marker_of(run, effect.seq)
        for known in await talker.get_all(f"{path}/reviews"):
            # GitHub does not say which App wrote a review; a copied mark could only keep ours back.
            if (known["user"] or {}).get("type") == "Bot" and str(known["body"] or "").startswith(mark):
                return
        files = await talker.get_all(f"{path}/files")
        shown = {str(file["filename"]): lines_in(str(file.get("patch") or "")) for file in files}
        view = await self.views.of_subject(place, run, entry.unit)
        text, comments = review(run, entry, effect.seq, view, shown=shown)
        body = {
            "event": "COMMENT",
            "commit_id": run.pull_requests[effect.pull_request].commit_sha,
            "body": text,
            "comments": [{**asdict(each), "side": "RIGHT"} for each in comments],
        }
        await talker.post(f"{path}/reviews", body)
