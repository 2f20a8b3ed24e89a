"""What people say of how things are, and what they say in a few words, on one small document each."""

import pytest

from tests.agents.stated import stated

WRITTEN = "# Bills\n\n{said} We want a page where clerks find a bill.\n\n## Features\n" + "".join(
    f"- Clerks handle bill {number}\n" for number in range(6)
)
TYPED = "# Bills\n\n{said}\n\nA clerk picks a bill and prints it.\n"


@pytest.mark.parametrize("text", [WRITTEN, TYPED], ids=["beside a list", "typed"])
@pytest.mark.parametrize(
    "said",
    [
        "Bills are kept in a paper diary and it gets lost.",
        "This takes two days a month and some customers are forgotten.",
        "Clerks forget who has paid.",
        "The mill knows it, but nobody opens the mill's page.",
        "At night the white background hurts.",
        "Writing them again takes an afternoon.",
        "Clerks phone to ask for it, which keeps two people busy all morning.",
        "Several clerks asked for it.",
        "The numbers are already in the bills.",
        "People type the same numbers again by hand.",
    ],
)
def test_a_complaint_is_nothing_to_build(text: str, said: str) -> None:
    assert said not in [words for _, words in stated(text.format(said=said))]


@pytest.mark.parametrize(
    "said",
    [
        "A clerk who forgets the password can ask for another one.",
        "If nobody reads a bill within 3 days, a clerk gets a task.",
        "When a bill gets lost, a clerk prints it again.",
        "Bills that are already in the archive are left out.",
        "It must not take two days to print a bill.",
    ],
)
def test_what_the_product_does_about_it_is_no_complaint(said: str) -> None:
    assert said in [words for kind, words in stated(TYPED.format(said=said)) if kind == "functional"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("We won't change the printed reports.", "non_goal"),
        ("We won't store the numbers of cards.", "functional"),
        ("No payments for now, people pay in the shop.", "non_goal"),
        ("No ads, no chat and no accounts.", "non_goal"),
        ("No external dependencies.", "constraint"),
        ("PDF isn't needed.", "non_goal"),
        ("The recognition doesn't have to be perfect, we correct by hand.", "non_goal"),
        ("iOS and Android.", "constraint"),
        ("Chrome and Firefox.", "constraint"),
        ("Runs on Android tablets from 2019 on.", "constraint"),
        ("We can spend 20 euros a month.", "constraint"),
        ("Must work with Postgres >= 16 and the driver 5.x.", "constraint"),
        ("German and Turkish interface.", "nonfunctional"),
        ("Around 25 people.", "nonfunctional"),
        ("400k rows a day.", "nonfunctional"),
        ("Must handle files bigger than RAM.", "nonfunctional"),
        ("Should process 1 GB in less than a minute on a laptop.", "nonfunctional"),
        ("The list never leaves my computer.", "nonfunctional"),
        ("Hey, small thing: can the export button also do Excel?", "functional"),
        ("Exit code 2 if some could not be read.", "functional"),
    ],
)
def test_few_words_say_what_they_are(said: str, kind: str) -> None:
    assert [found for found, words in stated(TYPED.format(said=said)) if words == said] == [kind]


def test_a_sentence_may_begin_with_words_in_quotes_or_with_a_name_in_small_letters() -> None:
    text = 'The bot answers "@bill who" in any channel. "@bill print" prints the bill. `bill get` shows the last bill. pages are numbered.'
    assert [words for _, words in stated(TYPED.format(said=text))][:4] == [
        'The bot answers "@bill who" in any channel.',
        '"@bill print" prints the bill.',
        "bill get shows the last bill.",
        "pages are numbered.",
    ]


def test_limits_in_one_line_are_told_apart() -> None:
    text = "# Bills\n\n- Print a bill\n\n**Constraints**: Android tablets (Acme 3), data must stay in the EU, go-live 1 October\n"
    assert [words for kind, words in stated(text) if kind == "constraint"] == [
        "Android tablets (Acme 3)",
        "data must stay in the EU",
        "go-live 1 October",
    ]


def test_a_limit_that_goes_on_stays_whole() -> None:
    said = "the mill must approve each bill, which takes a day, and prints it"
    assert ("constraint", said) in stated(f"# Bills\n\n**Constraints**: {said}\n\n- Print a bill\n")
