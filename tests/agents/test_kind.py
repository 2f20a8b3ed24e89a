"""What kind of product a document means, from the words people use for it; when they do not say, it is asked."""

from typing import get_args

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.drawing.defined import defined_as
from agents.builtin.planning.drawing.kind import kind_of
from agents.builtin.planning.drawing.kind_names import NAMES
from agents.builtin.planning.drawing.kind_words import WORDS
from agents.builtin.planning.drawing.shapes import SHAPES
from agents.schemas.architecture import ProductKind
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A mobile app for iOS and Android with which runners record their walks.", "mobile_app"),
        ("The app is built with React Native. Users can log in.", "mobile_app"),
        ("Ledgerleaf is a small web service in which a team keeps its invoices. Pages load fast.", "web_app"),
        ("A booking system for a clinic. Staff can move appointments; patients can book.", "web_app"),
        ("De webapplicatie toont een overzicht van gronden.", "web_app"),
        ("System CRM dla salonu.", "web_app"),
        ("A notification service that other backend services call over its REST API.", "service"),
        ("Build a command-line tool that renames files.", "cli"),
        (
            "# Snap\nSnap transforms loose recipes into a library. Users can open pages and search and filter them.",
            "web_app",
        ),
        (
            "# Gate\nThe system will ingest data of plates. The UI must show a dashboard; users can click through entities.",
            "web_app",
        ),
        (
            "# Chat\nA workplace communication platform.\n## Stack\n- React\n- Tiles for component library\n- Matrix Client SDK (matrix-js) for messages\n- Talk via the Acme SDK\n",
            "web_app",
        ),
        ("# Talk\nAn SDK for Python that opens a chat. The SDK must be small.", "library"),
        ("# Loads\nA nightly job will ingest data and transform rows into Parquet.", "pipeline"),
        ("El programa recibe la ruta del archivo como argumento de línea de comandos.", "cli"),
        ("开发一款基于 Rust 的终端用户界面（TUI）应用", "cli"),
        ("A script that fills a folder with audio files.", "cli"),
        ("The Python library shall read point clouds. The package must not need ROS.", "library"),
        ("A relational query engine for web apps.", "library"),
        ("开发一个通用的组件库", "library"),
        ("网页系统的数据库数据表", "web_app"),
        ("Un bot Discord pour réserver des tables.", "service"),
        ("A Chrome extension that closes old tabs.", "extension"),
        ("An ETL data pipeline that loads files every night.", "pipeline"),
        ("BombPath 게임 기획서: 실시간 대전 게임", "game"),
        ("A roguelike game with sprites.", "game"),
        ("Towerfall is a game for two people on one keyboard. They climb a tower.", "game"),
        (
            "A paid service that converts a brief into a verdict; a browser worker visits the page in a browser session.",
            "service",
        ),
        ("커플을 위한 웹 서비스", "web_app"),
        ("A desktop application for Windows 11 with an installer.", "desktop_app"),
        (
            "Volunteers open a link and enter hours, which is one tap. It opens in under 3 s on a cheap Android phone.",
            "web_app",
        ),
        ("It tells me what each recipe costs. Runs on my Mac and her Windows laptop.", "desktop_app"),
        (
            "A page where staff see the plan and offer a shift. It has to work on the PC in the office as well.",
            "web_app",
        ),
        (
            "Measure with the phone: the camera scans the door, and the app says whether the sofa fits. iPhone first.",
            "mobile_app",
        ),
        ("A Slack command opens a channel and starts a timeline; deploys are added to it.", "service"),
        (
            "Everybody picks a dish before eleven. It needs to live in Slack. We have a small VM where Python runs.",
            "service",
        ),
        ("I want an app for our family. iOS and Android. Photos are private.", "mobile_app"),
        ("A small trainer for kids. Runs on Android tablets from 2019 on.", "mobile_app"),
        ("Tabletop map game for two. They explore an island. Godot 4, Android and iPad.", "game"),
        ("Wir brauchen eine Webseite für die Anmeldung zu Kursen. Keine Handy-App.", "web_app"),
        (
            "The display shows free places. It runs on the existing controller (ARMv7, Yocto Linux).",
            "service",
        ),
        ("Rate limiting for the public API. Above the limit the gateway's backend returns 429.", "service"),
        ("Students log in and find a group. It runs on the department's server.", "web_app"),
        ("A Kubernetes operator that reconciles CRDs.", "infrastructure"),
        ("The CI pipeline must run on every push.", "infrastructure"),
        (
            "A Slack bot for stand-ups. The bot asks every morning; members can answer in the thread.",
            "service",
        ),
        ("A script that runs every night and mails the late orders.", "pipeline"),
        ("A scheduled task on a Windows server exports the invoices each night.", "pipeline"),
        ("The greenhouse hub reads sensors over MQTT and opens vents.", "service"),
        ("Developers run it in CI; it ends with an exit code. No server, no back-end.", "cli"),
        ("Firmware for a gateway with an ESP32.", "service"),
        (
            "One way to format money. Tree-shakeable, published to our npm registry. Works in React Native. No CLI.",
            "library",
        ),
        ("An online multiplayer party game, played in the browser. Phaser.", "game"),
        (
            "Clicks become sessions in the lake with Spark; a backfill is possible. Members can see results.",
            "pipeline",
        ),
        ("Battery powered scale under each hive with an ESP32 and a web dashboard.", "service"),
        ("Der Mitarbeiter sieht seine Werkzeuge. Der Meister sieht alle.", "web_app"),
        ("Preview environments for every pull request.", "infrastructure"),
        ("A small web page where neighbours lend tools.", "web_app"),
        ("An app for parents' phones on which they see the menu.", "mobile_app"),
        ("Staff use it on any PC. Built with ASP.NET Core and Blazor.", "web_app"),
        ("Room rates can be changed by staff. A web app for hotels.", "web_app"),
        ("A panel inside Zendesk that shows orders from the Shopify Admin API (GraphQL).", "extension"),
        ("A web portal for tenants. It has a REST API.", "web_app"),
        (
            "A CLI sends results to our server, which keeps them in PostgreSQL. A dashboard shows them.",
            "web_app",
        ),
        ("A CLI sends builds to our server, which keeps them in PostgreSQL.", "service"),
    ],
)
def test_the_kind_follows_from_the_words(text: str, kind: str) -> None:
    assert kind_of(text).kind == kind


# What speaks of other kinds in the rest of a document, and oftener.
AROUND = (
    "\n\n## Around it\n\nPeople open a dashboard in the browser, and an iOS app and an Android app show it on the phone. "
    "The CLI and its `--json` flag, the REST API and the SDK come later. GitOps, Kubernetes and an ArgoCD controller run it.\n"
)


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("The Debt Tool is a web-based application designed for people in debt.", "web_app"),
        ("**Purpose:** A desktop GUI application that converts units.", "desktop_app"),
        ("macOS menu bar utility. One click starts a test.", "desktop_app"),
        ("A simple status portal deployed via GitOps to show what the cluster can do.", "web_app"),
        ("Common Corpus is a Node.js library that gives access to texts.", "library"),
        ("This is a command line tool, written in Golang.", "cli"),
        ("Breathe is a native iOS-first React Native app with a social side.", "mobile_app"),
        ("Deliver a production-grade, OpenAI-compatible gateway that routes requests.", "service"),
        ("Tally (working title) is a puzzle game for trains.", "game"),
        ("- **Product**: a browser extension that hides comments", "extension"),
    ],
)
def test_what_a_document_calls_its_product_weighs_more_than_all_it_speaks_of(opening: str, kind: str) -> None:
    assert kind_of(f"# Notes\n\n{opening}{AROUND}").kind == kind


@pytest.mark.parametrize(
    "opening",
    [
        "A web app and a command-line tool for teams.",
        "A CLI sends results to our server.",
        "Agents cannot rely on a running\ndesktop application that reads views.",
        "We lend out drills. The tool library is a shed behind the school.",
    ],
)
def test_a_kind_named_beside_another_or_in_passing_defines_nothing(opening: str) -> None:
    assert defined_as(f"# Notes\n\n{opening}{AROUND}") is None


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Neighbours lend each other tools.", None),
        ("A web app and a command-line tool for teams.", "web_app"),
    ],
)
def test_what_the_words_do_not_say_is_asked(text: str, second: str | None) -> None:
    guess = kind_of(text)
    assert not guess.sure
    assert guess.second == second


def test_what_is_ruled_out_or_put_off_says_nothing_about_the_kind() -> None:
    body = "# Shelf\nA web application.\n## Features\n- Lend a book\n- Return a book\n- Find a book\n## Out of scope\n- A mobile app for iOS and Android\n- A mobile app for readers\n- An Android app\n## Later\n- An iOS app\n"
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    assert outcome.architecture.kind == "web_app"
    assert not [each for each in outcome.clarifications if each.text.startswith("Shall it be")]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "I want an app for our family. iOS and Android. The pictures don't have to be perfect.",
            "mobile_app",
        ),
        (
            "A small web tool. Most people are on their phone, and at the door lies an iPad. No payments for now.",
            "web_app",
        ),
    ],
)
def test_what_stands_in_one_line_with_something_ruled_out_still_counts(said: str, kind: str) -> None:
    body = f"# Shelf\n\n{said}\n\n- Lend a book\n- Return a book\n- Find a book\n- Rate a book\n"
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    assert outcome.architecture.kind == kind
    assert [each.text for each in outcome.prd.non_goals] == [said.rsplit(". ", maxsplit=1)[-1]]


def test_every_kind_has_its_words_and_a_shape() -> None:
    assert set(get_args(ProductKind)) == set(WORDS) == set(NAMES) == set(SHAPES)
