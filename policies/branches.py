"""The names of the branches the write gate makes: one fixed prefix and our own slugs, so that no outside text is in a ref."""

import re

PREFIX = "signalbox/run-"
_SHAPE = re.compile(r"signalbox/run-([1-9][0-9]{0,9})-(plan|u-[0-9]{2,4})-v([1-9][0-9]{0,3})")


def branch(issue: int, subject: str, version: int) -> str:
    """`signalbox/run-12-u-03-v1`; `subject` is `plan` or a unit id."""
    name = f"{PREFIX}{issue}-{subject.lower()}-v{version}"
    if not _SHAPE.fullmatch(name):
        raise ValueError(f"not a subject or version of ours: {subject!r}, {version}")
    return name


def read_branch(name: str) -> int | None:
    """The intake issue of the run a branch belongs to, or None when the branch is not ours."""
    match = _SHAPE.fullmatch(name)
    return int(match[1]) if match else None
