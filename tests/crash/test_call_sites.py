"""Every place in the App's code that calls GitHub is struck in some flow, so that no call goes in without its faults."""

from tests.crash.deal import dealt
from tests.crash.flows import FLOWS
from tests.crash.sites import sites

# The demo alone looks for its installation by name. No flow has a diff of several pages, or a check that stays red long
# enough to be read. None has a repository that requires checks, names owners, merges by itself or has a reviewer, either:
# those calls are made in stories of their own, which do not strike every one of them.
UNUSED = {
    "github.Hub.installation_for get",
    "actions.read_log download",
    "failing._annotations get",
    "failing.read_failure get",
    "telling.Teller._with_pages get_all",
    "telling.Teller._with_pages post",
    "checking.read_rules_of get_all",
    "checking.read_rules_of get_or_none",
    "handing.Handing._owners post",
    "handing.Handing.over graphql",
    "merge_world.MergeLooker.world get",
    "merge_world.MergeLooker.world get 2",
    "merge_world.MergeLooker.world get 3",
    "merge_world.MergeLooker.world get_all",
    "opening.opened post 2",
    "perform.Performer.perform post",
    "reviewing.Reviewer.post get_all",
    "reviewing.Reviewer.post get_all 2",
    "reviewing.Reviewer.post post",
    "write_gate.WriteGate.merge get",
    "write_gate.WriteGate.merge graphql",
    "write_gate.WriteGate.merge put",
}


def test_every_call_site_of_the_app_is_struck_in_some_flow() -> None:
    """Where one is missing: add a flow that comes by there to `tests/crash/flows.py`, then `python -m tests.crash.deal`."""
    assert set(dealt()) == set(sites()) - UNUSED


def test_every_call_site_is_dealt_to_a_flow_that_exists() -> None:
    assert set(dealt().values()) <= {flow.name for flow in FLOWS}
