"""What GitHub tells of the base branch."""

from dataclasses import dataclass

from policies.people import Person


@dataclass(frozen=True, slots=True)
class Pushed:
    """The base branch stands at another commit; `paths` are what the push touched, none where that is not known."""

    ref: str
    sha: str
    by: Person
    paths: tuple[str, ...]
