"""Questions whose answer nobody may guess: law, tax, countries, licences, prices, money and health."""

import re
from typing import NamedTuple


class Stake(NamedTuple):
    """Why a guess would be unsafe, and what hangs on the answer."""

    why: str
    changes: str


# Each is a whole word or the beginning of one, in the languages whose documents are read by their words.
_STAKES: tuple[tuple[re.Pattern[str], Stake], ...] = (
    (
        re.compile(
            r"\btax(?:es|ation|able|ed)?\b|\bvat\b|\bgst\b|\bsales tax|\bsteuer|\bimpuestos?\b|\bimpostos?\b|\btva\b|税",
            re.IGNORECASE,
        ),
        Stake("Tax rules differ by country, and a guess could be unlawful.", "integrations, tax, records"),
    ),
    (
        re.compile(
            r"\b(?:by|under|of|required by|which|what|local|applicable) law\b|\blaws\b|\blegal(?:ly)?\b"
            r"|\bregulat(?:ion|ions|ory|ed)\b|\bcompliance\b|\bgdpr\b|\bhipaa\b|\bccpa\b|\bpci\b|\bdsgvo\b"
            r"|\bgesetz|\brechtlich|\bliab(?:le|ility)\b|\bhaft(?:et|en|ung)\b|\brgpd\b|\blgpd\b|\blei\b|\bconsent\b|法律|合规",
            re.IGNORECASE,
        ),
        Stake("The law decides this, and I do not know which law holds.", "access, data, duties"),
    ),
    (
        re.compile(
            r"\bcountr(?:y|ies)\b|\bjurisdictions?\b|\bländern?\b|\bwelche[sn]? land\b|\bpa[íi]s(?:es)?\b|国家",
            re.IGNORECASE,
        ),
        Stake("Law, tax and language follow from the country.", "law, tax, languages"),
    ),
    (
        re.compile(
            r"\b(?:open[- ]source|software|which|what|code|data|content) licen[cs]e"
            r"|\blicens(?:e|ed|ing) (?:terms|model|of|for|under)\b|\blicen[cs]ing\b|\blizenz|许可",
            re.IGNORECASE,
        ),
        Stake("A licence binds you, and it is yours to choose.", "what may be used and given away"),
    ),
    (
        re.compile(
            r"\bwho pays\b|\bpric(?:e|es|ing)\b|\b(?:subscription|transaction|membership|service) fees?\b"
            r"|\bhow much (?:does|will|shall|should|do) .{0,60}(?:cost|pay)\b|\bcommissions?\b|\brefunds?\b"
            r"|\bpreise?\b|\bprecios?\b|\bpreços?\b|\bprix\b|价格",
            re.IGNORECASE,
        ),
        Stake("Prices and who pays are yours to decide.", "money, contracts"),
    ),
    (
        re.compile(
            r"\bpersonal data\b.{0,80}\b(?:kept|keep|retain|retention|stored|delet)"
            r"|\b(?:kept|keep|retain|retention|stored|delet)\w*\b.{0,80}\b"
            r"(?:personal|patient|customer|health|medical) (?:data|records?)\b",
            re.IGNORECASE,
        ),
        Stake("How long personal data may be kept is set by law.", "storage, privacy duties"),
    ),
    (
        re.compile(
            r"\bmedical\b|\bclinical\b|\bdosages?\b|\bdiagnos[ei]s\b|\bmedication"
            r"|\btreatment (?:plan|rule|advice)|\binterest rates?\b|\bcredit (?:limit|check|score)"
            r"|\binvestment\b|\binsurance\b|\bloan terms?\b",
            re.IGNORECASE,
        ),
        Stake("A wrong guess about health or money can hurt people.", "rules, safety, liability"),
    ),
)


def stake_of(question: str) -> Stake | None:
    """What is at stake when the answer to this question is guessed, or None when leaving it open is safe."""
    return next((stake for pattern, stake in _STAKES if pattern.search(question)), None)
