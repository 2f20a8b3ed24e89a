"""Records as the JSON that GitHub's description asks for."""

import base64


def node_id(prefix: str, number: int) -> str:
    """A GraphQL-style id such as `I_kwDAAAehIQ`, made from a database id."""
    return f"{prefix}_kwD" + base64.urlsafe_b64encode(number.to_bytes(6, "big")).decode().rstrip("=")
