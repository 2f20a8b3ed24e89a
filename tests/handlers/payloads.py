"""Webhook payloads with just what is read of them, in GitHub's shapes."""

from typing import Any

REPOSITORY = {"id": 1, "full_name": "acme/shop", "default_branch": "main"}
MONA = {"id": 7, "login": "mona", "type": "User"}
RAJ = {"id": 8, "login": "raj", "type": "User"}
BOT = {"id": 99, "login": "signalbox[bot]", "type": "Bot"}
UNIT = "<!-- signalbox:v1 kind=unit run=12 unit=U-03 -->\nWhat to do"
PULL = "<!-- signalbox:v1 kind=pull run=12 unit=U-03 -->\nWhat was done"
SHA = "4e1d2c0" + "0" * 33


def issue(
    number: int = 12, *, body: str = "A PRD", labels: tuple[str, ...] = (), **more: Any
) -> dict[str, Any]:
    return {"number": number, "body": body, "labels": [{"name": name} for name in labels], **more}


def comment(body: str, **more: Any) -> dict[str, Any]:
    return {
        "id": 70,
        "body": body,
        "user": MONA,
        "performed_via_github_app": None,
        "created_at": "2026-11-21T10:00:00Z",
        "updated_at": "2026-11-21T10:00:00Z",
        **more,
    }


def event(action: str, **more: Any) -> dict[str, Any]:
    return {"action": action, "repository": REPOSITORY, "sender": MONA, **more}


def pull(
    number: int = 41, *, body: str = PULL, branch: str = "signalbox/run-12-u-03-v1", **more: Any
) -> dict[str, Any]:
    head = {"ref": branch, "sha": SHA, "repo": {"full_name": "acme/shop"}}
    return {
        "number": number,
        "body": body,
        "head": head,
        "merged": True,
        "merge_commit_sha": "f" * 40,
        **more,
    }
