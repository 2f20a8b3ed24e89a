"""In another language a requirement stands with the rules, and with another part only where a word or somebody who acts tells so."""

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planning.drawing.tongues import UNREAD
from policies.coverage import complete
from tests.agents.test_planner import planned

GERMAN = """# Werkstattbuch

Eine Webanwendung, mit der eine Fahrradwerkstatt ihre Aufträge führt.

## Anforderungen

- Der Kunde kann einen Termin buchen.
- Das System berechnet den Preis aus Arbeitszeit und Teilen.
- Der Kunde erhält eine E-Mail, wenn das Rad fertig ist.
- Der Chef meldet sich mit Passwort an.
- Die Daten werden in einer Datenbank gespeichert.
- Über eine API kann die Buchhaltung Rechnungen abholen.
- Rabatte gelten nicht für Ersatzteile.
"""
FRENCH = """# Carnet d'atelier

Une application web avec laquelle un atelier de vélos gère ses commandes.

## Exigences fonctionnelles

- Le client peut réserver un rendez-vous.
- Le système calcule le prix à partir du temps de travail et des pièces.
- Le client reçoit un e-mail quand le vélo est prêt.
- Le patron se connecte avec un mot de passe.
- Les données sont enregistrées dans une base de données.
- La comptabilité récupère les factures par une API.
- Les remises ne valent pas pour les pièces.
"""
SPANISH = """# Libro de taller

Una aplicación web con la que un taller de bicicletas lleva sus pedidos.

## Requisitos funcionales

- El cliente puede reservar una cita.
- El sistema calcula el precio a partir del tiempo de trabajo y las piezas.
- El cliente recibe un correo cuando la bicicleta está lista.
- El jefe inicia sesión con contraseña.
- Los datos se guardan en una base de datos.
- La contabilidad recoge las facturas por una API.
- Los descuentos no valen para las piezas.
"""
VAGUE = """# Ladenkasse

## Anforderungen

- Wer dreimal fehlt, verliert den Platz.
- Geburtstage werden gefeiert.
- Rabatte gelten nicht für Bücher.
- Pfand wird beim Kassieren abgezogen.
"""


@pytest.mark.parametrize("body", [GERMAN, FRENCH, SPANISH], ids=["German", "French", "Spanish"])
def test_each_part_serves_what_its_words_tell(body: str) -> None:
    pack = planned(body)
    ids = [each.id for each in pack.requirements][-7:]
    parts = {
        part.id: [ids.index(each) + 1 for each in part.requirement_ids if each in ids]
        for part in pack.architecture.components
    }
    assert parts["core"] == [1, 2, 3, 4, 5, 6, 7]
    assert 1 in parts["web"]
    assert not {2, 5, 7} & set(parts["web"])
    assert parts["api"] == [4, 6]
    assert parts["worker"] == [3]
    assert parts["store"] == [1, 5]
    assert UNREAD not in pack.prd.found


def test_where_no_word_is_read_a_requirement_stands_with_the_rules_alone_and_the_plan_says_so() -> None:
    pack = planned(VAGUE)
    assert {part.id: len(part.requirement_ids) for part in pack.architecture.components} == {
        "web": 0,
        "api": 0,
        "core": 4,
        "store": 0,
    }
    assert UNREAD in pack.prd.found
    assert all(row.component_ids == ("core",) for row in complete(pack).trace)
    assert decompose(DecompositionInputs(pack=complete(pack))).units


def test_in_english_a_part_is_there_for_what_its_neighbours_serve() -> None:
    pack = planned(
        "# Till\n\n## Requirements\n\n- Deposits are taken off at checkout.\n- Birthdays are celebrated.\n"
    )
    assert all(part.requirement_ids for part in pack.architecture.components)
    assert UNREAD not in pack.prd.found
