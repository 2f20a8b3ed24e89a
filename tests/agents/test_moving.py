"""A document about a move is drawn as the move it is, and code that others call without the workflow that nobody asked for."""

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planning.drawing.moving import Move, move_of
from policies.coverage import complete
from tests.agents.test_planner import planned

MYSQL = """# Move our monolith from MySQL to PostgreSQL

Our order monolith keeps everything in MySQL 5.7, which is out of support.

## Requirements

- All tables are copied to PostgreSQL, with their indexes.
- Row counts and checksums of every table are compared after the copy.
- Writes go to both databases for two weeks.
- Reports that use MySQL-specific SQL are rewritten.
- Tables that nobody reads are left out.
"""
BUCKETS = """# Terraform module for S3 buckets

We need a Terraform module that creates S3 buckets as our security team wants them.

## Requirements

- Public access is blocked.
- A lifecycle rule moves objects to Glacier after 90 days.
- The caller can name the bucket and give it tags.
- The module outputs the bucket's name.
"""


@pytest.mark.parametrize(
    ("title", "move"),
    [
        ("Move our monolith from MySQL to PostgreSQL", Move("MySQL", "PostgreSQL")),
        ("Migrate from Jenkins to GitHub Actions", Move("Jenkins", "GitHub Actions")),
        ("Migration from Heroku to AWS", Move("Heroku", "AWS")),
        ("Database migration: MySQL to PostgreSQL", Move("", "PostgreSQL")),
        ("RFC 12: Migrating the front end from AngularJS to React", Move("AngularJS", "React")),
        ("[Draft] Convert our codebase to TypeScript", Move("", "TypeScript")),
        ("PRD – Upgrade to Python 3.12", Move("", "Python 3.12")),
        ("Switch CI from Travis to GitLab CI in 2025", Move("Travis", "GitLab CI")),
        ("Replace Redis with Valkey", Move("Redis", "Valkey")),
    ],
)
def test_a_title_announces_a_move(title: str, move: Move) -> None:
    assert move_of(title) == move


@pytest.mark.parametrize(
    "title",
    [
        "Library migration tool",
        "Database migration assistant from MySQL to PostgreSQL",
        "Replace Salesforce with our own CRM",
        "Replace Redis with a cache of our own",
        "Move money from savings to checking",
        "Move playlists from Spotify to YouTube Music",
        "Tool shelf",
        "Terraform module for S3 buckets",
        "A web app where librarians move books to PostgreSQL",
        "Moving house checklist",
        "",
    ],
)
def test_a_product_that_moves_things_is_a_product(title: str) -> None:
    assert move_of(title) is None


def test_a_migration_is_drawn_as_steps_with_checks_and_a_switch() -> None:
    pack = planned(MYSQL)
    drawn = pack.architecture
    assert {part.id: part.requirement_ids for part in drawn.components} == {
        "steps": ("R-1", "R-2", "R-3", "R-4", "R-5"),
        "checks": ("R-2",),
        "switch": ("R-3",),
    }
    assert "ne move from MySQL to PostgreSQL in steps that are checked" in drawn.headline
    assert "is a migration" in pack.prd.understood[0]


def test_a_migration_is_asked_how_long_it_may_stand_still() -> None:
    asked = "For how long may it stand still while people are switched over?"
    body = MYSQL.replace("- Writes go to both databases for two weeks.\n", "")
    assert asked in [each.text for each in planned(body).clarifications]
    assert asked not in [each.text for each in planned(MYSQL).clarifications]


def test_what_is_left_behind_and_where_it_goes_are_no_systems_to_stand_in_for() -> None:
    backlog = decompose(DecompositionInputs(pack=complete(planned(MYSQL))))
    assert not [unit.title for unit in backlog.units if unit.kind == "integration"]


def test_a_module_has_no_workflow_and_no_loop_that_nobody_asked_for() -> None:
    pack = complete(planned(BUCKETS))
    assert [part.id for part in pack.architecture.components] == ["inputs", "declared"]
    assert "which its callers apply" in pack.architecture.headline
    assert not [
        unit.title for unit in decompose(DecompositionInputs(pack=pack)).units if "S3 is slow" in unit.title
    ]


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ("- It is applied by GitHub Actions on every push\n", "workflow"),
        ("- A preview is made for every pull request\n", "workflow"),
        ("- A controller reconciles what drifts\n", "controller"),
    ],
)
def test_a_module_with_a_workflow_or_a_loop_has_it(more: str, part: str) -> None:
    assert part in [each.id for each in planned(f"{BUCKETS}{more}").architecture.components]
