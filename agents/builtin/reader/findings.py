"""What was found in a document, each finding with its source lines, before anybody draws conclusions from it."""

from typing import Literal, NamedTuple

Kind = Literal[
    "functional",
    "nonfunctional",
    "story",
    "non_goal",
    "deferred",
    "question",
    "constraint",
    "metric",
    "acceptance",
]


class Finding(NamedTuple):
    """One statement of the document: `label` is its own id, `lead` the bold or colon-ended words it began with.

    `tried` holds the criteria that stand below a requirement, `trail` the headings above it, from the outside in.
    """

    kind: Kind
    text: str
    lines: tuple[int, ...]
    label: str = ""
    lead: str = ""
    area: str = ""
    priority: str = "unstated"
    category: str = ""
    tentative: bool = False
    details: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()


class Named(NamedTuple):
    """An actor, entity or integration: a name, where it is said first, and what hangs on it."""

    name: str
    lines: tuple[int, ...]
    attributes: tuple[str, ...] = ()


class Flow(NamedTuple):
    """Steps the document lists in order."""

    name: str
    steps: tuple[str, ...]
    lines: tuple[int, ...]


class Findings(NamedTuple):
    """Everything read from one document; `notes` say in plain words what the reader noticed about the text itself."""

    title: str
    product: str
    language: str
    findings: tuple[Finding, ...]
    actors: tuple[Named, ...] = ()
    entities: tuple[Named, ...] = ()
    integrations: tuple[Named, ...] = ()
    flows: tuple[Flow, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, kind: Kind) -> tuple[Finding, ...]:
        """The findings of one kind, in the order of the document."""
        return tuple(each for each in self.findings if each.kind == kind)


class Unreadable(NamedTuple):
    """Why a document was not read, and what its author can do."""

    reason: str
    remedy: str
