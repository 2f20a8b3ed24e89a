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
        ("Texts in German, English and Arabic.", "nonfunctional"),
        ("Should run smoothly on 5 year old tablets.", "nonfunctional"),
        ("Printing stays as it is.", "non_goal"),
        ("Not distributed, not persistent.", "non_goal"),
        ("No money involved.", "non_goal"),
        ("I can host it on my own machine with Docker.", "constraint"),
        ("Phone first.", "nonfunctional"),
        ("We don't handle taxes.", "non_goal"),
        ("Go-live 1. Januar.", "constraint"),
        ("Start im September.", "constraint"),
        ("Flash is 4 MB.", "constraint"),
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


@pytest.mark.parametrize(
    ("opening", "is_read"),
    [
        (
            "Our three mills print about 2,000 bills a year. Each mill keeps its own notebook, and clerks have to phone all three.",
            False,
        ),
        ("We are a small mill. Clerks phone for their bills.", False),
        ("We need the bills of all 40 mills in one table every morning by 7.", True),
        ("Our clerks can find a bill by its number.", True),
        ("The page shows our clerks all bills of the month.", True),
        ("Two clerks on one tablet sort bills.", True),
    ],
)
def test_a_first_paragraph_may_only_set_the_scene(opening: str, *, is_read: bool) -> None:
    assert any(words in opening for _, words in stated(TYPED.format(said=opening))) == is_read


def test_whoever_speaks_above_a_list_asks_for_nothing() -> None:
    text = "# Bills\n\nAs a clerk\n- I print a bill\n\nAs the mill council\n- we remove bills\n"
    assert [words for _, words in stated(text)] == ["I print a bill", "we remove bills"]


def test_a_limit_that_goes_on_stays_whole() -> None:
    said = "the mill must approve each bill, which takes a day, and prints it"
    assert ("constraint", said) in stated(f"# Bills\n\n**Constraints**: {said}\n\n- Print a bill\n")


def test_each_sentence_of_a_line_among_short_lines_counts() -> None:
    text = "We sell sofas.\n\nA clerk measures a door with the phone.\n\nThe scan stays there, only the result is sent. English, French.\nSuccess: returns down from 9% to 4%\n"
    assert [words for _, words in stated(text)][1:] == [
        "The scan stays there, only the result is sent.",
        "English, French.",
        "returns down from 9% to 4%",
    ]


def test_lines_in_small_letters_are_told_apart() -> None:
    text = "# Exams\n\nA clerk plans the exams.\n\nmust run in the browser, only four of us use it\nstudent numbers only, no names\nready for the summer term!\n"
    assert [words for _, words in stated(text)][1:] == [
        "must run in the browser, only four of us use it",
        "student numbers only, no names",
        "ready for the summer term!",
    ]
