"""What developers list in a few words each, and what holds a product in: commands, cases, platforms, borders, and what stands outside."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import kinds
from tests.agents.stated import stated
from tests.agents.test_planner import planned

SHIPPER = """event forwarder, single Go binary
- tail all files of a folder given in forwarder.toml
{}
- ship events to Loki over HTTP
- no windows, no parsing of events
- <40MB RSS at 5k events/s
"""
NOTE = "Wir brauchen eine Seite für unsere Boote.\n\n{}\n\nMitglieder buchen ein Boot für zwei Stunden.\n"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("on 5xx: exp backoff, spool to disk, max 2GB, drop oldest", "functional"),
        ("if the target is down: keep the last 15 min, then drop", "functional"),
        ("rotate at 100MB or 24h, gzip, keep 7", "functional"),
        ("prometheus /metrics on :9102", "functional"),
        ("health endpoint :8080/healthz", "functional"),
        ("linux amd64+arm64, no CGO", "constraint"),
        ("x86_64 + aarch64, glibc >= 2.17", "constraint"),
        ("python 3.11+, macOS and linux", "constraint"),
        ("linux only, no snap", "constraint"),
        ("encoding? some files are latin1", "question"),
        ("start in less than 2s", "nonfunctional"),
    ],
)
def test_an_entry_of_a_terse_list_is_what_its_form_says(words: str, kind: str) -> None:
    assert (kind, 3) in kinds(SHIPPER.format(f"- {words}"))
    assert [each for each, line in kinds(SHIPPER.format(f"- {words}")) if line == 3] == [kind]


def test_where_it_ships_to_is_a_system_and_the_memory_it_takes_is_none() -> None:
    found = read(SHIPPER.format("- resume after a restart"))
    assert isinstance(found, Findings)
    assert [each.name for each in found.integrations] == ["Loki"]


@pytest.mark.parametrize(
    "first",
    ["log shipper, one binary", "A metrics collector for each node", "backup sidecar", "A small daemon that relays events"],
)  # fmt: skip
def test_what_hands_on_what_it_finds_has_no_database_and_rents_nothing(first: str) -> None:
    pack = planned(
        f"{first}\n- reads the files of a folder\n- ships them to Loki\n- resume after restart\n- SIGHUP reloads config\n"
    )
    assert [part.kind for part in pack.architecture.components if part.kind in {"store", "queue"}] == []
    assert "PostgreSQL" not in {part.technology for part in pack.architecture.components}
    assert not any("users and requests" in each.text for each in pack.clarifications)


def test_a_service_that_keeps_records_has_its_database() -> None:
    told = planned(
        "A daemon for the club\n- members sign in\n- it keeps a database of bookings\n- REST API for bookings\n"
    )
    assert "PostgreSQL" in {part.technology for part in told.architecture.components}


@pytest.mark.parametrize(
    "label", ["Boundaries", "Limits", "Scope limits", "Project boundaries", "Limitations"]
)
def test_what_stands_beyond_a_border_is_left_out_and_the_border_itself_is_given(label: str) -> None:
    text = f"# Tide\n\n## Features\n* Show the tide\n* Save a spot\n\n## {label}\n* iOS only\n* No route navigation, no social feed\n* No new servers\n"
    assert ("non_goal", 9) in kinds(text)
    if "scope" not in label.casefold():
        assert {("constraint", 8), ("constraint", 10)} <= set(kinds(text))


@pytest.mark.parametrize(
    "words",
    [
        "Keine Online-Zahlung, das läuft weiter über Überweisung.",
        "Kein Chat.",
        "Pas de paiement en ligne, la mairie s'en occupe.",
        "Sans messagerie entre parents.",
        "Sin pagos en línea, sin redes sociales.",
        "Senza pagamenti.",
    ],
)
def test_no_such_thing_in_another_language_rules_it_out(words: str) -> None:
    assert ("non_goal", 3) in kinds(NOTE.format(words))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Keine neuen Server.", "constraint"),
        ("Kein Mitglied darf zweimal buchen.", "functional"),
        ("Die Daten müssen in Deutschland liegen.", "constraint"),
    ],
)
def test_rules_and_limits_of_another_language_stay_what_they_are(words: str, kind: str) -> None:
    assert (kind, 3) in kinds(NOTE.format(words))


MINUTES = """Meeting notes - Boat booking - 3 April
Present: Ruth (board), Emre (caretaker), Lina

- Emre: 12 boats, currently a list on paper. Nobody knows who is out.
- Agreed: members book a boat for two hours.
- Ruth wants that a deposit is recorded.
- Lina: needs a list per month as CSV.
- Discussion about GPS tracking -> the board says no. Dropped.
- Lina asked whether damages could be photographed. Nice to have, phase 2.
- Undecided: who pays for repairs?

Next meeting 4 May
"""


def test_minutes_say_what_was_wanted_and_not_who_said_it() -> None:
    assert stated(MINUTES) == [
        ("functional", "Members book a boat for two hours."),
        ("functional", "A deposit is recorded."),
        ("functional", "A list per month as CSV."),
        ("non_goal", "GPS tracking -> the board says no."),
        ("deferred", "Later: damages could be photographed"),
        ("question", "Undecided: who pays for repairs?"),
    ]
    pack = planned(MINUTES)
    assert pack.prd.product == "Boat booking"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Reviews of boats: rejected", "non_goal"),
        ("Face recognition at the door - the privacy officer refuses.", "non_goal"),
        ("When a card is declined -> the bank says no", "functional"),
    ],
)
def test_what_somebody_refused_is_left_out(words: str, kind: str) -> None:
    text = f"# Boats\n\n## Wishes\n* Members book a boat\n* Members see what is free\n* {words}\n"
    assert (kind, 6) in kinds(text)


NUMBERED = """Minutes of the call 3 June, harbour list
Present: Dr. Ahn, Petra (desk), Sami (IT)

1. Petra: boats are on paper today, at the moment nobody counts them.
2. We agreed that guests see a free berth on their phone.
3. Dr. Ahn wants a button "delay 15 min".
4. Text messages? Sami checks the price.
5. No booking if the berth is taken.
"""


def test_numbered_minutes_are_read_as_others_are() -> None:
    assert stated(NUMBERED) == [
        ("functional", "Guests see a free berth on their phone."),
        ("functional", 'A button "delay 15 min".'),
        ("question", "Text messages?"),
        ("functional", "No booking if the berth is taken."),
    ]
    assert planned(NUMBERED).prd.product == "Harbour list"


def test_a_short_text_that_says_much_around_its_wishes_is_not_too_little_to_plan_from() -> None:
    text = "Queremos que los socios pidan hora desde el móvil y reciban un aviso. {} Presupuesto 500 euros.\n"
    more = "Nada de pagos en línea. Sin cuentas. ¿Lo hacemos con WhatsApp o con correo? Los socios anulan la hora solos."
    assert not any(
        each.changes.startswith("every requirement") for each in planned(text.format(more)).clarifications
    )
    assert any(
        each.changes.startswith("every requirement") for each in planned(text.format("")).clarifications
    )


def test_a_co_op_that_houses_people_is_no_game() -> None:
    told = planned(
        "# Tool loan for the housing co-op\n\n- Residents reserve a tool\n- The caretaker sees what is due\n- Residents get a mail\n- Tools have a photo\n"
    )
    assert told.architecture.kind == "web_app"
