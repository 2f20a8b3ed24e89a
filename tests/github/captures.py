"""The webhooks that GitHub was captured sending, as the Octokit project published them (data/NOTICE)."""

import gzip
import json
from typing import Any

from tests.github.description import DATA


def captures() -> list[tuple[str, dict[str, Any]]]:
    """Every captured webhook, as (event, payload); many are of years past and lack keys that GitHub sends today."""
    events = json.loads(gzip.decompress((DATA / "webhook_examples.json.gz").read_bytes()))
    return [(event["name"], example) for event in events for example in event["examples"]]
