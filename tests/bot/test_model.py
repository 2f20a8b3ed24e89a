"""Who answers is the operator's choice, and the built-in code is the default."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from agents.ask import Answered, ask
from bot.budget import Purse
from bot.model import BuiltIn, choose
from bot.queue_sqlite import SqliteQueue
from config.settings import Settings
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.messages_api import Say, messages_api

NEEDED = {"GITHUB_APP_ID": "1", "GITHUB_PRIVATE_KEY": "k", "GITHUB_WEBHOOK_SECRET": "s" * 32}
ROOT = Path(__file__).parents[2]


async def test_without_a_key_the_built_in_code_answers_and_costs_nothing(
    queue: SqliteQueue, clock: ManualClock, purse: Purse
) -> None:
    model = choose(Settings.read(NEEDED), answers=queue, clock=clock)
    assert isinstance(model, BuiltIn)
    assert model.name == "built-in"
    question = ask(
        "planner", {"title": "Shop", "body": "- FR-1: A visitor can buy a book.\n", "constraints": ""}
    )
    answered = await model.ask(question, purse)
    assert isinstance(answered, Answered)
    assert json.loads(answered.content)["requirements"]
    assert await model.ask(question, purse) == answered
    assert (answered.usage.cost, answered.calls) == (0, ())
    assert await queue.cached("budget/run/9/12") is None
    await model.close()


def test_nobody_without_a_key_pays_for_the_sdk() -> None:
    code = "import sys, bot.model, bot.web, bot.github; print('anthropic' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"


@pytest.mark.parametrize(
    "mistakes", [{}, {"verdict": "APPROVED", "state": "DONE"}], ids=["at once", "repaired"]
)
async def test_with_a_key_a_model_answers_in_the_roles_own_words(
    queue: SqliteQueue, clock: ManualClock, purse: Purse, mistakes: dict[str, str]
) -> None:
    question = ask("triage", {"title": "Shop", "body": "# Shop\n- FR-1: A visitor can buy a book.\n"})
    verdict = {"schema_version": "1", "verdict": "GO", "reasons": ["It can be planned."], "remedies": []}
    async with messages_api() as api:
        environ = {
            "ANTHROPIC_API_KEY": api.key,
            "ANTHROPIC_BASE_URL": api.url,
            "SIGNALBOX_MODEL": "claude-opus-5-5",
        }
        model = choose(Settings.read(NEEDED | environ), answers=queue, clock=clock)
        assert model.name == "claude-opus-5-5"
        wrong = [Say(json.dumps(verdict | mistakes))] if mistakes else []
        api.script = [*wrong, Say(json.dumps(verdict))]
        answered = await model.ask(question, purse)
        await model.close()
    assert isinstance(answered, Answered)
    assert json.loads(answered.content)["verdict"] == "GO"
    assert answered.usage.model == "claude-opus-5-5"
    assert answered.usage.output_tokens == (40 if mistakes else 20)
