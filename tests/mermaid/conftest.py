"""One running mermaid for all diagrams of a worker."""

from collections.abc import Iterator

import pytest

from tests.mermaid.library import Mermaid, started


@pytest.fixture(scope="session")
def mermaid() -> Iterator[Mermaid]:
    with started() as running:
        yield running
