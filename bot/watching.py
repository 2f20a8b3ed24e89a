"""What deciding may know when something is reported on a commit: the checks, what is demanded, what failed, and the world before a merge."""

from dataclasses import dataclass, replace

from bot.artifacts import Artifacts
from bot.checking import BranchRules, read_checks, read_rules_of
from bot.failing import read_failure
from bot.github import Hub
from bot.last_look import LastLook
from bot.merge_world import MergeLooker
from bot.patchsets import Patchsets
from bot.place import Place
from bot.rights import Rights
from policies import commands as c
from policies import failures
from policies.checks import Standing
from policies.decide.checking import reading_of
from policies.decide.fixing import confirmed
from policies.facts import Facts
from policies.run import PullRequest, Run


@dataclass(frozen=True, slots=True)
class Watcher:
    """Reads the head commits of pull requests, and no more of it than the decision at hand needs."""

    hub: Hub
    artifacts: Artifacts
    patchsets: Patchsets
    app_id: str

    async def facts(self, place: Place, run: Run | None, command: c.ChecksReported, facts: Facts) -> Facts:
        """The facts with what is reported on the head and what the base branch demands; more where it is red or green."""
        checks = await read_checks(self.hub, place, command.head_sha, app_id=self.app_id)
        reader = self.hub.reader(place.installation, place.repository_id)
        base = run.base_of(command.head_sha) if run else ""
        rules = await read_rules_of(reader, place, base) if base else BranchRules()
        facts = replace(facts, checks=checks, required=rules.required)
        pull = run.pull_of(command.head_sha) if run else None
        unit = run.units.get(pull.subject) if run and pull else None
        if unit is None or pull is None:
            return facts
        reading = reading_of(pull, facts, checks)
        if reading.standing == "green" and facts.policy.merge != "never" and run:
            rights = Rights(self.hub)
            look = LastLook(self.hub, self.patchsets, rights, facts.policy, facts.policy_problem, facts.now)
            looker = MergeLooker(self.artifacts, self.patchsets, look)
            world = await looker.world(place, run, pull, checks=reading.standing, rules=rules)
            return replace(facts, merge=world)
        if not confirmed(unit, pull, reading, command, facts.now):
            return facts
        found = await read_failure(self.hub, place, command.head_sha, reading.red, app_id=self.app_id)
        await self.artifacts.put(failures.canonical(found))
        return replace(facts, failure=found)

    async def standing(
        self, place: Place, run: Run, pull: PullRequest, facts: Facts
    ) -> tuple[Standing, BranchRules]:
        """What the checks of a pull request come to at this moment, and what its base branch demands besides."""
        reader = self.hub.reader(place.installation, place.repository_id)
        checks = await read_checks(self.hub, place, pull.commit_sha, app_id=self.app_id)
        rules = await read_rules_of(reader, place, run.base_of(pull.commit_sha))
        return reading_of(pull, replace(facts, required=rules.required), checks).standing, rules
