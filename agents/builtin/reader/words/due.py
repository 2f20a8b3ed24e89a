"""By when the work has to be done, and how much time there is for it."""

import re

from agents.builtin.reader.words.occurring import occurring

DATED = occurring(
    r"^tdd\b|^test[- ]driven development\b|\btests (?:are )?written (?:before|first)\b|"
    r"\b(?:accepted|asked|handed in|received|sent|submitted)\b.{0,60}\b(?:by|before|until|no later than)\b.{0,12}"
    r"(?:\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)|"
    r"\b\d+[- ](?:hour|day|week|month) (?:hackathon|time ?box|challenge|game jam)\b|"
    r"\b(?:launch|release|go[- ]live)\b (?:is |date is )?"
    r"(?:planned|scheduled|set|due|expected)?.{0,10}\b(?:for|on|in)\b.{0,12}\b"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|q[1-4])\b"
    r"|\b(?:due|deadline|launch|release|deliver(?:y|ed)?|complete[d]?|finish(?:ed)?|go[- ]live"
    r"|ship(?:ped)?|ready)\b.{0,30}\b"
    r"(?:by|before|until|no later than)\b.{0,20}"
    r"(?:\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]"
    r"|end of)\b)",
)
# A date that binds, also where a plan of the work stands: `Deadline: 1 June`.
DUE = re.compile(
    r"^(?:the )?(?:(?!(?:an?|no|each|every|my|your|our|any)\b)[a-z-]+ )?"
    r"(?:deadline|due date|go[- ]live|launch date|delivery date|abgabe(?:termin|datum)?|frist"
    r"|projektabschluss|fecha l[íi]mite|fecha de entrega|date limite|échéance|prazo|scadenza"
    r"|截止(?:日期|时间)|納期|마감일?)\b.{0,30}\d",
    re.IGNORECASE,
)
# `Two to three months of development are planned`
FORECAST = occurring(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|eight|ten|twelve)(?: ?(?:to|or|-|–) ?(?:\d{1,2}|two|three|four|five|six|eight|ten|twelve))? "
    r"(?:weeks|months) of (?:development|work|implementation)\b.{0,20}\b(?:budgeted|estimated|expected|forecast(?:ed)?|foreseen|planned)\b"
)
# `Das Ganze muss bis Ende Mai fertig sein`, `great to have it before Black Friday`.
DATED_ABROAD = occurring(
    r"\b(?:bis|vor) (?:spätestens |zum |ende |anfang |mitte |nächste\w* )?[^\W_][^.;:]{0,25}\b"
    r"(?:fertig|live|online|verfügbar|abgeschlossen|ausgeliefert)\b"
    r"|\b(?:livrée?s?|prêt[es]*|en ligne|terminée?s?)\b.{0,12}\b(?:avant|d['’]ici|pour (?:le|la|fin|début))\b"
    r"|\b(?:list[oa]s?|entregad[oa]s?|terminad[oa]s?|publicad[oa]s?)\b.{0,12}\b"
    r"(?:antes de"
    r"|para (?:el|la|finales|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
    r"|diciembre))\b"
    r"|\b(?:have|get|need|want|ship) (?:it|this|that|everything) (?:ready |live |done |out |(?:in|on) (?:the |our )?[a-z-]+ )?"
    r"(?:before|by|until) (?:the )?"
    r"(?:end of|next|summer|winter|christmas|easter|(?-i:[A-Z])|q[1-4]\b|\d)",
)


# Columns that say when, and what stands in them: `May 2026`, `Summer–Fall 2026`, `End of 2026`, `1 June 2026`, `2026-06-01`.
WHEN = re.compile(r"\b(?:date|dates|deadline|due|timeline|time ?frame|when|until|by|termin|zeitraum|frist)\b")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|q[1-4]"
ON_A_DAY = re.compile(
    rf"^(?:by |until |from |before |end of |early |mid[- ]|late |\d{{1,2}}\.? )*(?:(?:{_MONTHS})(?:[ –—-]+(?:{_MONTHS}|\d{{1,2}},?))* ?)?20\d\d\b|^20\d\d-\d\d(?:-\d\d)?\b",
    re.IGNORECASE,
)


def is_set_for(columns: tuple[str, ...], cells: tuple[str, ...]) -> bool:
    """Whether a row of a plan says in a column of dates by when something is to be there."""
    return any(
        WHEN.search(name) and ON_A_DAY.match(cell.strip(" *~"))
        for name, cell in zip(columns, cells, strict=False)
    )


def is_dated(text: str) -> bool:
    """Whether a sentence says when something has to be there."""
    return bool(DATED.search(text) or DATED_ABROAD.search(text))


def is_due(text: str) -> bool:
    """Whether the words name the day by which the work has to be done."""
    return bool(DUE.match(text) or FORECAST.search(text))
