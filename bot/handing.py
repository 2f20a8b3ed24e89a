"""Hands a pull request over to people: no draft any more once its checks are green, and its owners asked for a review."""

from dataclasses import dataclass
from typing import Any

from bot.errors import Forbidden, GitHubError, Invalid, NoAccess, NotFound
from bot.github import Hub, Talker
from bot.patchsets import Patchsets
from bot.place import Place
from policies.run import PullRequest, Run

# REST can make a draft and cannot end one.
# https://docs.github.com/en/graphql/reference/mutations#markpullrequestreadyforreview
READY = (
    "mutation($pullRequestId: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $pullRequestId}) "
    "{ pullRequest { isDraft } } }"
)
# GitHub asks at most so many people at once, and nobody reads a longer list.
MOST_OWNERS = 15


@dataclass(frozen=True, slots=True)
class Handing:
    """Changes a pull request's draft state and its reviewers, and nothing else of it."""

    hub: Hub
    patchsets: Patchsets

    async def over(self, place: Place, run: Run, pull: PullRequest, *, green: bool) -> str:
        """Why it stays a draft, or an empty text; looks first, so that doing it again changes nothing."""
        talker = self.hub.talker(place.installation, place.repository_id)
        shown = await _shown(talker, place, pull)
        if shown["state"] != "open" or shown["head"]["sha"] != pull.commit_sha:
            return ""
        if shown["draft"]:
            if not green:
                return ""
            try:
                await self.hub.graphql(talker, READY, pullRequestId=str(shown["node_id"]))
            except (Invalid, Forbidden, NotFound, NoAccess) as error:
                # A try whose answer never came may have been carried out.
                shown = await _shown(talker, place, pull)
                if shown["draft"]:
                    return f"GitHub did not let me take it out of draft: {_why(error)}"[:400]
        await self._owners(talker, place, run, pull, shown)
        return ""

    async def _owners(
        self, talker: Talker, place: Place, run: Run, pull: PullRequest, shown: dict[str, Any]
    ) -> None:
        """Everybody who owns a touched path and was not asked yet; one who cannot be asked keeps nobody else from it.

        https://docs.github.com/en/rest/pulls/review-requests#request-reviewers-for-a-pull-request
        """
        unit = run.units.get(pull.subject)
        owners = await self.patchsets.owners_of(place, run, unit) if unit else ()
        asked = {str(user["login"]).casefold() for user in shown["requested_reviewers"]}
        asked |= {str(team["slug"]).casefold() for team in shown["requested_teams"]}
        path = f"{place.path}/pulls/{pull.number}/requested_reviewers"
        for owner in owners[:MOST_OWNERS]:
            team = owner.partition("/")[2]
            if (team or owner).casefold() in asked:
                continue
            await _asked(talker, path, {"team_reviewers": [team]} if team else {"reviewers": [owner]})


async def _shown(talker: Talker, place: Place, pull: PullRequest) -> dict[str, Any]:
    found: dict[str, Any] = await talker.get(f"{place.path}/pulls/{pull.number}")
    return found


async def _asked(talker: Talker, path: str, whom: dict[str, list[str]]) -> None:
    """A 404 is believed when it comes twice: not every machine of GitHub's knows at once what has just been made."""
    for _ in range(2):
        try:
            await talker.post(path, whom)
        except NotFound:
            continue
        except (Invalid, Forbidden):
            return
        return


def _why(error: GitHubError) -> str:
    errors = error.errors if isinstance(error, Invalid) else ()
    said = [str(each.get("message", "")) for each in errors if isinstance(each, dict)]
    return "; ".join(filter(None, said)) or error.message
