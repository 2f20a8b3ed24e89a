"""What a repository's own configuration decides about who clears a plan."""

import base64
from collections.abc import Mapping

from policies import entries as e
from tests.stories.clearing import nothing_moved, plan_of, proposed, refusals
from tests.stories.prds import TOOLS
from tests.stories.stage import REPO, REPOSITORY, Play

FILE = ".github/signalbox.yml"


async def test_the_author_of_the_prd_may_not_approve_where_the_repository_says_so(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  author_may_approve: false\n"})
    await play.github.role(REPOSITORY, mona="write")
    plan = await proposed(play)

    await play.says("mona", f"/approve plan {plan.digest[:12]}")
    assert await refusals(play) == ["SB-103"]
    await nothing_moved(play, plan)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    assert [approval.by.login for approval in (await play.run()).approvals] == ["raj"]


async def test_only_named_approvers_count_where_the_repository_names_them(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  approvers:\n    users: [tess]\n"})
    plan = await proposed(play)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    assert await refusals(play) == ["SB-101"]
    await nothing_moved(play, plan)

    await play.says("tess", f"/approve plan {plan.digest[:12]}")
    assert [approval.by.login for approval in (await play.run()).approvals] == ["tess"]


async def test_nothing_is_approved_while_the_configuration_cannot_be_read(play: Play) -> None:
    plan = await proposed(play)
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  minimun: 2\n"})

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-302"]
    await nothing_moved(play, plan)


async def test_while_the_configuration_is_broken_the_last_good_one_holds_for_reading(play: Play) -> None:
    await play.commits("raj", {FILE: "trigger_label: plan-me\ncommands:\n  short: never\n"})
    await play.opens("mona", TOOLS, label=False)
    await play.commits("raj", {FILE: "approvals:\n  minimun: 2\n"})
    # The history of the file tells the version before, so that nothing depends on what we remember.
    await play.lose_database()

    await play.label()
    assert await play.ours("card") == []
    path = f"{REPO}/issues/{play.issue}/labels"
    await play.person("tess").do("POST", path, {"labels": ["plan-me"]})
    await play.settled()
    plan = plan_of(await play.run())

    said = await play.says("raj", f"/approve plan {plan.digest[:12]}")
    assert said.reactions == {}
    await play.says("raj", f"/signalbox approve plan {plan.digest[:12]}")
    assert await refusals(play) == ["SB-302"]
    told = (await play.newest("turn")).body
    assert (
        "line 2: `approvals.minimun` is not a setting; did you mean `minimum`? The version before, `" in told
    )
    await nothing_moved(play, plan)
    shown = "cannot be read**, so nothing is approved until it is mended: line 2: "
    assert shown in (await play.card()).body

    await play.commits("raj", {FILE: "trigger_label: plan-me\n"})
    await play.says("raj", f"/signalbox approve plan {plan.digest[:12]}")
    assert await refusals(play) == ["SB-302"]
    assert (await play.run()).approvals
    assert shown not in (await play.card()).body


async def test_a_label_that_became_the_trigger_a_moment_ago_starts_a_run_and_the_old_one_does_not(
    play: Play,
) -> None:
    await proposed(play)  # So the settings of this repository are remembered.
    await play.commits("raj", {FILE: "trigger_label: plan-me\n"})

    second = await play.opens("mona", TOOLS, label=False)
    path = f"{REPO}/issues/{second}/labels"
    calls = len(play.recorder.calls)
    await play.label()
    assert await play.ours("card") == []
    # An issue with another label costs a look at the settings, and nobody reads the issue.
    assert not [call for call in play.recorder.calls[calls:] if f"/issues/{second}" in call.path]

    await play.commits("raj", {FILE: "trigger_label: do-it\n"})
    await play.person("tess").do("POST", path, {"labels": ["do-it"]})
    await play.settled()
    assert (await play.run()).key.issue == second


async def test_nothing_is_written_when_the_configuration_breaks_between_approval_and_write(
    play: Play,
) -> None:
    plan = await proposed(play)
    play.port = Breaking(play)
    await play.stop()
    await play.start()

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    run = await play.run()
    assert await play.branches() == ["main"]
    assert await play.content_writes() == {"raj": 1}
    # The plan waits for another yes, and the thread says why.
    assert (run.overlay, run.waiting) == (None, ("plan",))
    (voided,) = (await play.look()).entries("approval_voided")
    assert isinstance(voided, e.ApprovalVoided)
    assert voided.reason.startswith(
        "`.github/signalbox.yml` on the default branch cannot be read, and until it is mended nothing is written: line 1: "
    )
    assert "the approval of the plan no longer counts" in (await play.newest("turn")).body


class Breaking:
    """A port that breaks the settings right after the approval is on the record: with the first change of the card."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self._done = False

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        if method == "PATCH" and "/issues/comments/" in url and not self._done:
            self._done = True
            content = base64.b64encode(b"mrege: never\n").decode()
            change = {"message": "Break it", "content": content}
            await self._play.person("raj").do("PUT", f"{REPO}/contents/{FILE}", change)
        return await self._play.recorder(method, url, headers, body)


async def test_two_people_must_approve_where_the_repository_asks_for_two(play: Play) -> None:
    await play.cast(rita="write")
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  minimum: 2\n"})
    plan = await proposed(play)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    plan_of(await play.run())
    assert await play.branches() == ["main"]

    await play.says("rita", f"/approve plan {plan.digest[:12]}")
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]


async def test_one_person_does_not_count_twice_where_two_are_needed(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  minimum: 2\n"})
    plan = await proposed(play)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-107"]
    assert await play.branches() == ["main"]


async def test_of_two_commands_in_one_comment_the_second_sees_what_the_first_would_do(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  minimum: 2\n"})
    plan = await proposed(play)
    line = f"/approve plan {plan.digest[:12]}"

    await play.says("raj", f"{line}\n\n{line}")

    assert await refusals(play) == ["SB-107"]
    assert "Command 2 of 2 in that comment cannot be carried out" in (await play.newest()).body
    assert (await play.run()).endorsements == ()


async def test_rules_on_any_other_branch_are_no_rules(play: Play) -> None:
    """Whoever may push a branch could else write the rules that judge it, and so could a pull request."""
    await play.commits("raj", {FILE: "approvals:\n  minimum: 2\n"})
    head = await play.head()
    for branch in ("looser", "signalbox/run-1-plan-v1"):
        ref = {"ref": f"refs/heads/{branch}", "sha": head}
        await play.person("raj").do("POST", f"{REPO}/git/refs", ref)
        await play.commits("raj", {FILE: "approvals:\n  minimum: 1\n"}, branch=branch)
    body = {"title": "Looser", "head": "looser", "base": "main", "body": ""}
    await play.person("raj").do("POST", f"{REPO}/pulls", body)
    plan = await proposed(play)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert (await play.run()).approvals == ()
    assert (await play.run()).waiting == ("plan",)


async def test_whoever_asked_for_it_does_not_approve_it_where_duties_are_separate(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  separate_duties: true\n"})
    await proposed(play)
    await play.says("raj", "/refine add the requirement: A member can search invoices")
    plan = plan_of(await play.run())

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-103"]
    await nothing_moved(play, plan)
