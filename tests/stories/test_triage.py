"""Triage on a real thread: what is open already, what the repository rules out, and looking again."""

from policies.stages import Stage
from tests.stories.prds import ONE_SENTENCE, TOOLS
from tests.stories.shortcuts import plan_proposed
from tests.stories.stage import REPO, Play


async def test_a_prd_that_an_open_run_has_already_is_held_and_points_there(play: Play) -> None:
    await plan_proposed(play)
    first = play.issue

    await play.opens("mona", TOOLS, title="Shelf of tools, again")

    run = await play.run()
    assert run.stage is Stage.INGESTED
    assert run.triage is not None
    assert run.triage[0] == "NO-GO"
    told = await play.newest("turn")
    assert f"It asks for much the same as the run on #{first}, “A small shop”, which is open." in told.body
    # GitHub makes a link of the number, so that whoever reads it gets there.
    assert f"Go on in #{first} and close this one." in told.body
    assert f"If #{first} is over, close it, and then have me look again." in told.body
    assert "This is a recommendation, and you decide." in told.body
    assert "| Waiting for | an edit of the issue, or `/plan anyway` |" in (await play.card()).body
    assert "/signalbox plan anyway" in told.body
    assert run.plans == ()

    await play.says("tess", "/plan anyway")
    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_when_the_other_one_is_closed_a_second_look_lets_it_through(play: Play) -> None:
    await plan_proposed(play)
    first = play.issue
    await play.opens("mona", TOOLS, title="Shelf of tools, again")
    assert (await play.run()).stage is Stage.INGESTED
    await play.person("raj").do("PATCH", f"{REPO}/issues/{first}", {"state": "closed"})
    await play.settled()

    said = await play.says("raj", "/retry")

    assert said.reactions == {"eyes": 1, "rocket": 1}
    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_a_second_look_at_an_unchanged_text_says_the_same_again(play: Play) -> None:
    await play.opens("mona", ONE_SENTENCE)

    await play.says("raj", "/retry")

    run = await play.run()
    assert run.stage is Stage.INGESTED
    assert run.triage is not None
    assert run.triage[0] == "DEFER"
    assert [comment.kind for comment in await play.comments()] == ["card", "turn", "", "turn"]


async def test_an_open_pull_request_that_does_the_same_is_named(play: Play) -> None:
    base = await play.head()
    person = play.person("raj")
    await person.do("POST", f"{REPO}/git/refs", {"ref": "refs/heads/shelf", "sha": base})
    await play.commits("raj", {"shelf.md": "A shelf.\n"}, branch="shelf")
    body = {"title": "Lend tools between neighbours", "head": "shelf", "base": "main", "body": TOOLS}
    pull = await person.do("POST", f"{REPO}/pulls", body)

    await play.opens("mona", TOOLS)

    told = await play.newest("turn")
    assert f"the pull request #{pull['number']}, “Lend tools between neighbours”, which is open." in told.body


async def test_a_prd_against_the_repository_s_constraints_is_deferred_until_one_of_them_changes(
    play: Play,
) -> None:
    await play.commits("raj", {".github/signalbox.yml": "constraints:\n  must_not: [MongoDB]\n"})
    await play.opens("mona", TOOLS + "\n## Constraints\n\n- Use MongoDB for storage.\n")

    told = await play.newest("turn")
    assert "The PRD asks for MongoDB, and the repository’s constraints rule it out" in told.body
    assert "Change the PRD; or change `.github/signalbox.yml`" in told.body
    assert "and then have me look again." in told.body
    assert (await play.run()).stage is Stage.INGESTED

    await play.person("mona").do("PATCH", f"{REPO}/issues/{play.issue}", {"body": TOOLS})
    await play.settled()
    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_changed_settings_are_looked_at_when_somebody_says_so(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "constraints:\n  must_not: [MongoDB]\n"})
    await play.opens("mona", TOOLS + "\n## Constraints\n\n- Use MongoDB for storage.\n")

    await play.commits("raj", {".github/signalbox.yml": "constraints:\n  database: MongoDB\n"})
    assert (await play.run()).stage is Stage.INGESTED
    await play.says("raj", "/retry")

    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_whoever_asks_why_and_what_now_while_triage_advises_against_it_is_told(play: Play) -> None:
    await play.opens("mona", ONE_SENTENCE)

    await play.says("mona", "/why")
    why = (await play.newest("reply")).body
    assert "Triage says not yet (DEFER):" in why
    assert "- That is too little to plan from." in why

    await play.says("mona", "/help")
    helped = (await play.newest("reply")).body
    assert "**Triage advised against planning now, and this run waits for your word.**" in helped
    assert "- `/refine`: there is no plan yet; edit the text of the issue" in helped


async def test_what_the_repository_rules_out_is_in_no_plan(play: Play) -> None:
    rules = "constraints:\n  database: PostgreSQL\n  must_not: [MongoDB, AWS]\n"
    await play.commits("raj", {".github/signalbox.yml": rules})

    await play.opens("mona", TOOLS)

    told = (await play.newest("turn")).body
    assert "Keep data in PostgreSQL |" in told
    assert "“Do not use MongoDB (must\\_not)”" in told
    assert "Use AWS" not in told.replace("not use AWS", "")


async def test_a_prd_that_says_a_frozen_path_stays_as_it_is_is_planned(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "frozen_paths: [infra/**]\n"})

    await play.opens(
        "mona", TOOLS + "\nThe machine is described in `infra/prod.tf`; nothing there changes.\n"
    )

    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_a_prd_that_wants_a_frozen_path_changed_is_deferred(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "frozen_paths: [infra/**]\n"})

    await play.opens("mona", TOOLS + "\n- Update `infra/prod.tf` so that two machines run.\n")

    told = await play.newest("turn")
    assert "The PRD wants `infra/prod.tf` changed, and the repository has frozen that path." in told.body


async def test_the_units_of_a_run_and_what_is_done_are_no_duplicates(play: Play) -> None:
    await play.person("raj").do("POST", f"{REPO}/issues", {"title": "A small shop", "body": TOOLS})

    await play.opens("mona", TOOLS)

    assert (await play.run()).stage is Stage.PLAN_PROPOSED
