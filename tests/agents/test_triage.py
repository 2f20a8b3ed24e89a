"""What triage recommends: too vague, done elsewhere, against the repository's rules, about something else; and no false alarms."""

import itertools
import random
from pathlib import Path

import pytest

from agents.builtin.triage import triage
from agents.builtin.triage_alike import SAME_TEXT, jaccard, stems
from agents.builtin.triage_rules import is_foreign, paths_changed
from agents.schemas.triage import About, Elsewhere, Triage, TriageInputs
from tests.stories.prds import TOOLS

PRDS = {
    path.stem: path.read_text(errors="replace")
    for path in sorted((Path(__file__).parents[1] / "prds").glob("*.md"))
}
LONG = tuple(name for name, text in PRDS.items() if len(stems(text)) > 40)
ORBITS = """# Orbits

Integrates the motion of planets, moons and comets under gravity. Symplectic schemes of fourth and eighth order, adaptive steps,
relativistic corrections, tidal forces and oblateness. Ephemerides are interpolated by Chebyshev polynomials, spacecraft
trajectories optimised by gradient descent over impulsive burns. Vectorised kernels exploit wide registers; tolerances, seeds and
frames are explicit. Plots show eccentricity, inclination, precession, Lagrange points and chaotic scattering. Benchmarks compare
energy drift across centuries against published almanacs, with invariants asserted after every thousand revolutions.
"""
README = """# Lending

A platform where people of one neighbourhood lend each other tools, bikes and books. It keeps members, loans, due dates and
reminders. Borrowers look for a tool, ask its owner, agree on days, and give it back with a note on its state. Owners see who
has what. Moderators settle disputes. The service runs on one machine with a database; see the handbook for operations,
backup, restore, upgrade, monitoring, alerts, privacy and support. Contributions are welcome: read the guide, open a request,
wait for a review, and keep commits small. Releases happen weekly.
"""
PRAISE = """The dashboard should be much better and more modern. Users find it confusing, and colleagues keep asking us about it in
meetings and in hallways. It should delight people on the phone, at home, on the train and at their desks. Our competitors have
had something prettier for years now, which is a shame, because we were first. We need this by next summer, when the sales people
go to the fair and want to show it to customers and to everybody else who happens to come by.
"""


def judged(given: dict[str, object]) -> Triage:
    usual: dict[str, object] = {"title": "A tool shelf for neighbours", "body": TOOLS}
    return triage(TriageInputs.model_validate({**usual, **given}))


def open_run(body: str, title: str = "Another title") -> dict[str, object]:
    return {"elsewhere": (Elsewhere(kind="run", number=7, title=title, text=body),)}


@pytest.mark.parametrize(
    ("given", "verdict", "reason"),
    [
        ({}, "GO", "I read 3 requirements"),
        ({"body": "Make it nice."}, "DEFER", "That is too little to plan from."),
        ({"body": "A web app where neighbours can lend each other tools."}, "DEFER", "That is too little to plan from."),
        ({"body": "La la la. " * 300}, "NO-GO", "Nothing in the text says what the product shall do."),
        ({"body": ""}, "NO-GO", ""),
        (open_run(TOOLS), "NO-GO", "It asks for much the same as the run on #7, “Another title”, which is open."),
        (open_run(TOOLS.replace("borrow", "rent")), "NO-GO", "It asks for much the same as the run on #7"),
        (open_run(PRDS["clinic-booking"]), "GO", ""),
        (open_run("", "A tool shelf for the neighbours"), "NO-GO", "“A tool shelf for the neighbours”, which is open."),
        (open_run("", "A tool"), "GO", ""),
        (
            {"elsewhere": (Elsewhere(kind="pull request", number=9, title="Tool shelf for neighbours", text="Closes #3"),)},
            "NO-GO",
            "It asks for much the same as the pull request #9",
        ),
        ({"constraints": "must_not: [MongoDB]\n", "body": TOOLS + "\n## Constraints\n\n- Use MongoDB for storage.\n"}, "DEFER", "The PRD asks for MongoDB, and the repository’s constraints rule it out (“must_not: MongoDB”)."),
        ({"constraints": "rules:\n  - no MongoDB\n", "body": TOOLS + "\n## Constraints\n\n- Use MongoDB for storage.\n"}, "DEFER", "rule it out (“rules: no MongoDB”)."),
        ({"constraints": "platforms: no cloud\n", "body": TOOLS + "\n## Constraints\n\n- Hosted on AWS.\n"}, "DEFER", "The PRD asks for AWS, and the repository’s constraints rule it out (“platforms: no cloud”)."),
        ({"constraints": "platforms: no cloud\n", "body": TOOLS + "\n## Constraints\n\n- Runs in Docker on our own server.\n"}, "GO", ""),
        ({"constraints": "must_not: [MongoDB]\n", "body": TOOLS + "\n## Constraints\n\n- Do not use MongoDB.\n"}, "GO", ""),
        ({"constraints": "must_not: [MongoDB]\n", "body": TOOLS + "\n- A member can migrate from MongoDB.\n"}, "GO", ""),
        ({"constraints": "must_not: [AWS]\n", "body": TOOLS + "\n## Constraints\n\n- Runs on AWS Lambda.\n"}, "DEFER", "The PRD asks for AWS Lambda, and the repository’s constraints rule it out (“must_not: AWS”)."),
        ({"constraints": "must_not: [databases other than PostgreSQL]\n", "body": TOOLS + "\n## Constraints\n\n- Use PostgreSQL for storage.\n"}, "GO", ""),
        ({"constraints": "language: Python\n", "body": TOOLS + "\n## Technology\n\n- Language: Java\n"}, "DEFER", "The PRD asks for Java, and the repository’s constraints say Python."),
        ({"constraints": "language: Python\n", "body": TOOLS + "\n## Technology\n\n- Language: Python\n"}, "GO", ""),
        ({"constraints": "language: Python\n"}, "GO", ""),
        ({"frozen": ("infra/prod.tf",)}, "DEFER", "The PRD wants `infra/prod.tf` changed, and the repository has frozen that path."),
        ({"frozen": ("infra/prod.tf",), "body": TOOLS + "\n## Out of scope\n\n- Changes of `infra/prod.tf`.\n"}, "GO", ""),
        ({"body": PRAISE}, "DEFER", "It says how the product shall strike people, such as “The dashboard should be much better and more modern”, and not what it shall do."),
        ({"body": PRAISE + "\nUsers can easily export a nice chart.\n"}, "GO", ""),
        ({"about": About(name="lending", readme=README)}, "GO", ""),
        ({"about": About(name="orbits", readme=ORBITS), "body": PRDS["photo-albums"], "title": "Albums"}, "DEFER", "None of the words the PRD uses most stand in what orbits says about itself"),
        ({"about": About(name="lending", readme="# Lending\n\nTo be written."), "body": PRDS["log-mover"]}, "GO", ""),
        ({"about": About(name="lending", readme=README), "body": PRDS["pedidos"]}, "GO", ""),
    ],
)  # fmt: skip
def test_triage_recommends_with_its_reason(given: dict[str, object], verdict: str, reason: str) -> None:
    said = judged(given)
    assert said.verdict == verdict
    assert reason in "\n".join(said.reasons)
    assert (said.remedies == ()) == (verdict == "GO")


def test_documents_about_different_products_are_never_alike() -> None:
    shares = {
        (one, other): jaccard(stems(PRDS[one]), stems(PRDS[other]))
        for one, other in itertools.combinations(LONG, 2)
    }
    assert max(shares.values()) < SAME_TEXT / 2


@pytest.mark.parametrize("name", LONG)
def test_a_document_in_another_order_is_still_itself(name: str) -> None:
    lines = PRDS[name].splitlines()
    random.Random(name).shuffle(lines)
    assert judged({"body": PRDS[name], **open_run("\n".join(lines))}).verdict == "NO-GO"


@pytest.mark.parametrize("name", sorted(PRDS))
def test_a_repository_that_speaks_of_the_same_things_is_no_foreign_one(name: str) -> None:
    about = About(name="x", readme="\n".join(PRDS[name].splitlines()[::3]))
    assert not is_foreign(TriageInputs(title=name, body=PRDS[name], about=about))


def test_only_lines_that_speak_of_a_change_name_paths_to_be_changed() -> None:
    text = "- Update `infra/prod.tf` and src/app/main.py.\n- It reads config/live.yml at start.\n- See https://a.example/b/c.html and change it.\n"
    assert paths_changed(text) == ("infra/prod.tf", "src/app/main.py")


def test_what_is_against_two_rules_is_told_once() -> None:
    rules = "database: PostgreSQL\nmust_not: [MongoDB]\n"
    said = judged({"constraints": rules, "body": TOOLS + "\n## Constraints\n\n- Use MongoDB for storage.\n"})
    assert [each for each in said.reasons if "MongoDB" in each] == [
        "The PRD asks for MongoDB, and the repository’s constraints rule it out (“must_not: MongoDB”)."
    ]


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("- Change `infra/prod.tf` so that nothing changes for users.", True),
        ("- `infra/prod.tf` must be changed.", True),
        ("- Remove infra/prod.tf, which does not work.", True),
        ("- The worker is described in `infra/prod.tf`; nothing there changes.", False),
        ("- Do not edit `infra/prod.tf`.", False),
        ("- We don’t change `infra/prod.tf`.", False),
        ("- It works without a change of `infra/prod.tf`.", False),
        ("- Add a page. The file `infra/prod.tf` stays as it is.", False),
        ("- `infra/prod.tf` remains untouched when a page is added.", False),
    ],
)
def test_a_path_of_which_nothing_is_changed_is_none_to_be_changed(line: str, *, changed: bool) -> None:
    assert paths_changed(line) == (("infra/prod.tf",) if changed else ())


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Make it nice.", "I read 1 requirement."),
        ("La la la. " * 300, "I read no requirement, no demand on quality and no user story."),
        (TOOLS, "I read 3 requirements"),
    ],
)
def test_what_was_read_is_counted_in_words_and_what_was_not_is_left_out(body: str, read: str) -> None:
    assert triage(TriageInputs(title="T", body=body)).reasons[0].startswith(read)
