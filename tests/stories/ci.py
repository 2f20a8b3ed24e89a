"""The repository's CI in stories: another App that reports checks, and the rules that demand them."""

from tests.conftest import Standin
from tests.github.client import RegisteredApp
from tests.stories.seen import OWNER, REPO, REPOSITORY, Seen

# The longest nap that `settled` cuts short, in seconds.
SOON = 150.0

# https://docs.github.com/en/rest/repos/rules : what a rule of this type says.
QUEUE = {
    "check_response_timeout_minutes": 60,
    "grouping_strategy": "ALLGREEN",
    "max_entries_to_build": 5,
    "max_entries_to_merge": 5,
    "merge_method": "MERGE",
    "min_entries_to_merge": 1,
    "min_entries_to_merge_wait_minutes": 5,
}


class WithCi(Seen):
    """A stage with a CI."""

    github: Standin
    registered: RegisteredApp
    _ci: RegisteredApp | None = None

    async def settled(self, soon: float = SOON) -> None:
        """Waits until the App has nothing left to do that is due soon."""
        raise NotImplementedError

    async def ci_app(self) -> RegisteredApp:
        """The App whose checks these are."""
        if self._ci is None:
            permissions = {"checks": "write", "metadata": "read"}
            self._ci = await self.github.app(OWNER, name="ci", permissions=permissions, events=[])
        return self._ci

    async def ci(self, head_sha: str, conclusion: str, *, name: str = "build") -> None:
        """Another App reports a finished check on a commit, and a while passes in which no other one does."""
        await self.reports(head_sha, name=name, conclusion=conclusion)

    async def reports(
        self,
        head_sha: str,
        *,
        name: str,
        conclusion: str = "",
        status: str = "completed",
        wait: bool = True,
        said: str = "",
    ) -> None:
        """The App of the CI reports a check; without `wait` no time passes afterwards."""
        ended = {
            "conclusion": conclusion,
            "output": {"title": conclusion, "summary": said or f"`{name}`: {conclusion}"},
        }
        body = {"name": name, "head_sha": head_sha, "status": status, **(ended if conclusion else {})}
        answer = await (await self.ci_app()).as_installation.post(f"{REPO}/check-runs", body)
        assert answer.status == 201, answer.json
        await self.settled(SOON if wait else 0.0)

    async def actions(self, head_sha: str, *jobs: dict[str, object], conclusion: str = "") -> None:
        """GitHub Actions reports jobs of the workflow "CI" on a commit, or how a run ended that never began."""
        body = {"sha": head_sha, "jobs": list(jobs), "conclusion": conclusion}
        await self.github.control(f"/repos/{REPOSITORY}/workflow-runs", **body)
        await self.settled()

    async def granted(self, **permissions: str) -> None:
        """Whoever installed the App gave it this as well; an empty level takes it away."""
        installation = self.github.world.installations[self.registered.installation_id]
        for name, level in permissions.items():
            installation.permissions.pop(name, None)
            if level:
                installation.permissions[name] = level

    async def demands(self, *checks: str, app_id: int | None = None, branch: str = "main") -> None:
        """A ruleset of the repository demands these checks on a branch, of one App where that is named."""
        app = {} if app_id is None else {"integration_id": app_id}
        parameters = {
            "strict_required_status_checks_policy": False,
            "required_status_checks": [{"context": name, **app} for name in checks],
        }
        rules = [{"type": "required_status_checks", "parameters": parameters}]
        await self.github.control(f"/repos/{REPOSITORY}/rules", branch=branch, rules=rules)
