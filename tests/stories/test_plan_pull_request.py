"""An approved plan lands as files in a pull request: exactly the approved bytes, through one token, once."""

import asyncio
import base64
import json
from hashlib import sha256
from pathlib import Path

import rfc8785
from click.testing import CliRunner

from bot.cli.verify import command
from bot.signing_key import public_pem
from policies import artifacts as files
from policies.chain import Broken, from_jsonl, verify
from policies.stages import Overlay, Stage
from tests.stories.prds import TOOLS
from tests.stories.shortcuts import backlog_proposed, plan_proposed
from tests.stories.stage import REPO, Call, Play

FOLDER = ".signalbox/runs/1"
APPROVED = (files.PACK, files.PACK_SUMMARY, files.PACK_DIAGRAM)


async def written(play: Play, ref: str) -> dict[str, bytes]:
    """File name -> bytes of the run's folder at a ref."""
    listed = await play.person("raj").do("GET", f"{REPO}/contents/{FOLDER}", ref=ref)
    found: dict[str, bytes] = {}
    for entry in listed:
        blob = await play.person("raj").do("GET", f"{REPO}/git/blobs/{entry['sha']}")
        found[entry["name"]] = base64.b64decode(blob["content"])
    return found


def tokens(play: Play) -> list[Call]:
    """Every token the App minted that may change contents."""
    minted = play.calls("POST", "/access_tokens")
    return [call for call in minted if call.sent["permissions"].get("contents") == "write"]


async def test_the_plan_pull_request_holds_exactly_the_approved_bytes(play: Play) -> None:
    run = await backlog_proposed(play)

    (pull,) = run.pull_requests.values()
    assert (pull.subject, pull.branch, pull.state) == ("plan", "signalbox/run-1-plan-v1", "open")
    (shown,) = await play.pulls()
    assert (shown["number"], shown["head"]["sha"]) == (pull.number, pull.commit_sha)
    plan = run.plans[0]
    found = await written(play, pull.branch)
    assert set(found) == {*APPROVED, files.LEDGER}
    assert {name: sha256(found[name]).hexdigest() for name in APPROVED} == dict(plan.files)
    bound = {
        "run": run.id,
        "kind": "plan",
        "version": 1,
        "prd": sha256(TOOLS.encode()).hexdigest(),
        "files": {name: sha256(found[name]).hexdigest() for name in APPROVED},
    }
    assert sha256(rfc8785.dumps(bound)).hexdigest() == plan.digest  # type: ignore[arg-type]  # rfc8785 takes no dict[str, object]
    # And nothing else: the commit differs from its base by these files alone.
    changed = await play.person("raj").all(f"{REPO}/pulls/{pull.number}/files")
    assert sorted(file["filename"] for file in changed) == sorted(f"{FOLDER}/{name}" for name in found)
    assert {file["status"] for file in changed} == {"added"}


async def test_what_was_approved_is_what_the_thread_shows(play: Play) -> None:
    run = await backlog_proposed(play)

    sight = await play.look()

    found = await written(play, "signalbox/run-1-plan-v1")
    assert sight.artifacts[run.plans[0].files[files.PACK]] == found[files.PACK]


async def test_one_token_can_write_and_only_this_repository_and_it_is_revoked(play: Play) -> None:
    await play.github.repo("acme/other")
    await plan_proposed(play)
    assert tokens(play) == []
    assert await play.content_writes() == {}

    run = await play.run()
    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    (minted,) = tokens(play)
    assert minted.sent["repository_ids"] == [run.repository_id]
    assert [repo["full_name"] for repo in minted.got["repositories"]] == ["acme/shop"]
    token = minted.got["token"]
    used = [(call.method, call.path) for call in play.recorder.calls if call.token == token]
    assert used == [
        ("POST", f"{REPO}/git/trees"),
        ("POST", f"{REPO}/git/commits"),
        ("POST", f"{REPO}/git/refs"),
        ("DELETE", "/installation/token"),
    ]
    (revoked,) = play.calls("DELETE", "/installation/token")
    assert revoked.status == 204
    assert await play.content_writes() == {"signalbox[bot]": 3}


async def test_the_ledger_in_the_pull_request_verifies_up_to_the_intent_to_write(play: Play) -> None:
    await backlog_proposed(play)

    ledger = (await written(play, "signalbox/run-1-plan-v1"))[files.LEDGER]

    records = from_jsonl(ledger)
    assert not isinstance(records, Broken)
    assert not isinstance(verify(records, play.app.ledger.keys), Broken)
    assert records[-1].type == "write_intended"
    types = [record.type for record in records]
    assert types.index("approved") == len(types) - 2
    whole = (await play.look()).records
    assert whole[: len(records)] == records


async def test_the_pull_request_and_its_commit_name_the_approval(play: Play) -> None:
    run = await backlog_proposed(play)

    (pull,) = await play.pulls()
    commit = await play.person("raj").do("GET", f"{REPO}/git/commits/{pull['head']['sha']}")
    for text in (pull["body"], commit["message"]):
        assert run.plans[0].digest[:12] in text
        assert "raj" in text
    assert commit["author"]["name"] == "signalbox[bot]"
    assert pull["user"]["login"] == "signalbox[bot]"


async def test_a_person_merges_the_plan_and_the_run_knows(play: Play) -> None:
    run = await backlog_proposed(play)
    (pull,) = run.pull_requests.values()

    await play.merges("raj", pull.number)

    after = await play.run()
    assert after.pull_requests[pull.number].state == "merged"
    assert after.stage is Stage.BACKLOG_PROPOSED
    assert f"{FOLDER}/{files.PACK}" in await play.tree("main")


async def test_a_plan_pull_request_that_is_closed_leaves_the_run_where_it_was(play: Play) -> None:
    run = await backlog_proposed(play)
    (pull,) = run.pull_requests.values()

    await play.person("raj").do("PATCH", f"{REPO}/pulls/{pull.number}", {"state": "closed"})
    await play.settled()

    after = await play.run()
    assert after.pull_requests[pull.number].state == "closed"
    assert (after.stage, after.overlay) == (Stage.BACKLOG_PROPOSED, None)


async def test_an_approver_who_lost_the_right_meanwhile_writes_nothing(play: Play) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    await play.github.control("/webhooks", hold=True)
    await play.person("raj").comment("acme/shop", play.issue, f"/approve plan {run.plan.digest[:12]}")
    await play.cast(rita="write")
    await play.github.role("acme/shop", raj="read")

    await play.github.control("/webhooks", hold=False)
    await play.settled()

    assert await play.content_writes() == {}
    assert (await play.run()).approvals == ()


async def test_a_branch_of_that_name_that_holds_something_else_stops_the_run(play: Play) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    head = await play.head()
    taken = {"ref": "refs/heads/signalbox/run-1-plan-v1", "sha": head}
    await play.person("raj").do("POST", f"{REPO}/git/refs", taken)

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    after = await play.run()
    assert after.overlay is Overlay.NEEDS_HUMAN
    assert "exists and holds something else" in after.overlay_reason
    assert tokens(play) == []
    assert await play.pulls() == []
    # Once the branch is out of the way, the same approval is enough.
    await play.person("raj").do("DELETE", f"{REPO}/git/refs/heads/signalbox/run-1-plan-v1")
    await play.says("raj", "/retry")
    assert [pull["head"]["ref"] for pull in await play.pulls()] == ["signalbox/run-1-plan-v1"]
    assert (await play.run()).overlay is None


async def test_a_stranger_verifies_what_was_merged_and_notices_a_changed_byte(
    play: Play, tmp_path: Path
) -> None:
    run = await backlog_proposed(play)
    (pull,) = run.pull_requests.values()
    folder = tmp_path / "checkout"
    await asyncio.to_thread(folder.mkdir)
    for name, content in (await written(play, pull.branch)).items():
        await asyncio.to_thread((folder / name).write_bytes, content)
    records = (await play.look()).records
    seq = run.intents[run.plans[0].digest][0]
    head = {"seq": seq, "hash": records[seq].hash, "where": "the pull request"}
    heads = json.dumps({"run": run.id, "heads": [head]})
    await asyncio.to_thread((folder / "heads.json").write_text, heads)
    (key,) = play.app.ledger.keys.values()
    await asyncio.to_thread((folder / "public_key.pem").write_bytes, public_pem(key))

    done = await asyncio.to_thread(CliRunner().invoke, command, [str(folder)])
    assert (done.exit_code, done.exception) == (0, None), done.output

    summary = folder / files.PACK_SUMMARY
    await asyncio.to_thread(summary.write_bytes, summary.read_bytes() + b" ")
    done = await asyncio.to_thread(CliRunner().invoke, command, [str(folder)])
    assert done.exit_code == 1
    assert files.PACK_SUMMARY in done.output
