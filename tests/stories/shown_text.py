"""What of a comment a reader sees."""


def shown(body: str) -> str:
    """What people read of a comment."""
    return body.partition("<!-- signalbox:ledger")[0]
