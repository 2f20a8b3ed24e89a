"""Whether something on GitHub was written by this App, which is asked before any of its hidden words count."""

from collections.abc import Mapping
from typing import Any


def is_ours(written: Mapping[str, Any], *, app_id: str) -> bool:
    """Whether GitHub names this App as the author of a comment or an issue, and not as the hand of a person; a copied text never is.

    What a person does with a token that this App gave them bears the App's id and the person's name.
    https://docs.github.com/en/rest/issues/comments#get-an-issue-comment
    """
    if "user" not in written:
        # Whatever somebody wrote has an author on GitHub, if only null; what has none is no answer to decide by.
        raise KeyError("user")
    app, author = written.get("performed_via_github_app") or {}, written["user"] or {}
    return str(app.get("id")) == app_id and author.get("type") == "Bot"
