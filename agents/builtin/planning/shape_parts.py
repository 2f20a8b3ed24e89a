"""What a shape consists of, and the words that call for its parts."""

from dataclasses import dataclass

from agents.schemas.architecture import ComponentKind

Wire = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a shape; `when` are the words that call for it, empty when it is always there."""

    id: str
    name: str
    kind: ComponentKind
    purpose: str
    technology: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The parts of a kind: `entry` is where people or callers come in, `keeper` what keeps data, `core` where the rules are."""

    title: str
    parts: tuple[Part, ...]
    wires: tuple[Wire, ...]
    entry: str
    core: str
    keeper: str
    language: str
    headline: str
    why: str
    gives_up: str
    rejected: tuple[tuple[str, str], ...]
    runs_on: str


KEEPS = r"stor(?:e|es|ed|age)\b|sav(?:e|es|ed|ing)\b|remember|record|histor|persist|keep|track|log|account|profile|database|librar|list|manage|存储|保存|管理|历史|speicher|enregistr|guard|сохран|保持"
LATER = r"notif|e-?mail|send|schedul|batch|background|queue|async|remind|digest|import|export|generat|sync|webhook|report|retr(?:y|ies)|process|通知|发送|批量|定时|benachrichtig|versend|envo[iy]|rappel|уведомл"
ONLINE = r"\bserver\b|\bbackend\b|\bcloud\b|\bsync|\bmultiplayer|\bshare[ds]? with|\bsign ?(?:up|in)\b|\blog ?in\b|\baccounts?\b|\bchat\b|\bmessag|\bmatch(?:es|ing)\b|\bleaderboard|\bbooking|\bpayment|\bdelivery\b|\bdrivers?\b|\bapi\b|\bbackup"

CORE = Part("core", "Rules", "domain", "Holds the rules of the product and knows nothing of the outside.")
