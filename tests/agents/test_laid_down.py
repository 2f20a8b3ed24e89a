"""What a repository's constraints lay down for a plan: what they rule out is kept out, and what they name is taken."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.laid_down import leaves, statement
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from tests.stories.prds import TOOLS


def drawn(constraints: str, body: str = TOOLS) -> ArchitecturePack:
    pack = plan(PlannerInputs(title="A tool shelf", body=body, constraints=constraints))
    assert isinstance(pack, ArchitecturePack)
    return pack


@pytest.mark.parametrize(
    ("path", "leaf", "said"),
    [
        ("must_not", "MongoDB", "Do not use MongoDB (must_not)"),
        ("must_not", "use Kafka", "Do not use Kafka (must_not)"),
        ("technology.forbidden", "Java, Perl", "Do not use Java, Perl (technology.forbidden)"),
        ("avoid", "any AWS service", "Do not use any AWS service (avoid)"),
        # Words that name no technology stay as they were written, and so does what says no by itself.
        ("must_not", "store card numbers", "must_not: store card numbers"),
        ("must_not", "no MongoDB", "must_not: no MongoDB"),
        ("database", "PostgreSQL", "database: PostgreSQL"),
        ("must_not", "databases other than PostgreSQL", "must_not: databases other than PostgreSQL"),
        ("", "no MongoDB", "no MongoDB"),
    ],
)
def test_a_rule_reads_as_what_it_means(path: str, leaf: str, said: str) -> None:
    assert statement(path, leaf) == said


@pytest.mark.parametrize(
    ("constraints", "kept_out"),
    [
        ("must_not: [MongoDB]\n", "MongoDB"),
        ("must_not:\n  - AWS\n", "AWS"),
        ("technology:\n  forbidden: [Java, MongoDB]\n", "Java"),
        ("must_not: [use Kafka]\n", "Kafka"),
        ("avoid: Redis\n", "Redis"),
    ],
)
def test_what_is_ruled_out_is_no_part_of_the_plan(constraints: str, kept_out: str) -> None:
    pack = drawn(constraints)
    decided = [f"{each.title} {each.why}" for each in pack.architecture.decisions]
    parts = [f"{each.name} {each.technology}" for each in pack.architecture.components]
    assert not [each for each in (*decided, *parts) if kept_out in each]
    assert any(kept_out in each.text for each in pack.org_constraints)


def test_what_is_laid_down_is_taken_beside_what_is_ruled_out() -> None:
    pack = drawn("database: PostgreSQL\nmust_not: [MongoDB, AWS]\n")
    titles = [each.title for each in pack.architecture.decisions]
    assert "Keep data in PostgreSQL" in titles
    assert not [each for each in titles if "MongoDB" in each or "AWS" in each]


def test_lines_that_are_no_yaml_are_rules_as_well() -> None:
    assert leaves("- no MongoDB: [\n- Python\n") == (("", "no MongoDB: ["), ("", "Python"))
    assert leaves("a:\n  b: [1, x]\n") == (("a.b", "1"), ("a.b", "x"))
