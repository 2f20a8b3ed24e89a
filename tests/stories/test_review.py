"""A model looks at every pull request with fresh eyes: what it says is evidence, sends a unit back, and approves nothing."""

import json
from collections.abc import Callable
from typing import Any

from policies import entries as e
from policies.stages import Stage, UnitState
from tests.stand_ins.messages_api import MessagesApi, Say, Step
from tests.stand_ins.model_mind import material, section, sensible
from tests.stories.shortcuts import approve_unit, delivering, patchset_of
from tests.stories.stage import REPO, Play

Finding = dict[str, Any]


def fault(severity: str, path: str = "docs/scope.md", line: int | None = 1) -> Finding:
    """Something the reviewer finds."""
    return {
        "severity": severity,
        "category": "correctness",
        "path": path,
        "line": line,
        "text": f"It forgets the {severity} case.",
    }


def reviewer(*reviews: list[Finding]) -> Callable[[dict[str, Any]], Step]:
    """A mind whose reviews find this, one after the other, and nothing once they are used up."""
    left = list(reviews)

    def mind(request: dict[str, Any]) -> Step:
        if section(request) == "review" and left:
            return Say(json.dumps({"findings": left.pop(0)}))
        return sensible(request)

    return mind


async def reviews_of(play: Play, number: int) -> list[dict[str, Any]]:
    """The App's reviews of a pull request."""
    found = await play.person("raj").all(f"{REPO}/pulls/{number}/reviews")
    return [each for each in found if each["user"]["type"] == "Bot"]


async def proof_of(play: Play, number: int) -> str:
    """The row about the review in a pull request's proof record."""
    lines = (await play.pull(number))["body"].splitlines()
    (row,) = [line for line in lines if line.startswith("| Review |")]
    return str(row)


async def test_a_repository_can_do_without(modelled: Play, api: MessagesApi) -> None:
    await modelled.commits("raj", {".github/signalbox.yml": "review: false\n"})
    await delivering(modelled, "U-03")
    pull = await approve_unit(modelled, "U-03")

    assert await reviews_of(modelled, pull.number) == []
    assert [each for each in api.requests if section(each) == "review"] == []
    assert "none: this repository wants none (`review: false`)" in await proof_of(modelled, pull.number)

    await modelled.commits("raj", {".github/signalbox.yml": "review: true\n"})
    await modelled.ci(pull.commit_sha, "success")
    assert len(await reviews_of(modelled, pull.number)) == 1


async def test_a_review_that_finds_nothing_is_evidence_and_no_approval(
    modelled: Play, api: MessagesApi
) -> None:
    await delivering(modelled, "U-03")
    pull = await approve_unit(modelled, "U-03")

    (review,) = await reviews_of(modelled, pull.number)
    assert review["state"] == "COMMENTED"
    assert "nothing to mend" in review["body"]
    assert "passed, no finding" in await proof_of(modelled, pull.number)
    assert (await modelled.run()).units["U-03"].state in {UnitState.PR_OPEN, UnitState.VERIFYING_CI}
    asked = next(request for request in api.requests if section(request) == "review")
    seen = json.dumps(material(asked))
    assert "docs/scope.md" in seen
    assert "reading" not in material(asked)
    sight = await modelled.look()
    assert [record.data["role"] for record in sight.records if record.type == "role_replied"][
        -1
    ] == "reviewer"


async def test_a_major_fault_makes_another_patchset_that_needs_its_own_approval(
    modelled: Play, api: MessagesApi
) -> None:
    api.mind = reviewer([fault("major"), fault("minor", line=None)])
    run = await delivering(modelled, "U-03")
    first = await approve_unit(modelled, "U-03")

    after = await modelled.run()
    assert patchset_of(after, "U-03").version == 2
    assert await modelled.branches() == ["main", "signalbox/run-1-plan-v1", first.branch]
    redrawn = [request for request in api.requests if section(request) == "files"][-1]
    assert "It forgets the major case." in json.dumps(material(redrawn))
    assert "minor case" not in json.dumps(material(redrawn))
    (review,) = await reviews_of(modelled, first.number)
    comments = await modelled.person("raj").all(f"{REPO}/pulls/{first.number}/comments")
    assert [(each["path"], each["line"]) for each in comments] == [("docs/scope.md", 1)]
    assert "1 major and 1 minor faults" in review["body"]

    second = await approve_unit(modelled, "U-03")
    assert "passed" in await proof_of(modelled, second.number)
    assert (await modelled.pull(first.number))["state"] == "closed"
    assert run.stage is Stage.DELIVERING


async def test_a_critical_fault_that_survives_brings_a_person_for_good(
    modelled: Play, api: MessagesApi
) -> None:
    api.mind = reviewer(*([fault("critical")] for _ in range(4)))
    run = await delivering(modelled, "U-03")
    for _ in range(4):
        await approve_unit(modelled, "U-03")

    stuck = (await modelled.run()).units["U-03"]
    assert (stuck.state, stuck.for_good, stuck.patchset and stuck.patchset.version) == (
        UnitState.NEEDS_HUMAN,
        True,
        4,
    )
    told = await modelled.newest("turn", thread=run.units["U-03"].issue)
    words = told.body.partition("<!-- signalbox:ledger")[0]
    assert words.count("a review found 1 critical fault") == 4
    assert "It forgets the critical case." in words
    await modelled.says("raj", "/retry", thread=run.units["U-03"].issue)
    assert (await modelled.run()).units["U-03"].state is UnitState.NEEDS_HUMAN
    assert len([request for request in api.requests if section(request) == "files"]) == 4


async def test_what_a_person_finds_after_the_review_passed_is_on_the_record(modelled: Play) -> None:
    await delivering(modelled, "U-03")
    pull = await approve_unit(modelled, "U-03")

    review = {"event": "REQUEST_CHANGES", "body": "It does not say who is meant."}
    await modelled.person("raj").do("POST", f"{REPO}/pulls/{pull.number}/reviews", review)
    await modelled.settled()

    (missed,) = (await modelled.look()).entries("review_missed")
    assert isinstance(missed, e.ReviewMissed)
    assert (missed.by.login, missed.text) == ("raj", review["body"])
    assert "missed, and found by people: `@raj`: It does not say who is meant." in await proof_of(
        modelled, pull.number
    )
    assert patchset_of(await modelled.run(), "U-03").version == 2


async def test_a_review_that_cannot_be_had_is_said_and_holds_nothing_up(
    modelled: Play, api: MessagesApi
) -> None:
    def mind(request: dict[str, Any]) -> Step:
        if section(request) == "review":
            return Say("{}", stop_reason="refusal")
        return sensible(request)

    api.mind = mind
    await delivering(modelled, "U-03")
    pull = await approve_unit(modelled, "U-03")

    assert await reviews_of(modelled, pull.number) == []
    assert "none: the model refused to answer" in await proof_of(modelled, pull.number)
    run = await modelled.run()
    assert run.overlay is None
    assert run.units["U-03"].state in {UnitState.PR_OPEN, UnitState.VERIFYING_CI}


async def test_without_a_model_nobody_reviews_and_the_record_says_so(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    assert await reviews_of(play, pull.number) == []
    assert "no model is set up, so nobody reviewed it but people" in await proof_of(play, pull.number)
