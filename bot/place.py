"""Where a run lives: the installation that may act there, the repository, and the intake issue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Numbers decide; `repository` is the full name as GitHub gives it now, for paths."""

    installation: int
    repository_id: int
    repository: str
    issue: int

    @property
    def run(self) -> str:
        """The run's name in its ledger."""
        return f"{self.repository_id}#{self.issue}"

    @property
    def path(self) -> str:
        """The repository's path in the REST API."""
        return f"/repos/{self.repository}"

    @property
    def comments(self) -> str:
        """The path of the intake issue's comments."""
        return f"{self.path}/issues/{self.issue}/comments"
