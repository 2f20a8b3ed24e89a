"""The few places where GitHub's description contradicts what GitHub itself was captured sending, each with the evidence."""

from typing import Any


def amended(document: dict[str, Any]) -> dict[str, Any]:
    """The description, corrected in place where its own published webhook captures prove it wrong."""
    schemas = document["components"]["schemas"]
    # All four captures of an edited or deleted comment (data/webhook_examples.json.gz) carry null here: a person
    # wrote the comment, not an App. The sibling schema of issue_comment.created has the nullable form already.
    comment = schemas["webhooks_issue_comment"]["properties"]
    comment["performed_via_github_app"] = {"$ref": "#/components/schemas/nullable-integration"}
    # The list of installations wants the account to be a user and an enterprise at once (allOf); the schema of a
    # single installation, and the captures of installation.created, have it one or the other.
    listed = document["paths"]["/app/installations"]["get"]["responses"]["200"]["content"]["application/json"]
    listed["schema"]["items"]["properties"]["account"] = schemas["installation"]["properties"]["account"]
    # These refusals are "exactly one of" two errors that demand nothing, so that every error is both.
    for method, path, status in (
        ("put", "/repos/{owner}/{repo}/contents/{path}", "409"),
        ("post", "/repos/{owner}/{repo}/git/blobs", "422"),
    ):
        answer = document["paths"][path][method]["responses"][status]["content"]["application/json"]
        answer["schema"] = {"anyOf": answer["schema"]["oneOf"]}
    return document
