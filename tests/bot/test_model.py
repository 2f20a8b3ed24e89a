"""Who answers is the operator's choice, and the built-in code is the default."""

import json
import subprocess
import sys
from pathlib import Path

from agents.ask import Answered, ask
from bot.model import BuiltIn, choose
from bot.queue import SqliteQueue
from config.settings import Settings
from tests.bot.queue_conformance import ManualClock

NEEDED = {"GITHUB_APP_ID": "1", "GITHUB_PRIVATE_KEY": "k", "GITHUB_WEBHOOK_SECRET": "s" * 32}
ROOT = Path(__file__).parents[2]


async def test_without_a_key_the_built_in_code_answers(queue: SqliteQueue, clock: ManualClock) -> None:
    model = choose(Settings.read(NEEDED), answers=queue, clock=clock)
    assert isinstance(model, BuiltIn)
    assert model.name == "built-in"
    question = ask(
        "planner", {"title": "Shop", "body": "- FR-1: A visitor can buy a book.\n", "constraints": ""}
    )
    answered = await model.ask(question)
    assert isinstance(answered, Answered)
    assert json.loads(answered.content)["requirements"]
    assert await model.ask(question) == answered
    await model.close()


def test_nobody_without_a_key_pays_for_the_sdk() -> None:
    code = "import sys, bot.model, bot.web, bot.github; print('anthropic' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"
