"""Looks for secrets in any form a careless program writes them: as they are, encoded, quoted, escaped, in pieces."""

import base64
import json
from collections.abc import Iterable, Mapping
from urllib.parse import quote, quote_plus

SHORTEST = 16


def forms(secret: str) -> frozenset[str]:
    """Every spelling that counts as the secret; of a PEM also each line of its body."""
    found = {secret, quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1], repr(secret)[1:-1]}
    raw = secret.encode()
    found |= {raw.hex(), raw.hex().upper()}
    for lead in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            text = encode(b"\0" * lead + raw).decode().rstrip("=")
            # The first and last digits mix with what stands beside the secret.
            found.add(text[4 if lead else 0 : len(text) - 2])
    if "-----BEGIN" in secret:
        lines = [line for line in secret.splitlines() if line and not line.startswith("-----")]
        found |= {line for line in lines if len(line) >= SHORTEST}
        found.add("".join(lines))
    return frozenset(form for form in found if len(form) >= SHORTEST)


def found(secrets: Mapping[str, str], places: Mapping[str, str | bytes]) -> list[str]:
    """`<secret> in <place>` for each secret that some place holds in some form."""
    spelled = {name: forms(secret) for name, secret in secrets.items()}
    return [
        f"{name} in {place}"
        for place, content in places.items()
        for name, spellings in spelled.items()
        if _holds(content, spellings)
    ]


def _holds(content: str | bytes, spellings: Iterable[str]) -> bool:
    text = content.decode("latin-1") if isinstance(content, bytes) else content
    return any(spelling in text for spelling in spellings)
