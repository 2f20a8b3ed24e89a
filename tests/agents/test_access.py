"""Who may do what is checked where the document says that somebody may and somebody else may not, and nowhere else."""

import pytest

from agents.builtin.planning.drawing.access import limits
from tests.agents.test_architecture import app, drawn

TITLE = "Check who asks in one place, the server"


@pytest.mark.parametrize(
    "text",
    [
        "Members sign in with a password",
        "Login with our normal Microsoft account",
        "User authentication and password reset",
        "Only authenticated users read their own data",
        "No unauthenticated access to user data",
        "Nothing can be seen without logging in",
        "Role-based dashboards",
        "Admins can manage users, roles, and hospital configuration",
        "Staff roles (admin, manager, guide)",
        "Users with role ROLE_CFO can create a fund",
        "Only the owner can delete a list",
        "Some actions are restricted to owners",
        "Custom permission groups for staff",
        "Authorized members manage the organisation",
        "Only authorized backend services can call it",
        "The role of admin is given by the owner",
    ],
)
def test_who_may_do_what_is_said_in_many_ways(text: str) -> None:
    assert limits(text)


@pytest.mark.parametrize(
    "text",
    [
        "No login.",
        "No PIN or role gate — accessible to anyone at the pad.",
        "Recording starts at once on permission grant",
        "A message when permission is denied",
        "Judges follow a link, no login or app needed",
        "Guests can order without an account",
        "Visitors do not need to have an account or a login",
        "It is not a replacement for per-request authentication",
        "Only signed firmware can be started",
        "Check the note is consistent with the authorized service",
        "Valid login handshakes are parsed, login start packets are answered",
        "The app asks for permission before it uses the camera",
        "Location permission is explained first",
        "Permissions: ACCESS_FINE_LOCATION, POST_NOTIFICATIONS",
        "Permission or network errors are shown",
        "The role of the map app is navigation only",
        "A read-only database role runs the queries",
        "Role-specific accents in teal",
        "The authenticity of files is checked by checksum",
        "Report that manual login is needed at the shop",
        "A signup card with buttons",
        "A manifest with a namespace-scoped RBAC example",
        "OAuth authentication with both services",
    ],
)
def test_the_same_words_are_said_of_other_things(text: str) -> None:
    assert not limits(text)


@pytest.mark.parametrize(
    ("requirements", "more", "ids"),
    [
        (("Members sign in",), "", ("R-1",)),
        (("No login.", "Only the owner can delete a list"), "", ()),
        (("Only the owner can delete a list",), "## Constraints\n- No accounts and no servers\n", ()),
        (("Only the owner can delete a list",), "## Non-goals\n- User accounts\n", ()),
        (("Only the owner can delete a list",), "## Non-goals\n- Social login\n", ("R-1",)),
        (("The admin signs in with a password", "Guests look around. No login needed."), "", ("R-1",)),
    ],
)
def test_a_product_without_accounts_checks_nobody(
    requirements: tuple[str, ...], more: str, ids: tuple[str, ...]
) -> None:
    body = app(*requirements, "Keep a list", "Show a list", "Print a list", kind="A web app.", more=more)
    decided = {each.title: each.because for each in drawn(body).decisions}
    assert decided.get(TITLE, ()) == ids
