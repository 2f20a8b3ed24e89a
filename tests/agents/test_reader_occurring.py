"""A long list of words finds what the same pattern finds when Python tries every alternative everywhere."""

import re
from pathlib import Path

import pytest

from agents.builtin.reader.words import quality_words, topic_words
from agents.builtin.reader.words.occurring import by_first_letter, occurring

PRDS = Path(__file__).parents[1] / "prds"
LINES = tuple(line for path in sorted(PRDS.glob("*.md")) for line in path.read_text().splitlines() if line)
LISTS = tuple("|".join(each[1:]) for each in (*quality_words.WORDS, *topic_words.WORDS))


@pytest.mark.parametrize("pattern", LISTS, ids=lambda pattern: pattern[:24])
def test_each_list_of_the_reader_finds_what_it_says(pattern: str) -> None:
    plain, quick = re.compile(pattern, re.IGNORECASE), occurring(pattern)
    assert [bool(quick.search(line)) for line in LINES] == [bool(plain.search(line)) for line in LINES]


@pytest.mark.parametrize(
    ("pattern", "found", "missed"),
    [
        (r"\bfast|\bfurious", "so FAST", "breakfast"),
        (r"^the|^then", "Then", "and then"),
        (r"\b(?:must|shall) not\b", "it SHALL not", "it shall knot"),
        (r"\b(?:very )?slow", "Very slow", "veryslow"),
        (r"\b(?:a|b){2}c", "abc", "ac"),
        (r"\b(?:a|b)?+c", "ac", "dac"),
        (r"\bcolou?r\b|\bc?at\b", "at", "hat"),
        (r"\b[(|]x|\by", "y", "xx"),
        (r"\bx[|)\]]y|\bz", "x]y", "xy"),
        (r"\b\(a|b\)", "b)", "(b"),
        ("无障碍|可用", "需要无障碍支持", "障碍"),
        (r"\bübersicht|\bécran", "ÜBERSICHT", "bersicht"),
        # Python takes these for an i, an s and a k too when it ignores case.
        (r"\bkind|\bkeep", "\N{KELVIN SIGN}ind", "find"),
        (r"\bsize|\bsort", "ſize", "rize"),
        (r"\binput|\bitem", "İnput", "output"),
        (r"\bTODO\b|(?-i:\bNOW\b)", "todo", "now"),
        (
            r"(?<!api )(?<!\(x\) )\bgraphql|(?<!no )data",
            "mydata, GraphQL",
            "api graphql, (x) GraphQL, no data",
        ),
        (r"(?<!api )\bgraphql", "an api, graphql", "mygraphql"),
        (r"\b(?<!no |my )(?<!any )data\b", "our data", "no data, my data, any data"),
        (
            r"\b(?:(?:is|are) )?(?:must|may|shall) (?:depend on|rely on|require) (?:any|the|other) (?:servers?|networks?)\b",
            "It MAY rely on other servers",
            "it might rely on other servers, or may on others",
        ),
        (r"схема|\bplan|é?cran|ébauche", "Схема", "plàn"),
        (r"схема|\bplan|é?cran|ébauche", "Ébauche", "schéma"),
        (r"схема|\bplan|é?cran|ébauche", "cran", "cràn"),
    ],
)
def test_a_pattern_is_sorted_by_first_letters_and_means_the_same(
    pattern: str, found: str, missed: str
) -> None:
    plain, quick = re.compile(pattern, re.IGNORECASE), occurring(pattern)
    assert bool(plain.search(found)) is bool(quick.search(found)) is True
    assert bool(plain.search(missed)) is bool(quick.search(missed)) is False


def test_a_list_is_found_at_the_beginning_and_everywhere_too() -> None:
    listed = occurring(r"\bfast|schnell|быстр|(?-i:\bNOW\b)")
    assert [bool(listed.match(text)) for text in ("FAST", "NOW", "now", "so fast")] == [
        True,
        True,
        False,
        False,
    ]
    assert len(list(listed.finditer("Fast, NOW, faster, now, быстро, Schnell"))) == 5
    assert bool(listed.match("Быстро"))


def test_a_longer_name_that_stands_first_is_still_the_one_that_is_found() -> None:
    names = ["Google Maps", "Mapbox", "(?:AWS )?Step Functions", "Google", "AWS", "2Checkout"]
    for text in ("Google Maps", "AWS Step Functions", "Step Functions", "AWS", "2Checkout"):
        found = re.search(by_first_letter(names), text)
        assert found
        assert found.group() == text
