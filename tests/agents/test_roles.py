"""Every role can be asked of a model, its answer can be judged, and the built-in code answers it too."""

from typing import get_args

from agents.ask import Role
from agents.builtin import ANSWERS
from agents.model_judges import JUDGES
from agents.roles import ROLES


def test_every_role_has_calls_for_a_model_a_judge_and_a_built_in_answer() -> None:
    assert set(ROLES) == set(JUDGES) == set(ANSWERS) == set(get_args(Role))
