"""Whether a product has anything to keep."""

import re

from agents.builtin.planning.drawing.shape_parts import Shape
from agents.builtin.planning.drawing.stated import stated
from agents.builtin.planning.entries import Entries
from agents.schemas.architecture import ProductKind

NO_DATABASE = re.compile(
    r"\b(?:no|without (?:a|any)) (?:separate |external |own |server |relational )?"
    r"(?:database|db|persistent storage|persistence)\b(?! servers?\b)"
    r"|\bkeeps? no state\b",
    re.IGNORECASE,
)
# Copies of a program that keep nothing may stand before a store that does.
STATELESS = re.compile(r"\bstateless\b", re.IGNORECASE)
DURABLE = re.compile(
    r"\bdurabl[ey]\b|\bpersist(?:s|ed|ent)?\b|\bdatabases?\b|\bstor(?:es?|ed) (?:all|both|each|every|in|raw|the)\b",
    re.IGNORECASE,
)
# What only passes on what comes has nothing to keep, unless the document says so.
PASSES_ON = re.compile(r"\b(?:prox(?:y|ies)|gateway|load[- ]balancer|relay|forwarder)\b", re.IGNORECASE)
KEPT = re.compile(
    r"\bstor(?:es?|ed|ing|age)\b|\bsav(?:es?|ed|ing)\b|\bpersist|\bdatabases?\b|\bhistor|\baccounts?\b|\barchiv|\baudit|\bcrud\b"
    r"|\brecord(?:s|ed)? |\bsign(?:s|ed)?[- ]?up\b|\bregister(?:s|ed)?\b|\bdashboard|\bbilling\b|\bquotas?\b|\busage\b",
    re.IGNORECASE,
)
# `State storage: JSON first`, `everything is kept in one YAML file`; what is exported or taken in as a file is kept elsewhere.
IN_FILES = re.compile(
    r"\b(?:storage|persistence|database)\b:? (?:(?:is|are|in|as|plain|local) )*(?P<form>JSON|YAML|TOML|CSV|Markdown)\b(?: files?| first| on disk)"
    r"|\b(?:everything|state|all data|data|records) (?:is|are) (?:kept|stored|saved|persisted) (?:only )?(?:in|as|to) (?:one |a |plain |local |flat )*(?P<other>JSON|YAML|TOML|CSV|Markdown) files?\b",
    re.IGNORECASE,
)
WITH_DATABASE = re.compile(r"with (?:its own|one) database")


def keeps_nothing(kind: ProductKind, entries: Entries) -> bool:
    """Whether the document rules out a database, or the product stands between others and is to keep nothing."""
    between = kind == "service" and PASSES_ON.search(entries.opening) is not None
    stateless = stated(entries, STATELESS) and not any(
        DURABLE.search(each.text) for each in (*entries.requirements, *entries.nfrs)
    )
    return (
        stateless or stated(entries, NO_DATABASE) or (between and not any(map(KEPT.search, entries.told())))
    )


def without_database(shape: Shape) -> Shape:
    """The shape under a headline that promises no database."""
    return shape._replace(headline=WITH_DATABASE.sub("that keeps nothing of its own", shape.headline))


def kept_in(entries: Entries) -> str:
    """The files in which the document keeps what there is, as `JSON files`; empty where it names none."""
    told = (each.text for each in (*entries.constraints, *entries.nfrs, *entries.requirements))
    found = next(filter(None, map(IN_FILES.search, told)), None)
    form = (found["form"] or found["other"]).upper() if found else ""
    return f"{'Markdown' if form == 'MARKDOWN' else form} files" if form else ""
