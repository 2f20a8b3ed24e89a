"""Briefs as product people write them: goals with signs, answered questions, scenarios, and headings in capitals."""

import pytest

from agents.builtin.planning.drawing.kind import kind_of
from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read
from tests.agents.stated import stated


def test_goals_with_a_sign_are_measured_and_answered_questions_are_closed() -> None:
    text = (
        "# Bills\n\n## Goals\n1. Reduce unused bills from 11 % to 5 %.\n2. The desk spends < 10 min a day on bills.\n\n"
        "## Open questions\n- [ ] Who pays for the print?\n- [x] Which printer first? → Acme\n"
    )
    assert stated(text) == [
        ("metric", "Reduce unused bills from 11 % to 5 %."),
        ("metric", "The desk spends < 10 min a day on bills."),
        ("question", "Who pays for the print?"),
    ]


def test_a_scenario_stays_whole_and_what_must_not_happen_says_so() -> None:
    text = (
        '# Bills\n\n## Behaviour\n\nGiven a clerk is online, when she opens "My bills" and taps "Keep", then the bill is kept.\n\n'
        "## Must not\n\n- lose a bill\n"
    )
    assert [words for _, words in stated(text)] == [
        'Given a clerk is online, when she opens "My bills" and taps "Keep", then the bill is kept.',
        "Must not lose a bill",
    ]


def test_a_brief_in_capitals() -> None:
    text = (
        'PRD — "Split": shared bills for flats\n\nWHO: students in shared flats (3–8 people). Maybe couples later.\n\n'
        "WHAT\n• add a bill\n• photo of the bill\n\nHOW IT SHOULD FEEL\nWorks in the basement without signal.\n\n"
        "TECH\nPWA, installable. Supabase for sign-in and storage.\nLanguages: en, de.\n\n"
        "NOT IN V1\nmulti-currency, chat\n\nDONE MEANS\nmy own flat uses it for a month\n"
    )
    assert stated(text) == [
        ("functional", "add a bill"),
        ("functional", "photo of the bill"),
        ("nonfunctional", "Works in the basement without signal."),
        ("constraint", "PWA, installable."),
        ("constraint", "Supabase for sign-in and storage."),
        ("constraint", "Languages: en, de."),
        ("non_goal", "multi-currency"),
        ("non_goal", "chat"),
        ("acceptance", "my own flat uses it for a month"),
    ]
    found = read(text)
    assert isinstance(found, Findings)
    assert (found.product, [each.name for each in found.actors]) == ("Split", ["Students"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dentrix has no webhooks: poll it every minute.", ["Dentrix"]),
        ("The app shows live tiles from our GeoServer.", ["GeoServer"]),
        ("System provides an API for bills.", []),
    ],
)
def test_systems_by_what_they_offer(text: str, expected: list[str]) -> None:
    found = read(f"# Bills\n\n## Requirements\n\n- Print a bill.\n- {text}\n")
    assert isinstance(found, Findings)
    assert [each.name for each in found.integrations] == expected


def test_what_happens_to_things_is_no_thing() -> None:
    found = read(
        "# Bills\n\n## Details\n\n1. Prints made offline (photo, place, note) queue up and are sent when online.\n"
    )
    assert isinstance(found, Findings)
    assert not [each.name for each in found.entities if "made" in each.name]


def test_an_app_with_a_lowest_version_of_its_kit_is_no_library() -> None:
    text = "# Spec: Offline maps for the ranger app\n\nThe app (Android, Kotlin, min SDK 26) shows tiles. The nightly job runs on the phone.\n"
    assert kind_of(text, title="Spec: Offline maps for the ranger app").kind == "mobile_app"


def test_a_sheet_about_the_document_says_only_when_and_for_how_much() -> None:
    text = "# Bills\n\n| Field | Value |\n|---|---|\n| Requested by | Ida |\n| Deadline | 30 June |\n"
    found = read(text)
    assert isinstance(found, Findings)
    assert (stated(text), found.notes) == ([("constraint", "Deadline: 30 June")], ())


def test_a_wish_in_a_mail_is_told_by_what_stands_below_it() -> None:
    text = (
        "Every print has a bill. Before each print I call people by phone. I'd love something where\n\n"
        " - I create a bill\n - clerks say yes or no\n\n"
        "We can't pay more than 15 €/month. And no Acme printer, our board decided that.\n\n"
        "Is that possible by the season start on 1 September?\n"
    )
    assert stated(text) == [
        ("functional", "I create a bill"),
        ("functional", "clerks say yes or no"),
        ("constraint", "We can't pay more than 15 €/month."),
        ("constraint", "And no Acme printer, our board decided that."),
        ("constraint", "Is that possible by the season start on 1 September?"),
    ]


@pytest.mark.parametrize(
    ("text", "product"),
    [
        (
            "# Vision\n\n**For** mills **who** lose bills, **BillTrack** is a mobile app **that** shows them.\n",
            "BillTrack",
        ),
        ("# Internal tool: bills of the mill\n\n## Features\n- list bills\n", "Bills of the mill"),
    ],
)
def test_what_a_vision_is_about(text: str, product: str) -> None:
    found = read(text)
    assert isinstance(found, Findings)
    assert found.product == product


def test_figures_with_a_full_stop_are_no_numbers_of_parts() -> None:
    text = "# Bills\n\n## Requirements\n\n- Print a bill\n- IT: 3,000 bills, 12 clerks\n\n8.4 M customers get one.\n"
    assert not [words for _, words in stated(text) if words.startswith("M customers")]


def test_short_statements_under_quality_and_a_licence_alone() -> None:
    text = (
        "# csv2bill\n\n## Quality\n100,000 lines in < 2 s. No network. No float arithmetic for money.\n\n"
        "## Constraints\nPython ≥ 3.11, stdlib only. MIT.\n\n## Maybe\n- Fold bills\n\n"
        "## Rules\n1. Dependencies: if Postgres is down, everything above it is shown as affected.\n"
    )
    assert stated(text) == [
        ("nonfunctional", "100,000 lines in < 2 s."),
        ("nonfunctional", "No network."),
        ("nonfunctional", "No float arithmetic for money."),
        ("constraint", "Python ≥ 3.11, stdlib only."),
        ("constraint", "MIT."),
        ("deferred", "Fold bills"),
        ("functional", "Dependencies: if Postgres is down, everything above it is shown as affected."),
    ]


def test_priorities_and_dates_in_german() -> None:
    text = "# Rechnungen\n\n## Anforderungen\n- Jede Rechnung wird gedruckt (Muss)\n- Karte mit Orten (Kann)\n\n## Rahmenbedingungen\n- Budget 60.000 €, Abnahme bis 15. November\n"
    found = read(text)
    assert isinstance(found, Findings)
    assert [(each.text, each.priority) for each in found.findings] == [
        ("Jede Rechnung wird gedruckt", "must"),
        ("Karte mit Orten", "could"),
        ("Budget 60.000 €", "unstated"),
        ("Abnahme bis 15. November", "unstated"),
    ]


def test_a_brief_in_french_with_labels_in_its_lines() -> None:
    text = (
        "Titre : Application de gestion des factures de la bibliothèque municipale\n\nContexte\nLa bibliothèque imprime des factures.\n\n"
        "Utilisateurs : bibliothécaires, abonnés, responsable\n\nBesoins\n1. Le bibliothécaire enregistre une facture.\n2. Les retards sont relancés après 7 jours.\n\n"
        "Contraintes\n- le logiciel doit être libre\n\nHors périmètre : prêt de liseuses, paiement des amendes\n\n"
        "Performance : une recherche répond en moins d'une seconde.\n"
    )
    assert stated(text) == [
        ("functional", "Le bibliothécaire enregistre une facture."),
        ("functional", "Les retards sont relancés après 7 jours."),
        ("constraint", "le logiciel doit être libre"),
        ("non_goal", "prêt de liseuses"),
        ("non_goal", "paiement des amendes"),
        ("nonfunctional", "une recherche répond en moins d'une seconde."),
    ]
    found = read(text)
    assert isinstance(found, Findings)
    assert [each.name for each in found.actors] == ["Bibliothécaires", "Abonnés", "Responsable"]


def test_a_success_after_some_time_and_parts_of_the_stack_alone() -> None:
    text = (
        "# Bills\n\n## Scope\n\n**Prints**\nThe client ticks off bills on the phone; prints are remembered for next time.\n\n"
        "## Tech constraints\nDjango + htmx (team knows it). Postgres. Hetzner.\n\n## Success after 6 months\n- 300 paying mills\n"
    )
    assert stated(text) == [
        ("functional", "The client ticks off bills on the phone"),
        ("functional", "Prints are remembered for next time."),
        ("constraint", "Django + htmx (team knows it)."),
        ("constraint", "Postgres."),
        ("constraint", "Hetzner."),
        ("metric", "300 paying mills"),
    ]


def test_a_github_action_is_a_command() -> None:
    text = "## What\n\nA GitHub Action that comments when an image grows.\n"
    assert kind_of(text).kind == "cli"


def test_letters_under_must_and_should_are_ids() -> None:
    text = (
        "# Bills\n\n### Must\n- M1: Late bills alert the clerk by phone call\n- M2: Costs per mill and year\n\n### Should\n- S1: Recurring bills\n\n"
        "### Data protection\nPhotos deleted 6 months after closing.\n\n### Interfaces\nInvoices go to DATEV.\n"
    )
    found = read(text)
    assert isinstance(found, Findings)
    assert [(each.kind, each.text, each.priority) for each in found.findings] == [
        ("functional", "Late bills alert the clerk by phone call", "must"),
        ("functional", "Costs per mill and year", "must"),
        ("functional", "Recurring bills", "should"),
        ("nonfunctional", "Photos deleted 6 months after closing.", "unstated"),
        ("functional", "Invoices go to DATEV.", "unstated"),
    ]


def test_what_we_will_and_will_not_do_and_when() -> None:
    text = "# Bills\n\n**We will**\n- ask once\n- send one batch a day\n\n**We won't**\n- ask again for a year\n\n**When:** 4.2 release, mid May.\n"
    assert stated(text) == [
        ("functional", "ask once"),
        ("functional", "send one batch a day"),
        ("non_goal", "ask again for a year"),
        ("constraint", "4.2 release"),
        ("constraint", "mid May"),
    ]


def test_a_product_that_must_not_be_an_app_is_none() -> None:
    text = "# Repairs\n\nTenants don't need an app; a link is enough. Craftsmen see jobs on the phone. The on-call manager gets a phone call.\n"
    assert kind_of(text, title="Repairs").kind == "web_app"
