"""Every role can be asked of a model and of the built-in code."""

from typing import get_args

from agents.ask import Role
from agents.builtin import ANSWERS
from agents.roles import ROLES


def test_every_role_has_calls_for_a_model_and_a_built_in_answer() -> None:
    assert set(ROLES) == set(ANSWERS) == set(get_args(Role))
