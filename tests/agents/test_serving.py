"""Which parts of a drawing a requirement touches: where somebody does it, what lies behind, and what has to be there afterwards."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.drawing.deeds import acts, leaves_something
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from tests.agents.test_architecture import app, drawn, parts

# Around a requirement: others that call for every part.
OTHERS = ("Members can list goods", "Members can order goods", "A reminder is sent by e-mail every evening")


def touched(requirement: str, *, kind: str = "A web app.", more: str = "") -> set[str]:
    body = app(requirement, *OTHERS, kind=kind, more=more)
    return {part.id for part in drawn(body).components if "R-1" in part.requirement_ids} - {"core"}


@pytest.mark.parametrize(
    ("requirement", "parts"),
    [
        ("Guests pick a table and an hour and say how hungry they are", {"web", "api", "store"}),
        ("Cooks see their evening on a tablet in the kitchen", {"web", "api", "store"}),
        ("Staff can block days", {"web", "api", "store"}),
        ("The committee decides who gets a stall", {"web", "api", "store"}),
        ("We want to see at the end of the month how many pizzas each oven baked", {"web", "api", "store"}),
        ("An entry can be changed for seven days", {"web", "api", "store"}),
        ("Fill a basket from several farms", {"web", "api", "store"}),
        ("A table is never given away twice", {"store"}),
        ("Two tours never have one van on the same day", {"store"}),
        ("When the pizza is ready the guest gets a text message", {"worker", "ext_sms_gateway"}),
        ("A day before the tour the guide is told who comes", {"worker"}),
        ("Seats that nobody took are free again after 20 minutes", {"worker"}),
        ("Members can zoom the map", {"web"}),
        ("Prices are rounded to full cents", set()),
        ("Order status is sent to the kitchen as a sound", set()),
    ],
)
def test_a_requirement_is_served_by_every_part_it_touches(requirement: str, parts: set[str]) -> None:
    assert touched(requirement) == parts


def test_who_the_document_names_does_something_as_well_as_those_everybody_knows() -> None:
    people = "## Actors\n- Stallholder: sells at the market\n"
    assert touched("Stallholders swap a pitch") == set()
    assert touched("Stallholders swap a pitch", more=people) == {"web", "api", "store"}


@pytest.mark.parametrize(
    ("text", "deed", "left"),
    [
        ("The receptionist can move an appointment", True, True),
        ("Each clerk quickly stamps the form", True, True),
        ("The team approves or refuses", True, True),
        ("Visitors scroll and zoom", True, False),
        ("Tick who is missing", True, True),
        ("Customer names are long", False, False),
        ("The team settings are read at start", False, False),
        ("The customer gets a receipt", False, False),
        ("The customer gets a receipt and can print it", True, True),
        ("Somebody calls in the morning", False, False),
        ("The clerk calls the next number", True, True),
        ("Allow residents to apply online", True, True),
        ("Writes a note to the others", True, True),
        ("Orders from the shop are late", False, False),
        ("Everybody who was there has a badge", False, False),
        ("Order status is sent", False, False),
        ("Orders are approved automatically", False, False),
    ],
)
def test_a_deed_is_told_from_a_name_and_from_what_somebody_gets(text: str, *, deed: bool, left: bool) -> None:
    assert (acts(text), leaves_something(text)) == (deed, left)


def test_several_kinds_of_people_who_see_each_others_work_need_a_backend() -> None:
    planned = "Dispatchers plan tours and assign each one to a rider"
    alone = {"screens", "device_store"}
    found = {part.id for part in drawn(app(planned, "Riders see their stops", "Scan a parcel")).components}
    assert {"backend", "store", *alone} <= found
    found = {part.id for part in drawn(app("Plan a tour", "See the stops", "Scan a parcel")).components}
    assert "backend" not in found


STORIES = (
    "As a member, I want to report my meter reading, so that nobody walks around",
    "As a treasurer, I want to see who has not paid, so that I can write to them",
    "As a board member, I want to confirm hours, so that they count",
    "As a member, I want to book a work day, so that I do my share",
)


def test_a_document_with_more_stories_than_requirements_is_built_from_its_stories_too() -> None:
    rules = "\n".join(f"- Rule {each}" for each in ("A plot has exactly one tenant", "Hours cost 15 euros", "Members must pay in March"))  # fmt: skip
    body = "# Plots\nA web app for gardeners.\n## User stories\n" + "\n".join(f"- {each}" for each in STORIES)
    served = {
        key
        for part in drawn(f"{body}\n## Rules\n{rules}\n").components
        for key in part.requirement_ids
        if part.id == "web"
    }
    assert len(served) >= len(STORIES)


@pytest.mark.parametrize(
    "opening",
    ["A quiz bot for our Discord.", "A bot in the team's Slack.", "A Telegram bot."],
)
def test_a_bot_is_one_wherever_the_chat_stands_in_its_name(opening: str) -> None:
    body = app("Answer with buttons", "Add a question", "Points are counted", kind=opening)
    assert {"chat", "core", "store"} <= {part.id for part in drawn(body).components}
    assert any(part.kind == "external" for part in drawn(body).components)


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("We already use Google Calendar for the closing days.", ("R-2",)),
        ("Closing days come from Google Calendar.", ("R-2",)),
        ("Google Calendar holds the closing days of the last years.", ("R-2",)),
        ("Google Calendar is what our accountant likes.", None),
        ("Statements from Google Calendar are printed.", None),
        ("We use Google Calendar for our staff.", None),
    ],
)
def test_a_system_serves_what_the_document_says_it_is_for(said: str, ids: tuple[str, ...] | None) -> None:
    body = app(
        "Staff pick a table",
        "Staff see closing days",
        "Staff print a list",
        kind="A web app.",
        more=f"## Constraints\n- {said}\n",
    )
    found = {part.name: part.requirement_ids for part in drawn(body).components}
    assert found.get("Google Calendar") == ids


def test_a_system_no_requirement_speaks_of_is_named_as_such_and_not_drawn() -> None:
    body = app(
        "Staff pick a table",
        "Staff pay with Stripe",
        "Staff print a list",
        kind="A web app.",
        more="## Constraints\n- Errors go to Sentry\n",
    )
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    assert "it talks to Stripe; the constraints name Sentry too." in outcome.prd.understood[0]
    assert "Sentry" not in {part.name for part in outcome.architecture.components}


def test_what_is_written_is_kept_nowhere_where_there_is_no_database() -> None:
    body = app("Members can write a note", kind="A web app for members. It uses no database.")
    parts = {part.id for part in drawn(body).components if "R-1" in part.requirement_ids}
    assert "web" in parts
    assert "store" not in parts


@pytest.mark.parametrize(
    ("kind", "requirement", "parts"),
    [
        ("A command-line tool.", "stroll check FOLDER looks at every picture", {"command"}),
        ("A command-line tool.", "The state of last time is on the disk", {"files"}),
        (
            "A Python library that other programs import.",
            "The last exception is raised with all others",
            {"interface"},
        ),
        ("A browser extension.", "The student presses a shortcut", {"hooks", "panel"}),
        ("A web app.", "Totals are written to PostgreSQL", {"store"}),
        ("A web app.", "Spare parts below the minimum are ordered", {"worker"}),
        ("A web app.", "Numbers are erased in the evening", {"worker", "store"}),
        ("A Slack bot.", "Members swap a turn", {"chat", "store", "ext_slack"}),
        ("A data pipeline.", "A day can be repeated", {"schedule"}),
        ("A data pipeline.", "If a shop is silent, the others are done all the same", {"schedule"}),
        ("A browser extension.", "Some sites can be exempted", {"panel", "host_store"}),
        ("A service with a REST API.", "GET /tours/{id} tells what became of it", {"store"}),
        ("A service with a REST API.", "GET /tours shows the newest first", {"api", "store"}),
        ("A service with a REST API.", "Tours are removed each Sunday", {"worker", "store"}),
        ("A service with a REST API.", "A wrong tour comes back after three days", {"worker"}),
        ("A web app.", "Suppliers hear who won", {"worker"}),
        ("A service with a REST API.", "A webhook is called when a tour ends", {"api", "worker"}),
        ("A service with a REST API.", "The same tour sent again is one tour", {"store"}),
    ],
)
def test_each_kind_of_product_has_its_own_door(kind: str, requirement: str, parts: set[str]) -> None:
    assert touched(requirement, kind=kind) >= parts


BOX = ("Moisture is measured every minute", "The vents open above 28 degrees", "Readings are buffered")


def test_a_box_that_people_look_into_has_pages() -> None:
    opening = "A Raspberry Pi in each greenhouse measures and decides."
    assert "web_pages" not in {part.id for part in drawn(app(*BOX, kind=opening)).components}
    found = {
        part.id: part.requirement_ids
        for part in drawn(app("The grower sees the curves of the week", "Limits can be changed", *BOX, kind=opening)).components
    }  # fmt: skip
    assert found["web_pages"] == ("R-1", "R-2")
    assert set(found["web_pages"]) <= set(found["local_store"])


@pytest.mark.parametrize(
    ("demand", "parts"),
    [
        ("It has to work in the cellar, where the signal is poor", {"browser_store"}),
        ("A late van is noticed within 60 minutes and the office is warned", {"worker"}),
    ],
)
def test_a_demand_on_quality_is_met_by_what_does_it(demand: str, parts: set[str]) -> None:
    more = f"## Non-functional requirements\n- NFR-1: {demand}\n"
    body = app("Members list goods", "A reminder is sent every evening", "Members order goods", kind="A web app.", more=more)  # fmt: skip
    assert parts <= {part.id for part in drawn(body).components if "NFR-1" in part.requirement_ids}


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("# Nightly sales pipeline\nFinance needs the sales of all shops each morning.", "pipeline"),
        ("# Claims feed\nFiles arrive on our SFTP server. We need them clean in Snowflake.", "pipeline"),
        ("# Claims\nA server takes files and answers.", "service"),
        ("# Rents\nEach morning the offers of three portals are collected.", "pipeline"),
        (
            "# Choir\nWe want a members' site. Fees are paid at the door, as discussed on the phone.",
            "web_app",
        ),
        ("# Meals\nI want an app for my family (android + iphone).", "mobile_app"),
    ],
)
def test_a_kind_is_known_by_how_people_speak_of_it(opening: str, kind: str) -> None:
    assert drawn(f"{opening}\n## Features\n- Names are masked\n- Amounts are rounded\n- Counts are right\n").kind == kind  # fmt: skip


def test_who_speaks_in_a_chat_is_known_there() -> None:
    def asked(kind: str) -> str:
        deeds = (
            "Members swap a turn",
            "Members see turns",
            "Members of another club see nothing",
            "The turns of a month are printed",
            "Somebody who is ill hands a turn over",
        )
        outcome = plan(PlannerInputs(body=app(*deeds, kind=kind)))
        assert isinstance(outcome, ArchitecturePack)
        return " ".join(each.text for each in outcome.clarifications)

    assert "prove who they are" in asked("A service with a REST API.")
    assert "prove who they are" not in asked("A Discord bot.")


def test_the_words_of_an_example_are_no_things() -> None:
    steps = "\n".join(
        f"Scenario: A member takes a drill {each}\nGiven a drill\nWhen a member takes the drill {each}\nThen the drill is gone\n"
        for each in ("home", "away", "back")
    )
    outcome = plan(PlannerInputs(body=f"# Drills\nA web app.\nFeature: Lending\n\n{steps}"))
    assert isinstance(outcome, ArchitecturePack)
    assert not {"Scenario", "Feature"} & {each.name for each in outcome.entities}


def test_a_copy_in_the_browser_is_there_for_what_goes_on_without_a_network() -> None:
    body = app("Members list goods", "Members order goods", "Orders can be entered offline; it works offline", kind="A web app.")  # fmt: skip
    whys = {each.title: each.why for each in drawn(body).decisions}
    assert whys["Keep data in IndexedDB"] == "N-1 has to go on without a connection"


def test_a_form_of_output_is_no_system_to_talk_to() -> None:
    body = app("Output as text or as GitHub annotations", "Exit with 1", "Print a table", kind="A CLI.")
    assert "external" not in parts(body).values()
    asked = app("Open an issue on GitHub", "Exit with 1", "Print a table", kind="A CLI.")
    assert "external" in parts(asked).values()


def test_who_plays_does_so_in_the_program_that_is_extended() -> None:
    def panel(requirement: str) -> tuple[str, ...]:
        body = app(requirement, "A panel shows the score", "Scores are kept", kind="A World of Warcraft addon.")  # fmt: skip
        return next(each.requirement_ids for each in drawn(body).components if each.id == "panel")

    assert "R-1" not in panel("The player leaves the arena")
    assert "R-1" in panel("The user leaves a comment")


def test_a_phone_reaches_other_peoples_systems_through_the_backend() -> None:
    body = app("A driver sees streets on Google Maps", "A driver pays with Stripe", "Drivers share a tour with others")  # fmt: skip
    found = {part.id: part.requirement_ids for part in drawn(body).components}
    assert "R-2" in found["backend"]
    assert "R-1" not in found["backend"]


TOLD = "As a {} I want to note how a walk was, so that nothing is forgotten"


@pytest.mark.parametrize(
    ("roles", "shared"),
    [(("therapist", "patient"), True), (("walker", "walker"), False), (("user", "walker"), False)],
)
def test_stories_of_several_kinds_of_people_are_about_what_they_share(
    roles: tuple[str, str], *, shared: bool
) -> None:
    body = app("Keep a walk", "Show a walk", "Count walks", more="## User stories\n" + "\n".join(f"- {TOLD.format(each)}" for each in roles))  # fmt: skip
    assert ("backend" in parts(body)) == shared


@pytest.mark.parametrize(("title", "kind"), [("flakes", "cli"), ("Flakes", "cli"), ("Notes on tests", "cli")])
def test_a_name_with_commands_behind_it_is_a_command(title: str, kind: str) -> None:
    body = f"# {title}\nFinds what fails now and then.\n## Features\n- `flakes record FILE` adds results\n- `flakes list` has the worst first\n- What is new stands apart\n"
    assert drawn(body).kind == kind
    # One of them, or two of a program that many documents speak of, say nothing of what this is.
    assert drawn(body.replace("`flakes list`", "A list")).kind == ("web_app" if "Notes" in title else kind)
    assert drawn(body.replace("flakes ", "git ")).kind == "web_app"
