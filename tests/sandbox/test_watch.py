"""The fixture that watches the stand-in notices when the stand-in leaves GitHub's description."""

from typing import Any

from sandbox import hooks
from tests.conftest import Standin


async def test_a_wrong_answer_is_noticed(github: Standin) -> None:
    path = await github.repo("acme/shop")
    repo = github.world.repo("acme", "shop")
    assert repo is not None
    wrong: Any = 0xD73A4A
    repo.labels["bug"].color = wrong
    await github.anonymous.get(f"{path}/labels/bug")
    assert [(found.where, found.about, found.pointer) for found in github.violations] == [
        ("response", "issues/get-label 200", "/color")
    ]
    github.violations.clear()


async def test_a_wrong_webhook_is_noticed(github: Standin) -> None:
    await github.repo("acme/shop")
    mona = github.world.add_user("mona")
    hooks.emit(
        github.world, "label", "created", repo=github.world.repo("acme", "shop"), sender=mona, label={}
    )
    assert {found.about for found in github.violations} == {"label-created"}
    github.violations.clear()


async def test_a_wrong_request_is_noticed_unless_it_is_meant(github: Standin) -> None:
    path = await github.repo("acme/shop")
    mona = github.as_user("mona")
    await mona.post(f"{path}/issues", {"title": "A till", "lables": ["bug"]})
    assert [(found.kind, found.pointer) for found in github.violations] == [
        ("request-undocumented-property", "/lables")
    ]
    github.violations.clear()
    github.misuse()
    await mona.post(f"{path}/issues", {"title": "A till", "lables": ["bug"]})
    assert github.violations == []
