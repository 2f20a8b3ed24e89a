"""Slips are told once: one comment for each person and thread, brought up to date, and folded when the next command succeeds."""

from tests.stories.clearing import nothing_moved, proposed, refusals
from tests.stories.stage import Comment, Play


async def told(play: Play) -> list[Comment]:
    """The App's comments that say no."""
    return [each for each in await play.ours("turn") if "😕" in each.body]


async def test_another_slip_within_ten_minutes_is_told_in_the_same_comment(play: Play) -> None:
    plan = await proposed(play)
    await play.says("raj", "/aprove plan")
    (first,) = await told(play)

    await play.says("raj", "/approve plan 000000000000")

    (second,) = await told(play)
    assert second.id == first.id
    assert "SB-110" in first.body
    assert "SB-201" in second.body
    assert "SB-110" not in second.body.partition("<!-- signalbox:ledger")[0]
    assert await refusals(play) == ["SB-110", "SB-201"]
    assert f"/signalbox approve plan {plan.digest[:12]}" in second.body


async def test_a_slip_a_while_later_is_told_anew(play: Play) -> None:
    await proposed(play)
    await play.says("raj", "/approve plan 000000000000")
    play.wait(601)

    await play.says("raj", "/approve plan 000000000000")

    assert len(await told(play)) == 2


async def test_each_person_has_a_comment_of_their_own(play: Play) -> None:
    await play.cast(rita="write")
    await proposed(play)

    await play.says("raj", "/approve plan 000000000000")
    await play.says("rita", "/approve plan 000000000000")

    assert len(await told(play)) == 2


async def test_a_refusal_is_folded_when_the_next_command_succeeds(play: Play) -> None:
    plan = await proposed(play)
    await play.says("raj", "/approve plan 000000000000")
    (refused,) = await told(play)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    folded = await play.comment(refused.id)
    assert "<details><summary>A command refused (SB-201), settled since</summary>" in folded.body
    await play.lose_database()
    assert (await play.run()).approvals


async def test_a_second_person_s_slip_in_a_thread_is_a_reaction_for_ten_minutes(play: Play) -> None:
    await play.cast(rita="write")
    await proposed(play)
    await play.says("raj", "/aprove plan")

    said = await play.says("rita", "> /approve plan")
    assert said.reactions == {"eyes": 1, "confused": 1}
    assert len(await told(play)) == 1
    assert await refusals(play) == ["SB-110"]

    play.wait(601)
    await play.says("rita", "/aprove plan")
    assert len(await told(play)) == 2


async def test_a_yes_in_plain_words_is_told_once_how_to_say_it_and_a_stranger_s_not_at_all(
    play: Play,
) -> None:
    plan = await proposed(play)
    calls = len(play.recorder.calls)

    for who, word in (("eve", "LGTM"), ("eve", "approve"), ("tess", "approve plan")):
        assert (await play.says(who, word)).reactions == {}
    assert [
        call for call in play.recorder.calls[calls:] if "/comments" in call.path and call.method != "GET"
    ] == []
    assert await told(play) == []

    said = await play.says("raj", "looks good, ship it")
    assert said.reactions == {"confused": 1}
    (hint,) = await told(play)
    assert "SB-128" in hint.body
    assert "Plain words decide nothing here." in hint.body
    line = f"/signalbox approve plan {plan.digest[:12]}"
    assert line in hint.body
    await nothing_moved(play, plan)

    # Once is enough; and the command that succeeds folds the hint away.
    play.wait(601)
    assert (await play.says("raj", "approve")).reactions == {}
    assert (await play.says("raj", "No, wait: approve of what?")).reactions == {}
    assert await told(play) == [hint]
    await play.says("raj", line)
    assert (await play.run()).approvals
    assert "settled since" in (await play.comment(hint.id)).body


async def test_where_another_bot_hears_approve_or_short_forms_are_off_plain_words_are_passed_over(
    play: Play,
) -> None:
    await play.commits("raj", {".github/signalbox.yml": "commands:\n  short: never\n"})
    await proposed(play)

    assert (await play.says("raj", "approve")).reactions == {}
    assert await told(play) == []
