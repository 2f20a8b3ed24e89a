"""Whether people of one sort sign in, where the document says that they have no accounts and that they do."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.nouns import singular

WHO = r"(?:^|(?<=[.;,] ))(?:(?:the|all|our|other) )?(?P<who>[A-Za-z]{3,20})"
ACCOUNTLESS = re.compile(
    rf"{WHO} (?:(?:do|does|will|shall|must|should|need) not (?:have|get|need|require)|don['’]t (?:have|need)|(?:have|has|need|needs|get|gets) no) "
    r"(?:an? |any |to (?:have|create) (?:an? )?)?(?:own )?(?:accounts?|log-?ins?|sign[- ]?(?:in|up)s?)\b(?! (?:to|for)\b)",
    re.IGNORECASE,
)
SIGNS_IN = re.compile(
    rf"{WHO} (?:(?:can|may|must|shall|will|should|have to|need to) (?:also |first )?)?(?:logs? ?in|signs? ?in|signs? up|registers?|(?:has|have|create|creates|get|gets) (?:an |their own )accounts?)\b",
    re.IGNORECASE,
)


def accounts(entries: Entries) -> Iterator[Contradiction]:
    """The first two statements of which one gives people an account and the other denies it to the same people."""
    stated = (*entries.requirements, *entries.nfrs, *entries.constraints)
    denied = [
        (singular(found["who"].casefold()), each)
        for each in (*stated, *entries.non_goals)
        if (found := ACCOUNTLESS.search(each.text))
    ]
    given = [
        (singular(found["who"].casefold()), each)
        for each in (stated if denied else ())
        if (found := SIGNS_IN.search(each.text)) and not ACCOUNTLESS.search(each.text)
    ]
    for who, each in denied:
        other = next((signs for name, signs in given if name == who), None)
        if other is not None:
            options = ("They have accounts and sign in.", "They have none.")
            yield between(f"whether each {who} has an account", each, other, "access, data model", options)
            return
