"""Every place in the App's code that calls GitHub is struck in some flow, so that no call goes in without its faults."""

from tests.crash.deal import dealt
from tests.crash.flows import FLOWS
from tests.crash.sites import sites

# The demo alone looks for its installation by name.
UNUSED = {"github.hub.Hub.installation_for get"}


def test_every_call_site_of_the_app_is_struck_in_some_flow() -> None:
    """Where one is missing: add a flow that comes by there to `tests/crash/flows.py`, then `python -m tests.crash.deal`."""
    assert set(dealt()) == set(sites()) - UNUSED


def test_every_call_site_is_dealt_to_a_flow_that_exists() -> None:
    assert set(dealt().values()) <= {flow.name for flow in FLOWS}
