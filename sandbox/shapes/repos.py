"""Repositories as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.accounts import ROLES, Org
from sandbox.clock import stamp
from sandbox.shapes import node_id
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from sandbox.accounts import User
    from sandbox.records import Repo
    from sandbox.world import World

# https://docs.github.com/rest/repos/repos#get-a-repository lists these templates.
LINKS = {
    "archive_url": "/{archive_format}{/ref}",
    "assignees_url": "/assignees{/user}",
    "blobs_url": "/git/blobs{/sha}",
    "branches_url": "/branches{/branch}",
    "collaborators_url": "/collaborators{/collaborator}",
    "comments_url": "/comments{/number}",
    "commits_url": "/commits{/sha}",
    "compare_url": "/compare/{base}...{head}",
    "contents_url": "/contents/{+path}",
    "contributors_url": "/contributors",
    "deployments_url": "/deployments",
    "downloads_url": "/downloads",
    "events_url": "/events",
    "forks_url": "/forks",
    "git_commits_url": "/git/commits{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "hooks_url": "/hooks",
    "issue_comment_url": "/issues/comments{/number}",
    "issue_events_url": "/issues/events{/number}",
    "issues_url": "/issues{/number}",
    "keys_url": "/keys{/key_id}",
    "labels_url": "/labels{/name}",
    "languages_url": "/languages",
    "merges_url": "/merges",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "pulls_url": "/pulls{/number}",
    "releases_url": "/releases{/id}",
    "stargazers_url": "/stargazers",
    "statuses_url": "/statuses/{sha}",
    "subscribers_url": "/subscribers",
    "subscription_url": "/subscription",
    "tags_url": "/tags",
    "teams_url": "/teams",
    "trees_url": "/git/trees{/sha}",
}
SETTINGS: dict[str, Any] = {
    "has_issues": True,
    "has_projects": True,
    "has_downloads": True,
    "has_wiki": True,
    "has_pages": False,
    "has_discussions": False,
    "is_template": False,
    "allow_forking": True,
    "web_commit_signoff_required": False,
}
MERGE_SETTINGS: dict[str, Any] = {
    "allow_rebase_merge": True,
    "allow_squash_merge": True,
    "allow_merge_commit": True,
    "allow_auto_merge": False,
    "delete_branch_on_merge": False,
    "allow_update_branch": False,
    "use_squash_pr_title_as_default": False,
    "squash_merge_commit_message": "COMMIT_MESSAGES",
    "squash_merge_commit_title": "COMMIT_OR_PR_TITLE",
    "merge_commit_message": "PR_TITLE",
    "merge_commit_title": "MERGE_MESSAGE",
}


def api_url(world: World, repo: Repo) -> str:
    """Where the repository stands in the REST API."""
    return f"{world.url}/api/v3/repos/{repo.full_name}"


def html_url(world: World, repo: Repo) -> str:
    """Where the repository's page is."""
    return f"{world.url}/{repo.full_name}"


def repository(world: World, repo: Repo) -> dict[str, Any]:
    """A repository wherever another thing mentions it (`repository`, `minimal-repository`, webhooks)."""
    api, page = api_url(world, repo), html_url(world, repo)
    open_issues = sum(issue.state == "open" for issue in repo.issues.values())
    host = world.url.partition("://")[2]
    return {
        "id": repo.id,
        "node_id": node_id("R", repo.id),
        "name": repo.name,
        "full_name": repo.full_name,
        "private": repo.private,
        "owner": simple_user(world, repo.owner),
        "html_url": page,
        "description": repo.description,
        "fork": False,
        "url": api,
        **{name: api + tail for name, tail in LINKS.items()},
        "clone_url": f"{page}.git",
        "git_url": f"git://{host}/{repo.full_name}.git",
        "ssh_url": f"git@{host.partition(':')[0]}:{repo.full_name}.git",
        "svn_url": page,
        "mirror_url": None,
        "homepage": repo.homepage,
        "size": 0,
        "stargazers_count": 0,
        "watchers_count": 0,
        "watchers": 0,
        "language": None,
        "forks_count": 0,
        "forks": 0,
        "open_issues_count": open_issues,
        "open_issues": open_issues,
        **{name: repo.settings.get(name, default) for name, default in SETTINGS.items()},
        "archived": repo.archived,
        "disabled": False,
        "license": None,
        "topics": list(repo.topics),
        "custom_properties": {},
        "visibility": "private" if repo.private else "public",
        "default_branch": repo.default_branch,
        "created_at": stamp(repo.created_at),
        "updated_at": stamp(repo.updated_at),
        "pushed_at": stamp(repo.pushed_at),
    }


def full_repository(world: World, repo: Repo, *, viewer: User | None) -> dict[str, Any]:
    """A repository as its own page shows it to the viewer (`full-repository`)."""
    shown = {
        **repository(world, repo),
        **{name: repo.settings.get(name, default) for name, default in MERGE_SETTINGS.items()},
        "network_count": 0,
        "subscribers_count": 0,
        "temp_clone_token": None,
    }
    if viewer is not None:
        shown["permissions"] = permissions(world.role(repo, viewer))
    if isinstance(repo.owner, Org):
        shown["organization"] = simple_user(world, repo.owner)
    return shown


def permissions(role: str) -> dict[str, bool]:
    """A role as GitHub's five booleans."""
    rank = ROLES.index(role)
    return {
        "admin": rank >= ROLES.index("admin"),
        "maintain": rank >= ROLES.index("maintain"),
        "push": rank >= ROLES.index("write"),
        "triage": rank >= ROLES.index("triage"),
        "pull": rank >= ROLES.index("read"),
    }
