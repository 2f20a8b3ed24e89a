"""What a repository's own configuration decides about who clears a plan."""

from tests.stories.clearing import nothing_moved, plan_of, proposed, refusals
from tests.stories.stage import REPOSITORY, Play


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


async def test_whoever_asked_for_it_does_not_approve_it_where_duties_are_separate(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  separate_duties: true\n"})
    await proposed(play)
    await play.says("raj", "/refine add the requirement: A member can search invoices")
    plan = plan_of(await play.run())

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-103"]
    await nothing_moved(play, plan)
