"""Pull requests live on real branches: they follow pushes, conflict, are reviewed, merge and close issues."""

from typing import Any

import pytest

from tests.conftest import Standin
from tests.github.client import Client
from tests.sandbox.shop_repository import FILES, SHOP, commit, head_of

CHANGED = {"src/a.py": "x = 1\ny = 3\n"}


@pytest.fixture
async def mona(github: Standin) -> Client:
    """Mona, who may write to acme/shop; hubot may administer it."""
    await github.repo("acme/shop", files=FILES)
    await github.role("acme/shop", mona="write", hubot="admin", reader="read")
    return github.as_user("mona")


async def opened(
    client: Client, branch: str = "topic", files: dict[str, str | None] | None = None, **more: Any
) -> int:
    """The number of a pull request from a branch with these files to main."""
    await commit(client, branch, files or dict(CHANGED))
    body = {"title": f"Do {branch}", "head": branch, "base": "main", **more}
    answer = await client.post(f"{SHOP}/pulls", body)
    assert answer.status == 201, answer.json
    number: int = answer.json["number"]
    return number


def told(github: Standin, event: str) -> list[str]:
    """The actions of an event so far."""
    return [payload["action"] for name, payload in github.webhooks if name == event]


async def test_a_pull_request_shows_what_git_says(mona: Client) -> None:
    number = await opened(mona, files={**CHANGED, "new.txt": "n\n"})
    pull = (await mona.get(f"{SHOP}/pulls/{number}")).json
    assert (pull["commits"], pull["changed_files"], pull["additions"], pull["deletions"]) == (1, 2, 2, 1)
    assert (pull["mergeable"], pull["mergeable_state"]) == (True, "clean")
    files = (await mona.get(f"{SHOP}/pulls/{number}/files")).json
    assert [(file["filename"], file["status"]) for file in files] == [
        ("new.txt", "added"),
        ("src/a.py", "modified"),
    ]
    diff = await mona.get(f"{SHOP}/pulls/{number}", headers={"Accept": "application/vnd.github.diff"})
    assert b"+y = 3" in diff.json
    assert (
        (await mona.get(f"{SHOP}/issues/{number}")).json["pull_request"]["url"].endswith(f"/pulls/{number}")
    )


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ({"head": "nowhere"}, "head"),
        ({"base": "nowhere"}, "base"),
        ({"head": "main"}, "No commits between main and main"),
        ({}, "A pull request already exists for acme:topic."),
    ],
    ids=["no head", "no base", "nothing new", "open already"],
)
async def test_a_pull_request_is_refused(mona: Client, body: dict[str, str], about: str) -> None:
    await opened(mona)
    answer = await mona.post(f"{SHOP}/pulls", {"title": "t", "head": "topic", "base": "main", **body})
    error = answer.json["errors"][0]
    assert (answer.status, error.get("message", error.get("field"))) == (422, about)


async def test_pushing_moves_the_head(github: Standin, mona: Client) -> None:
    number = await opened(mona)
    sha = await commit(mona, "topic", {"more.txt": "m"})
    pull = (await mona.get(f"{SHOP}/pulls/{number}")).json
    assert (pull["head"]["sha"], pull["commits"]) == (sha, 2)
    assert told(github, "pull_request") == ["opened", "synchronize"]


async def test_siblings_from_one_base_keep_each_others_files(mona: Client) -> None:
    one = await opened(mona, "one", {"one.txt": "1"})
    two = await opened(mona, "two", {"two.txt": "2"})
    for number in (one, two):
        assert (await mona.put(f"{SHOP}/pulls/{number}/merge", {})).status == 200
    tree = (await mona.get(f"{SHOP}/git/trees/main")).json["tree"]
    assert [entry["path"] for entry in tree] == ["README.md", "one.txt", "src", "two.txt"]


async def test_conflicting_siblings_cannot_both_merge(mona: Client) -> None:
    one = await opened(mona, "one", {"src/a.py": "x = 10\ny = 2\n"})
    two = await opened(mona, "two", {"src/a.py": "x = 20\ny = 2\n"})
    assert (await mona.put(f"{SHOP}/pulls/{one}/merge", {})).status == 200
    pull = (await mona.get(f"{SHOP}/pulls/{two}")).json
    assert (pull["mergeable"], pull["mergeable_state"]) == (False, "dirty")
    refused = await mona.put(f"{SHOP}/pulls/{two}/merge", {})
    assert (refused.status, refused.json["message"]) == (405, "Pull Request is not mergeable")


async def test_a_merge_of_another_head_is_refused(mona: Client) -> None:
    before = await head_of(mona)
    number = await opened(mona)
    refused = await mona.put(f"{SHOP}/pulls/{number}/merge", {"sha": before})
    assert (refused.status, refused.json["message"]) == (
        409,
        "Head branch was modified. Review and try the merge again.",
    )
    assert (await mona.get(f"{SHOP}/pulls/{number}/merge")).status == 404


@pytest.mark.parametrize(
    ("method", "parents", "message"),
    [
        ("merge", 2, "Merge pull request #1 from acme/topic\n\nDo topic"),
        ("squash", 1, "Do topic (#1)\n\n* First\n\n* Second"),
        ("rebase", 1, "Second"),
    ],
)
async def test_each_way_to_merge_makes_its_own_history(
    github: Standin, mona: Client, method: str, parents: int, message: str
) -> None:
    await commit(mona, "topic", {"one.txt": "1"}, message="First")
    await commit(mona, "topic", {"two.txt": "2"}, message="Second")
    await mona.post(f"{SHOP}/pulls", {"title": "Do topic", "head": "topic", "base": "main"})
    await commit(mona, "main", {"else.txt": "e"}, message="Elsewhere")
    merged = await mona.put(f"{SHOP}/pulls/1/merge", {"merge_method": method})
    found = (await mona.get(f"{SHOP}/git/commits/{merged.json['sha']}")).json
    assert (len(found["parents"]), found["message"]) == (parents, message)
    tree = (await mona.get(f"{SHOP}/git/trees/main")).json["tree"]
    assert [entry["path"] for entry in tree] == ["README.md", "else.txt", "one.txt", "src", "two.txt"]
    pull = (await mona.get(f"{SHOP}/pulls/1")).json
    assert (pull["merged"], pull["state"], pull["merged_by"]["login"]) == (True, "closed", "mona")
    assert told(github, "pull_request") == ["opened", "closed"]


async def test_a_method_that_the_repository_does_not_allow_is_refused(github: Standin, mona: Client) -> None:
    number = await opened(mona)
    await github.as_user("hubot").patch(SHOP, {"allow_squash_merge": False})
    refused = await mona.put(f"{SHOP}/pulls/{number}/merge", {"merge_method": "squash"})
    assert (refused.status, refused.json["message"]) == (
        405,
        "Squash merges are not allowed on this repository.",
    )


async def test_merging_closes_the_issues_that_the_text_names(github: Standin, mona: Client) -> None:
    for title in ("One", "Two", "Three"):
        await mona.post(f"{SHOP}/issues", {"title": title})
    number = await opened(mona, body="Closes #1, fixes acme/shop#2 and mentions #3.")
    await mona.put(f"{SHOP}/pulls/{number}/merge", {})
    states = [(await mona.get(f"{SHOP}/issues/{issue}")).json["state"] for issue in (1, 2, 3)]
    assert states == ["closed", "closed", "open"]
    assert told(github, "issues").count("closed") == 2


async def test_a_draft_waits(mona: Client) -> None:
    number = await opened(mona, draft=True)
    pull = (await mona.get(f"{SHOP}/pulls/{number}")).json
    refused = await mona.put(f"{SHOP}/pulls/{number}/merge", {})
    assert (pull["draft"], pull["mergeable_state"], refused.status) == (True, "draft", 405)


async def test_pushing_the_commits_to_the_base_counts_as_merging(github: Standin, mona: Client) -> None:
    number = await opened(mona)
    head = await head_of(mona, "topic")
    await mona.patch(f"{SHOP}/git/refs/heads/main", {"sha": head})
    assert (await mona.get(f"{SHOP}/pulls/{number}")).json["merged"] is True
    assert told(github, "pull_request") == ["opened", "closed"]


async def test_deleting_the_branch_closes_and_bringing_it_back_lets_it_reopen(
    github: Standin, mona: Client
) -> None:
    number = await opened(mona)
    head = await head_of(mona, "topic")
    await mona.delete(f"{SHOP}/git/refs/heads/topic")
    assert (await mona.get(f"{SHOP}/pulls/{number}")).json["state"] == "closed"
    refused = await mona.patch(f"{SHOP}/pulls/{number}", {"state": "open"})
    await mona.post(f"{SHOP}/git/refs", {"ref": "refs/heads/topic", "sha": head})
    reopened = await mona.patch(f"{SHOP}/pulls/{number}", {"state": "open"})
    assert (refused.status, reopened.status, reopened.json["state"]) == (422, 200, "open")
    assert told(github, "pull_request") == ["opened", "closed", "reopened"]


async def test_what_is_merged_stays_merged(mona: Client) -> None:
    number = await opened(mona)
    await mona.put(f"{SHOP}/pulls/{number}/merge", {})
    for where in ("pulls", "issues"):
        assert (await mona.patch(f"{SHOP}/{where}/{number}", {"state": "open"})).status == 422
    assert (await mona.get(f"{SHOP}/pulls/{number}")).json["state"] == "closed"


async def test_the_branch_goes_after_the_merge_when_the_repository_says_so(
    github: Standin, mona: Client
) -> None:
    await github.as_user("hubot").patch(SHOP, {"delete_branch_on_merge": True})
    number = await opened(mona)
    await mona.put(f"{SHOP}/pulls/{number}/merge", {})
    assert (await mona.get(f"{SHOP}/git/ref/heads/topic")).status == 404


async def test_bringing_the_branch_up_to_date(mona: Client) -> None:
    number = await opened(mona)
    current = await mona.put(f"{SHOP}/pulls/{number}/update-branch", {})
    await commit(mona, "main", {"else.txt": "e"})
    updated = await mona.put(f"{SHOP}/pulls/{number}/update-branch", {})
    pull = (await mona.get(f"{SHOP}/pulls/{number}")).json
    assert (current.status, updated.status, pull["commits"], pull["changed_files"]) == (422, 202, 2, 1)


async def test_protection_asks_for_reviews_and_checks(github: Standin, mona: Client) -> None:
    hubot = github.as_user("hubot")
    rules = {
        "required_status_checks": {"strict": False, "contexts": ["ci"]},
        "enforce_admins": True,
        "required_pull_request_reviews": {"required_approving_review_count": 1},
        "restrictions": None,
    }
    number = await opened(mona)
    assert (await mona.put(f"{SHOP}/branches/main/protection", rules)).status == 403
    assert (await hubot.put(f"{SHOP}/branches/main/protection", rules)).status == 200
    direct = await mona.put(f"{SHOP}/contents/x.txt", {"message": "x", "content": "eA=="})
    assert direct.status == 409

    async def why() -> str:
        text: str = (await mona.put(f"{SHOP}/pulls/{number}/merge", {})).json["message"]
        return text

    assert await why() == "At least 1 approving review is required by reviewers with write access."
    await github.as_user("reader").post(f"{SHOP}/pulls/{number}/reviews", {"event": "APPROVE"})
    assert await why() == "At least 1 approving review is required by reviewers with write access."
    await hubot.post(f"{SHOP}/pulls/{number}/reviews", {"event": "APPROVE"})
    assert await why() == 'Required status check "ci" is expected.'
    assert (await mona.get(f"{SHOP}/pulls/{number}")).json["mergeable_state"] == "blocked"
    head = await head_of(mona, "topic")
    await mona.post(f"{SHOP}/statuses/{head}", {"state": "failure", "context": "ci"})
    assert await why() == 'Required status check "ci" is failing.'
    await mona.post(f"{SHOP}/statuses/{head}", {"state": "success", "context": "ci"})
    assert (await mona.get(f"{SHOP}/pulls/{number}")).json["mergeable_state"] == "clean"
    assert await why() == "Pull Request successfully merged"
    assert (await hubot.delete(f"{SHOP}/branches/main/protection")).status == 204


async def test_the_lists_can_be_narrowed(mona: Client) -> None:
    one = await opened(mona, "one", {"one.txt": "1"})
    two = await opened(mona, "two", {"two.txt": "2"})
    await mona.patch(f"{SHOP}/pulls/{one}", {"state": "closed"})
    listed = {
        "open": [pull["number"] for pull in (await mona.get(f"{SHOP}/pulls")).json],
        "all": [pull["number"] for pull in (await mona.get(f"{SHOP}/pulls", state="all")).json],
        "head": [pull["number"] for pull in (await mona.get(f"{SHOP}/pulls", head="acme:two")).json],
        "base": [pull["number"] for pull in (await mona.get(f"{SHOP}/pulls", base="other")).json],
    }
    assert listed == {"open": [two], "all": [two, one], "head": [two], "base": []}
    sha = await head_of(mona, "two")
    assert [pull["number"] for pull in (await mona.get(f"{SHOP}/commits/{sha}/pulls")).json] == [two]
