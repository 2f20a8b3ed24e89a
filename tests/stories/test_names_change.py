"""An account is its id: a login that changes, is taken over or is gone lets nobody say yes for anybody else."""

from tests.stories.clearing import nothing_moved, plan_of, proposed, refusals
from tests.stories.stage import REPOSITORY, Play


async def renamed(play: Play, before: str, after: str) -> None:
    await play.github.control(f"/users/{before}/rename", to=after)


async def taken_over(play: Play, login: str, role: str) -> None:
    """Somebody else has the login now, and rights of their own."""
    await renamed(play, login, f"{login}-before")
    await play.cast(**{login: role})


async def held(play: Play, who: str, text: str) -> None:
    """A comment whose webhook waits until `released`."""
    await play.github.control("/webhooks", hold=True)
    await play.person(who).comment(REPOSITORY, play.issue, text)
    await play.github.settle()


async def released(play: Play) -> None:
    await play.github.control("/webhooks", hold=False)
    await play.settled()


async def test_an_approver_who_is_renamed_is_still_the_approver(play: Play) -> None:
    plan = await proposed(play)
    await held(play, "raj", f"/approve plan {plan.digest[:12]}")
    await renamed(play, "raj", "raja")

    await released(play)

    (approval,) = (await play.run()).approvals
    assert approval.by.login == "raj"
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]


async def test_a_login_that_a_writer_took_over_says_no_yes_for_a_reader(play: Play) -> None:
    plan = await proposed(play)
    await held(play, "eve", f"/approve plan {plan.digest[:12]}")
    await taken_over(play, "eve", "admin")

    await released(play)

    await nothing_moved(play, plan)


async def test_an_approver_s_login_that_a_reader_took_over_takes_no_right_away(play: Play) -> None:
    plan = await proposed(play)
    await held(play, "raj", f"/approve plan {plan.digest[:12]}")
    raj = play.person("raj")
    await taken_over(play, "raj", "read")

    await released(play)

    (approval,) = (await play.run()).approvals
    assert approval.by.id == raj.id


async def test_whoever_took_over_an_approver_s_login_approves_with_their_own_right_alone(play: Play) -> None:
    plan = await proposed(play)
    await taken_over(play, "raj", "read")

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    await nothing_moved(play, plan)


async def test_the_yes_of_an_account_that_is_gone_counts_for_nothing(play: Play) -> None:
    plan = await proposed(play)
    await play.cast(rita="write")
    await held(play, "rita", f"/approve plan {plan.digest[:12]}")
    await play.github.control("/users/rita/delete")

    await released(play)

    await nothing_moved(play, plan)


async def test_one_person_under_two_logins_is_one_of_two(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  minimum: 2\n"})
    plan = await proposed(play)
    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    await renamed(play, "raj", "raja")
    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-107"]
    assert plan_of(await play.run()) == plan


async def test_an_author_under_another_login_is_still_the_author(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "approvals:\n  author_may_approve: false\n"})
    await play.github.role(REPOSITORY, mona="write")
    plan = await proposed(play)
    await renamed(play, "mona", "monalisa")

    await play.says("mona", f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-103"]
    await nothing_moved(play, plan)
