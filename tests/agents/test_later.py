"""What is done apart from requests: what runs by itself, takes long, is sent or is tried again, and nothing that only sounds like it."""

import pytest

from agents.builtin.planning.drawing.shapes import SHAPES
from tests.agents.test_architecture import app, drawn

WORKER = next(part for part in SHAPES["web_app"].parts if part.id == "worker")
OTHERS = ("Members can list goods", "Members can order goods", "Members can rate goods")


@pytest.mark.parametrize(
    "text",
    [
        "Run unattended on a schedule",
        "Prices are fetched from three suppliers hourly",
        "A weekly mail says that all is well",
        "Send a monthly report",
        "Produce a daily brief of what moved overnight",
        "A nightly job pulls returns from both warehouses",
        "Scheduled retraining of the model",
        "Scheduled/delayed notification execution",
        "Purged carts are removed after 30 days",
        "Automatic data deletion",
        "Automated daily backups",
        "Market data is refreshed every 5 minutes",
        "Schedule the delivery of invoices by e-mail",
        "Email notifications",
        "Guests are notified when a table is free",
        "A reminder goes out 24 hours before",
        "Never the same reminder twice",
        "The owner is told by SMS",
        "Alert by mail when a backup is missing",
        "Reliable bulk email with bounce tracking",
        "Status changes are pushed to a signed webhook and retried for a day",
        "Failed notifications are retried",
        "Outside calls retry with exponential back-off",
        "Worker restarts do not lose jobs",
        "Receive tasks from a queue",
        "The check is queued and repeated",
        "Pull requests are analysed asynchronously",
        "CSV import",
        "Products are imported from a spreadsheet",
        "Upload posters in bulk via CSV",
        "Batch processing of invoices",
        "Calendars sync with Outlook",
        "Generate PDF invoices",
        "Transcode videos",
    ],
)
def test_what_nobody_waits_for_is_work_for_a_worker(text: str) -> None:
    assert WORKER.helps(text)


@pytest.mark.parametrize(
    "text",
    [
        "A stop button is there after 3 seconds",
        "Loans are calculated to generate monthly payment amounts",
        "The goal is calculated as monthly savings targets",
        "Set a monthly budget",
        "Tutors set their hourly rates",
        "1 = every week,",
        "Schedules supported: daily, specific weekdays, weekly, once",
        "Recurring events with weekly patterns",
        "Show performance (daily/weekly/monthly)",
        "Daily loss limit: percent and basis",
        "One-click generation of weekly status reports",
        "It breaks about weekly",
        "Appointment scheduling with conflict detection",
        "Receptionists can schedule appointments",
        "Events can contain scheduled sessions",
        "Order for now or for scheduled delivery",
        "A task does not reappear until its next scheduled occurrence",
        "A claim appears in a claims operations queue",
        "Patient queue",
        "Ring buffers and lock-free queues pass the sanitizer",
        "Booking confirmation",
        "An error is shown if the email is already registered",
        "Login via email/password",
        "Password reset via email",
        "Robust diagnostic alerts in the form",
        "Drug interaction alerts during prescription entry",
        "Recovery actions include retry, reopen and cancel",
        "After one failed retry, show a message",
        "POST /notes/:id/retry",
        "Bulk updates",
        "Members can create bulk transactions",
        "Trace the component to its import statement",
        "The React app imports these tokens",
        "Show the source URL of web-imported recipes",
        "Content is rendered asynchronously with the page request",
        "Properties passed to the component",
        "A/V sync and lip-sync",
        "The data layer allows future LAN sync",
        "Use notifications (not polling)",
        "Let me confirm, never book it by itself",
        "Generate execution reports for each state",
        "Store data for backtesting and retraining",
    ],
)
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert not WORKER.helps(text)


@pytest.mark.parametrize(
    ("quality", "there"),
    [
        ("Reliability: 99.5% uptime and clear error states", False),
        ("The software is tested to ensure reliability", False),
        ("Matching rules must be deterministic", False),
        ("Failed deliveries are retried with back-off", True),
    ],
)
def test_a_demand_on_reliability_is_no_work_of_its_own(quality: str, *, there: bool) -> None:
    body = app(*OTHERS, kind="A web app.", more=f"## Non-functional requirements\n- {quality}\n")
    assert ("worker" in {part.id for part in drawn(body).components}) == there


@pytest.mark.parametrize(
    ("kind", "requirement", "title"),
    [
        ("A web app.", "A reminder is sent every evening", "Do slow work apart from requests"),
        ("A Discord bot.", "A reminder is sent every evening", "Do what falls due apart from answers in the chat"),
        ("Firmware for a weather station with sensors.", "Readings are buffered and sent to the server", "Send what was recorded apart from measuring and acting"),
        ("A desktop program.", "Books are imported from files", "Do slow work apart from the windows"),
    ],
)  # fmt: skip
def test_work_is_kept_apart_from_what_the_product_does_meanwhile(
    kind: str, requirement: str, title: str
) -> None:
    decisions = {
        each.matter: each for each in drawn(app(*OTHERS[1:], "A list is kept", requirement, kind=kind)).decisions
    }  # fmt: skip
    assert decisions["slow work"].title == title
    assert decisions["slow work"].because == ("R-4",)


@pytest.mark.parametrize(
    ("requirement", "sent"),
    [
        ("Readings are uploaded when the line is up", True),
        ("An alert must be sent to the owner", True),
        ("Clients can be created, read, updated and deleted", False),
        ("The position is read at an update rate of 30 Hz", False),
        ("People connect to the controller by Bluetooth", False),
        ("The state of the connection is shown by a light", False),
    ],
)
def test_a_box_forwards_what_is_sent_and_nothing_else(requirement: str, *, sent: bool) -> None:
    found = drawn(app(requirement, "Moisture is read", "Vents open above 28 degrees", "A reading is buffered", kind="Firmware for a greenhouse box with sensors.")).components  # fmt: skip
    worker = next(part for part in found if part.name == "Forwarder")
    assert ("R-1" in worker.requirement_ids) == sent
