"""What a statement is by what it means, where the name of its part, one of its words or its form says something else: small invented documents."""

import pytest

from tests.agents.stated import read_whole, stated

MEANT: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "deeds told below a quality": (
        "# Mill\n\n## Privacy assessment\n\nWe will publish a list of all mills. Bakers will see only their own sacks.\n",
        [
            ("functional", "We will publish a list of all mills."),
            ("nonfunctional", "Bakers will see only their own sacks."),
        ],
    ),
    "limits with ids": (
        "# Mill\n\n## Constraints\n\n| ID | Constraint |\n|---|---|\n| C-1 | The scale must answer within 2 seconds |\n",
        [("constraint", "The scale must answer within 2 seconds")],
    ),
    "qualities among limits without ids": (
        "# Mill\n\n## Constraints\n\n- The scale must answer within 2 seconds\n",
        [("nonfunctional", "The scale must answer within 2 seconds")],
    ),
    "requirements with ids that choose and that measure": (
        (
            "# Mill\n\n## Model requirements\n\n| ID | Requirement |\n|---|---|\n| M-01 | Runtime: ONNX and PyTorch |\n"
            "| M-02 | Recall ≥ 0.9 on torn sacks |\n| M-03 | The scale shall warn about torn sacks |\n"
            "| M-04 | Runtime: PyTorch shall stop when a sack tears |\n"
        ),
        [
            ("constraint", "Runtime: ONNX and PyTorch"),
            ("nonfunctional", "Recall ≥ 0.9 on torn sacks"),
            ("functional", "The scale shall warn about torn sacks"),
            ("functional", "Runtime: PyTorch shall stop when a sack tears"),
        ],
    ),
    "what a proposal says of itself": (
        "# Mill\n\n## Features\n\nThis RFC describes how sacks shall be weighed. The mill shall print labels.\n",
        [("functional", "The mill shall print labels.")],
    ),
    "how long things are kept, among the data": (
        "# Mill\n\n## Data requirements\n\nRetention: orders 2 years.\n",
        [("nonfunctional", "Retention: orders 2 years.")],
    ),
    "how long things are kept, below a policy": (
        "# Mill\n\n## Description\n\nWe propose the following data retention policy:\n\n1) Up to 2 weeks for logs.\n2) Up to 2 years for orders.\n",
        [
            ("nonfunctional", "Up to 2 weeks for logs."),
            ("nonfunctional", "Up to 2 years for orders."),
        ],
    ),
    "what those do who make it": (
        "# Mill\n\n## Features\n\nWe should register the `mill.example` domain. This proposal will be updated after each step.\n",
        [
            ("constraint", "We should register the mill.example domain."),
            ("constraint", "This proposal will be updated after each step."),
        ],
    ),
    "a date among the plans": (
        "# Mill\n\n## Timeline\n\nPrototype deadline: tentatively 14 August 2031. Each deadline has 3 days.\n",
        [("constraint", "Prototype deadline: tentatively 14 August 2031. Each deadline has 3 days.")],
    ),
    "one of two ways": (
        "# Mill\n\n## Features\n\n- Weigh a sack\n- We could either buy a cart or build one\n- Bakers can either pay or wait\n",
        [
            ("functional", "Weigh a sack"),
            ("question", "We could either buy a cart or build one"),
            ("functional", "Bakers can either pay or wait"),
        ],
    ),
    "what it might be called": (
        "# Mill\n\n## Features\n- Weigh a sack\n\n## Name options\n- Sackful\n- Millstone (short)\n",
        [("functional", "Weigh a sack")],
    ),
    "something on a screen with the name of a quality": (
        "# Mill\n\n## Features\n- Offline indicator (a grey dot).\n- Works offline.\n",
        [("functional", "Offline indicator (a grey dot)."), ("nonfunctional", "Works offline.")],
    ),
    "what it runs on, listed in a sentence": (
        "# Mill\n\n## Operating environment\n\nWorkstation with a scale (2 kg, 5 kg), Ubuntu, mill network. The mill must print labels, sacks and bills.\n",
        [
            ("constraint", "Workstation with a scale (2 kg, 5 kg)"),
            ("constraint", "Ubuntu"),
            ("constraint", "mill network"),
            ("functional", "The mill must print labels, sacks and bills."),
        ],
    ),
    "by whom something is done, named in front, behind and in brackets": (
        (
            "# Mill\n\n## Functional requirements\n\n- Mail to bakers on changes (Resend)\n- Clerk-gated lists of sacks\n"
            "- Cards are handled by Stripe\n- Clerk approves a sack\n- Mail to bakers (weekly)\n"
        ),
        [
            ("functional", "Mail to bakers on changes (Resend)"),
            ("constraint", "Mail to bakers on changes (Resend)"),
            ("functional", "Clerk-gated lists of sacks"),
            ("constraint", "Clerk-gated lists of sacks"),
            ("functional", "Cards are handled by Stripe"),
            ("constraint", "Cards are handled by Stripe"),
            ("functional", "Clerk approves a sack"),
            ("functional", "Mail to bakers (weekly)"),
        ],
    ),
    "how easy it is to look after": (
        "# Mill\n\n## Implementation\n\nThe printer should be as simple as possible.\n",
        [("nonfunctional", "The printer should be as simple as possible.")],
    ),
    "several things left out in one entry": (
        "# Mill\n\n## Tenets\n\n- Non-goals: a shop, payments (by card or cash), chat\n",
        [
            ("non_goal", "A shop"),
            ("non_goal", "Payments (by card or cash)"),
            ("non_goal", "Chat"),
        ],
    ),
    "changes announced where it is told how it is made": (
        "# Mill\n\n## Implementation\n\nIn the mill itself, the following changes should be implemented:\n\n1) A lamp that shows the weight\n2) A dialog for sacks\n",
        [("functional", "A lamp that shows the weight"), ("functional", "A dialog for sacks")],
    ),
    "ways announced": (
        "# Mill\n\n## Description\n\nThe lamp should have the following ways to turn it off:\n\n1. Disable it in the settings\n2. Remove the battery\n",
        [("functional", "Disable it in the settings"), ("functional", "Remove the battery")],
    ),
    "what a part is there for": (
        "# Mill\n\n## Description\n\nThe printer will be a package responsible for printing labels.\n",
        [("functional", "The printer will be a package responsible for printing labels.")],
    ),
}


@pytest.mark.parametrize("name", MEANT)
def test_a_statement_is_what_it_means(name: str) -> None:
    text, expected = MEANT[name]
    assert stated(text) == expected


def test_people_in_a_sentence_are_told_from_what_brackets_say_of_them() -> None:
    text = "# Mill\n\n## User classes\n\nMiller (weighs sacks), quality engineer (reads charts, tunes limits), Admin (scales, retraining).\n"
    assert [each.name for each in read_whole(text).actors] == ["Miller", "Quality engineer", "Admin"]


def test_people_are_named_before_what_they_are_doing() -> None:
    text = "# Mill\n\n## Target audience\n\n- Friends planning a feast of bread\n- Civilians baking at home who value speed\n- Baking ovens\n"
    assert [each.name for each in read_whole(text).actors] == ["Friends", "Civilians"]
