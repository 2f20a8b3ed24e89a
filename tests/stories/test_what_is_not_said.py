"""Questions that the PRD's own demands raise: a box, words of one's own and all defaults, and what each becomes in the plan."""

from tests.stories.stage import Play
from tests.stories.test_questions import ticked
from tests.stories.test_refining import pack

CLUB = """# Club desk

A web application for our club, written in Python, for 200 people.

## Requirements

- A member can see the programme of the month on the phone.
- Members register with a mail address and sign in with a password.
- The secretary can delete an event.
- The secretary can send an e-mail to all members.
- Members who ask for it get an SMS on the day before.
"""


async def _came(play: Play, version: int) -> list[str]:
    """What the answers so far have become."""
    plan = await pack(play, version)
    every = (*plan.requirements, *plan.nfrs, *plan.prd.constraints)
    return sorted(each.text for each in every if each.origin == "answer")


async def test_a_box_words_and_defaults_each_become_an_entry_of_the_next_version(play: Play) -> None:
    await play.opens("mona", CLUB)
    first = await play.newest("turn")
    numbers = {each.text.partition("?")[0]: each.id for each in (await play.run()).questions}
    deleted = numbers["When something is deleted, can it be brought back, and what goes with it"]
    mail = numbers["Through which service does it send mail"]
    assert "“The secretary can delete an event”: the PRD does not say what is gone with it" in first.body

    await play.edits("raj", first.id, ticked(first.body, deleted, "b"))
    gone = "What is deleted: it is gone at once, with all that belongs to it."
    assert await _came(play, 2) == [gone]

    await play.says("mona", f"/answer {mail.removeprefix('Q')} Postmark")
    assert await _came(play, 3) == ["Mail: Postmark", gone]
    assert "Postmark" in [each.name for each in (await pack(play, 3)).integrations]

    await play.says("mona", "/refine add requirement: a member can see who comes")
    await play.says("mona", "/answer defaults")
    came = await _came(play, 5)
    assert len(came) == len(numbers)
    assert {"Mail: Postmark", gone} <= set(came)
    assert (
        "Text messages: through a service that is named in the settings; until one is named, none is sent."
        in came
    )
    plan = await pack(play, 5)
    ids = {each.id: each.text for each in (*plan.requirements, *plan.prd.constraints)}
    before = await pack(play, 4)
    assert {
        each.id: each.text for each in (*before.requirements, *before.prd.constraints)
    }.items() <= ids.items()
    assert not plan.assumptions
    assert not any(each.blocking for each in plan.clarifications)
    served = {each.id for each in plan.requirements} - set().union(
        *(part.requirement_ids for part in plan.architecture.components)
    )
    assert not served
