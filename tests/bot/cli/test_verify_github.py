"""A stranger checks a run on GitHub with the public key alone, and notices whatever was done to it."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner, Result

from bot.cli.verify import command
from bot.signing_key import public_pem, signing_key
from handlers.blocks import ledger_block, read_ledger
from handlers.replies.proof import BEGIN as PROOF
from policies.chain import NO_HASH, key_id
from tests.bot.cli.tampering import STRANGER, TAMPERS, signed_anew, with_records
from tests.stories.shortcuts import delivering, merge_unit, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play


@pytest.fixture
async def told(stage: Play, tmp_path: Path) -> Play:
    """A run with a merged plan and a merged unit, and the App gone: only GitHub is left to ask."""
    run = await delivering(stage, "U-01")
    await stage.merges("raj", next(iter(run.pull_requests)))
    await merge_unit(stage, "U-01")
    keys = {name: public_pem(key).decode() for name, key in stage.app.ledger.keys.items()}
    (tmp_path / "keys.json").write_text(json.dumps(keys))
    await stage.stop()
    # What is done from here on is meant to break the record.
    stage.broken = True
    return stage


async def check(play: Play, *words: str) -> Result:
    keys = play.data.parent / "keys.json"
    line = [f"{REPOSITORY}#{play.issue}", "--github", play.github.url, "--keys", str(keys), *words]
    return await asyncio.to_thread(CliRunner().invoke, command, line)


async def edit(play: Play, comment: int, body: str) -> None:
    await play.person("raj").do("PATCH", f"{REPO}/issues/comments/{comment}", {"body": body})


async def bodies(play: Play) -> Mapping[int, str]:
    """Every comment of the App that carries records, by id, in the intake issue and in the unit's."""
    threads = (play.issue, *(unit.issue for unit in (await play.run()).units.values()))
    comments = [c for thread in threads for c in await play.ours("card", "page", "turn", thread=thread)]
    return {comment.id: comment.body for comment in comments}


async def test_whatever_is_done_to_the_comments_is_told_with_the_entry(told: Play) -> None:
    """Each tampering is done in every comment at once, and once more in the card alone; then it is undone."""
    before = await bodies(told)
    card = (await told.card()).id
    chain = (await told.look()).records
    key = signing_key("", told.data / "ledger_key.pem")
    for tamper, line in TAMPERS:
        changed = tamper(chain, key)
        by_seq = {record.seq: record for record in changed}
        for comment, body in before.items():
            own = read_ledger(body)
            assert isinstance(own, tuple)
            records = changed if comment == card else [by_seq[r.seq] for r in own if r.seq in by_seq]
            await edit(told, comment, with_records(body, records))
        done = await check(told)
        assert done.exit_code == 1, (tamper.__name__, done.output)
        assert done.stderr.startswith(f"Error: {line}"), (tamper.__name__, done.stderr)
        assert done.stderr.count("\n") == 1
        assert "chain verified" not in done.output
        for comment, body in before.items():
            await edit(told, comment, with_records(body, changed) if comment == card else body)
        alone = await check(told)
        assert alone.exit_code == 1, (tamper.__name__, alone.output)
        assert alone.stderr.startswith("Error: broken at entry "), alone.stderr
        await edit(told, card, before[card])
    assert (await check(told)).exit_code == 0


async def test_a_clean_run_is_shown_and_every_write_is_looked_up(told: Play) -> None:
    done = await check(told)

    assert (done.exit_code, done.stderr) == (0, "")
    lines, records = done.stdout.splitlines(), (await told.look()).records
    assert [line.split()[2] for line in lines[: len(records)]] == [record.type for record in records]
    checked = [line for line in lines if line.startswith("checked: ")]
    run = await told.run()
    plan, unit = (pull.commit_sha for pull in run.pull_requests.values())
    looked_up = {"approved", "written", "pull_request_ended"}
    assert [line.split(": ")[1] for line in checked] == [
        f"entry {record.seq}" for record in records if record.type in looked_up
    ]
    assert len(checked) == 7
    assert f"commit {plan[:12]} in pull request #2 holds exactly what was approved" in checked[1]
    assert f"commit {unit[:12]} in pull request #5 holds exactly what was approved" in checked[5]
    assert lines[-1].startswith(f"chain verified: {len(records)} entries, head {records[-1].hash} (")
    assert "note: kept by signalbox[bot], signed with " in done.stdout
    merges = [record.data["merge_sha"] for record in records if record.type == "pull_request_ended"]
    roads = lines[lines.index("approved, and what came of it:") + 1 : -1]
    assert [road.split()[0] for road in roads] == ["plan", "backlog", "U-01"]
    for road, commit, merge in zip((roads[0], roads[2]), (plan, unit), merges, strict=True):
        stops = [stop.strip() for stop in road.split("→")]
        assert stops[1].startswith("approved by @raj, entry ")
        assert stops[2].startswith(f"commit {commit[:12]}, tree ")
        assert stops[5].startswith(f"merged as {str(merge)[:12]}, entry ")
    # One line under the other, so that a digest and a tree are compared at a glance.
    assert len({road.index("approved by") for road in roads}) == 1


async def test_a_head_in_a_pull_request_that_was_changed_is_told(told: Play) -> None:
    pull = await told.pull(5)
    (shown,) = [record for record in (await told.look()).records if record.hash in pull["body"]]
    head = shown.hash
    await told.person("raj").do("PATCH", f"{REPO}/pulls/5", {"body": pull["body"].replace(head, NO_HASH)})

    done = await check(told)

    assert done.exit_code == 1
    assert done.stderr == (
        f"Error: broken at entry {shown.seq}: pull request #5 says that its hash is 000000000000…, "
        f"and it is {head[:12]}…\n"
    )


async def test_a_cut_off_end_that_no_hash_covers_shows_in_what_the_ledger_leaves_out(told: Play) -> None:
    """Entries after the newest published hash can be cut; what they told of then stands on GitHub untold."""
    card = await told.card()
    chain = (await told.look()).records
    end = max(record.seq for record in chain if record.type == "pull_request_ended")
    # The proof record in its text names a later entry; here somebody has taken it out.
    text = (await told.pull(5))["body"].partition(PROOF)[0]
    await told.person("raj").do("PATCH", f"{REPO}/pulls/5", {"body": text})
    for comment, body in (await bodies(told)).items():
        own = read_ledger(body)
        assert isinstance(own, tuple)
        kept = [record for record in own if record.seq < end]
        text = with_records(body, kept).replace(
            f"record {len(chain)} entries, head `{chain[-1].hash[:12]}`",
            f"record {end} entries, head `{chain[end - 1].hash[:12]}`",
        )
        if comment == card.id or text != body:
            await edit(told, comment, text)

    done = await check(told)

    assert done.exit_code == 0
    assert "note: pull request #5 is merged, and the ledger does not tell so yet" in done.stdout
    newer = await check(told, "--head", chain[-1].hash)
    assert newer.exit_code == 1


async def test_an_approval_that_was_edited_or_deleted_is_noted(told: Play) -> None:
    approval = (await told.run()).approvals[-1]
    await edit(told, approval.comment_id, "/approve everything")
    done = await check(told)
    assert done.exit_code == 0
    assert (
        f"note: entry 20: @raj's approval of {approval.digest[:12]} reads differently today: " in done.stdout
    )

    await told.person("raj").do("DELETE", f"{REPO}/issues/comments/{approval.comment_id}")
    done = await check(told)
    assert (
        f"note: entry 20: @raj's approval of {approval.digest[:12]} is not among the comments" in done.stdout
    )


async def test_bytes_that_are_gone_are_told_and_not_taken_on_trust(told: Play) -> None:
    (issue,) = (unit.issue for unit in (await told.run()).units.values() if unit.id == "U-01")
    for comment in await told.ours("turn", thread=issue):
        if "signalbox:artifact" in comment.body:
            await edit(told, comment.id, comment.body.partition("<!-- signalbox:artifact")[0])

    done = await check(told)

    assert done.exit_code == 2
    assert done.stderr == "Error: the bytes of PS-1 (entry 22) are in none of the App's comments\n"


async def test_what_others_paste_counts_for_nothing(told: Play) -> None:
    """Anybody may comment; a copied, a forged and a broken block by a person are not the App's."""
    forged = signed_anew((await told.look()).records, STRANGER)
    for block in (ledger_block(forged), "<!-- signalbox:ledger\nnot JSON\n-->", (await told.card()).body):
        await told.person("eve").comment(REPOSITORY, told.issue, block)

    assert (await check(told)).exit_code == 0


async def test_a_private_repository_is_read_with_the_token_that_is_named(told: Play) -> None:
    repo = told.github.world.repo("acme", "shop")
    assert repo is not None
    repo.private = True

    without = await check(told)
    assert without.exit_code == 2
    assert "name a token's variable with --token-env" in without.stderr
    line = [f"{REPOSITORY}#1", "--github", told.github.url, "--keys", str(told.data.parent / "keys.json")]
    runner = CliRunner(env={"READER": told.person("eve").token})
    done = await asyncio.to_thread(runner.invoke, command, [*line, "--token-env", "READER"])
    assert done.exit_code == 0, done.output
    assert told.person("eve").token not in done.output


async def test_what_cannot_be_checked_says_why(told: Play) -> None:
    keys = ("--github", told.github.url, "--keys", str(told.data.parent / "keys.json"))
    for words, line in (
        (("acme/shop#99",), "/repos/acme/shop/issues/99 is not there, or not for you to see; for a private"),
        (("acme/nothing#1",), "/repos/acme/nothing is not there, or not for you to see; for a private"),
        (
            ("acme/shop#3",),
            "acme/shop#3 holds no record of a run: no comment of an App carries signed entries",
        ),
        (
            ("acme/shop#1", "--token-env", "NO_SUCH_VARIABLE"),
            "the environment variable NO_SUCH_VARIABLE is not",
        ),
    ):
        done = await asyncio.to_thread(CliRunner().invoke, command, [*words, *keys])
        assert done.exit_code == 2
        assert done.stderr.startswith(f"Error: {line}")


async def test_a_run_goes_on_under_a_new_key_and_strangers_need_both(stage: Play, tmp_path: Path) -> None:
    run = await plan_proposed(stage)
    first = run.length
    assert run.plan is not None
    await stage.stop()
    old = signing_key("", stage.data / "ledger_key.pem").public_key()
    (stage.data / "ledger_key.pem").unlink()
    stage.settings = stage.settings.model_copy(update={"ledger_keys_previous": public_pem(old).decode()})
    await stage.start()
    await stage.says("raj", f"/approve plan {run.plan.digest[:12]}")

    async with aiohttp.ClientSession() as session:
        address = f"http://127.0.0.1:{stage.settings.port}/ledger-key"
        async with session.get(address) as answer:
            published = await answer.json()
    new = next(iter(published))
    assert list(published) == [new, key_id(old)]
    records = (await stage.look()).records
    assert {record.key for record in records[:first]} == {key_id(old)}
    assert {record.key for record in records[first:]} == {new}
    (tmp_path / "keys.json").write_text(json.dumps(published))
    done = await check(stage)
    assert done.exit_code == 0, done.output
    last = len(records) - 1
    assert f"{key_id(old)} (entries 0 to {first - 1}), {new} (entries {first} to {last})" in done.stdout

    (tmp_path / "keys.json").write_bytes(public_pem(old))
    alone = await check(stage)
    assert alone.exit_code == 1
    assert alone.stderr == (
        f"Error: broken at entry {first}: it is signed with the key {new}, which is not known\n"
    )


async def test_a_new_key_without_the_old_one_stops_the_run(stage: Play) -> None:
    """An operator who loses the old key is told so by the run, instead of a record that begins anew."""
    run = await plan_proposed(stage)
    assert run.plan is not None
    await stage.stop()
    (stage.data / "ledger_key.pem").unlink()
    keys = stage.keys
    await stage.start()
    stage.keys, stage.broken = keys, True

    await stage.says("raj", f"/approve plan {run.plan.digest[:12]}")

    assert await stage.pulls() == []
    (said,) = [c.body for c in await stage.comments() if "the record of this run is not whole" in c.body]
    assert "which is not known" in said
    # The delivery lies aside for the operator, and the story is over.
    await stage.stop()
