"""Pull requests: list, open, read, change, what is in them, who is asked to review.

https://docs.github.com/rest/pulls/pulls
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import conversation, pulls, push, respond
from sandbox.accounts import ROLES
from sandbox.api import threads
from sandbox.diff import diff_text, patch_text
from sandbox.dispatch import Context, Route
from sandbox.history import between, merge_base
from sandbox.merging import mergeability
from sandbox.permissions import reads, writes
from sandbox.shapes import git as git_shapes
from sandbox.shapes import pulls as shapes
from sandbox.shapes.users import simple_user, team

if TYPE_CHECKING:
    from sandbox.accounts import Team, User
    from sandbox.records import PullRequest
    from sandbox.respond import Reply

READ = reads("pull_requests")
CHANGE = writes("pull_requests", role="read")
WRITE = writes("pull_requests", role="write")
PULLS = "/repos/{owner}/{repo}/pulls"
PULL = PULLS + "/{number:int}"


def list_for_repo(ctx: Context) -> Reply:
    """Pull requests by state, head and base."""
    query = ctx.query
    state, head, base = query.get("state", "open"), query.get("head"), query.get("base")
    found = [
        pull
        for pull in ctx.repo.pulls.values()
        if state in {"all", pull.issue.state}
        and (head is None or head.lower() == f"{ctx.repo.owner.login}:{pull.head_ref}".lower())
        and base in {None, pull.base_ref}
    ]
    by_update = query.get("sort") == "updated"
    found.sort(key=lambda pull: (pull.issue.updated_at if by_update else pull.issue.created_at, pull.number))
    if query.get("direction", "desc" if query.get("sort", "created") == "created" else "asc") == "desc":
        found.reverse()
    return respond.page(ctx, found, lambda pull: shapes.simple_pull_request(ctx.world, pull))


def create(ctx: Context) -> Reply:
    """Opens a pull request; a second open one for the same head and base is refused."""
    title = ctx.text("title", resource="PullRequest")
    head, base = _branch(ctx, "head"), _branch(ctx, "base")
    git = ctx.repo.git
    for field, name in (("head", head), ("base", base)):
        if git.ref(push.HEADS + name) is None:
            respond.invalid("PullRequest", field, "invalid")
    for pull in ctx.repo.pulls.values():
        if pull.issue.state == "open" and (pull.head_ref, pull.base_ref) == (head, base):
            text = f"A pull request already exists for {ctx.repo.owner.login}:{head}."
            _custom(text)
    head_sha, base_sha = git.ref(push.HEADS + head), git.ref(push.HEADS + base)
    if head_sha is None or not between(git, base_sha, head_sha):
        _custom(f"No commits between {base} and {head}")
    if ctx.body.get("draft") and not ctx.repo.drafts:
        # A private repository of a plan without drafts.
        respond.refuse(422, "Draft pull requests are not supported in this repository.")
    body = ctx.body.get("body")
    threads.check_length(body, resource="PullRequest", field="body", most=threads.LONGEST_BODY)
    threads.check_length(title, resource="PullRequest", field="title", most=threads.LONGEST_TITLE)
    pull = pulls.open_pull(
        ctx.world,
        ctx.repo,
        title=title,
        body=body,
        head=head,
        base=base,
        draft=bool(ctx.body.get("draft")),
        by=ctx.actor,
    )
    pull.maintainer_can_modify = bool(ctx.body.get("maintainer_can_modify"))
    shown = shapes.pull_request(ctx.world, pull)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def get(ctx: Context) -> Reply:
    """A pull request with its mergeability; its diff or patch when `Accept` asks for that."""
    pull = pull_in_path(ctx)
    start = merge_base(pull.repo.git, pull.base_sha, pull.head_sha) or pull.base_sha
    if "diff" in ctx.accept:
        data = diff_text(pull.repo.git, start, pull.head_sha)
        return respond.raw(data, content_type="application/vnd.github.diff; charset=utf-8")
    if "patch" in ctx.accept:
        data = patch_text(pull.repo.git, start, pull.head_sha)
        return respond.raw(data, content_type="application/vnd.github.patch; charset=utf-8")
    return respond.json(200, _shown(ctx, pull))


def update(ctx: Context) -> Reply:
    """Changes title, text, base or state."""
    pull, body = pull_in_path(ctx), ctx.body
    issue = pull.issue
    if issue.user is not ctx.actor:
        threads.need_role(ctx, "write" if body.keys() & {"title", "body", "base"} else "triage")
    title = ctx.text("title", resource="PullRequest") if body.get("title") is not None else issue.title
    text = body.get("body", issue.body)
    threads.check_length(text, resource="PullRequest", field="body", most=threads.LONGEST_BODY)
    state = body.get("state") or issue.state
    if state not in {"open", "closed"}:
        respond.invalid("PullRequest", "state", "invalid")
    if body.get("base") is not None:
        _rebase(ctx, pull, str(body["base"]))
    conversation.edit(ctx.world, issue, by=ctx.actor, title=title, body=text)
    if state == "closed" and issue.state == "open":
        conversation.close(ctx.world, issue, by=ctx.actor)
    elif state == "open" and issue.state == "closed":
        pulls.reopen(ctx.world, pull, by=ctx.actor)
    return respond.json(200, _shown(ctx, pull))


def list_commits(ctx: Context) -> Reply:
    """The commits of the pull request, oldest first."""
    pull = pull_in_path(ctx)
    commits = shapes.pull_commits(pull)
    return respond.page(ctx, commits, lambda sha: git_shapes.commit(ctx.world, ctx.repo, sha))


def list_files(ctx: Context) -> Reply:
    """The files that the pull request changes."""
    pull = pull_in_path(ctx)
    return respond.page(
        ctx,
        shapes.pull_changes(pull),
        lambda change: git_shapes.diff_entry(ctx.world, ctx.repo, change, ref=pull.head_sha),
    )


def list_requested(ctx: Context) -> Reply:
    """Who was asked to review and has not yet."""
    pull = pull_in_path(ctx)
    return respond.json(
        200,
        {
            "users": [simple_user(ctx.world, user) for user in pull.requested_reviewers],
            "teams": [team(ctx.world, asked) for asked in pull.requested_teams],
        },
    )


def request_reviewers(ctx: Context) -> Reply:
    """Asks users and teams for a review; only those with access can be asked."""
    pull = pull_in_path(ctx)
    users, teams = _named(ctx)
    for user in users:
        if user is pull.issue.user:
            respond.refuse(422, "Review cannot be requested from pull request author.")
        if ROLES.index(ctx.world.role(ctx.repo, user)) < ROLES.index("read") or user.type == "Bot":
            respond.refuse(422, "Reviews may only be requested from collaborators.")
    for user in users:
        if user not in pull.requested_reviewers:
            pull.requested_reviewers.append(user)
            shown = simple_user(ctx.world, user)
            conversation.note(
                ctx.world,
                pull.issue,
                "review_requested",
                by=ctx.actor,
                review_requester=simple_user(ctx.world, ctx.actor),
                requested_reviewer=shown,
            )
            conversation.tell(
                ctx.world, pull.issue, "review_requested", by=ctx.actor, requested_reviewer=shown
            )
    for asked in teams:
        if asked not in pull.requested_teams:
            pull.requested_teams.append(asked)
            shown = team(ctx.world, asked)
            conversation.tell(ctx.world, pull.issue, "review_requested", by=ctx.actor, requested_team=shown)
    return respond.json(201, shapes.simple_pull_request(ctx.world, pull))


def remove_reviewers(ctx: Context) -> Reply:
    """Takes the request back."""
    pull = pull_in_path(ctx)
    users, teams = _named(ctx)
    for user in users:
        if user in pull.requested_reviewers:
            pull.requested_reviewers.remove(user)
            shown = simple_user(ctx.world, user)
            conversation.tell(
                ctx.world, pull.issue, "review_request_removed", by=ctx.actor, requested_reviewer=shown
            )
    pull.requested_teams = [asked for asked in pull.requested_teams if asked not in teams]
    return respond.json(200, shapes.simple_pull_request(ctx.world, pull))


def pull_in_path(ctx: Context) -> PullRequest:
    """The pull request in the path."""
    found = ctx.repo.pulls.get(int(ctx.params["number"]))
    if found is None:
        respond.not_found()
    return found


def _shown(ctx: Context, pull: PullRequest) -> dict[str, object]:
    found = mergeability(ctx.world, pull)
    return shapes.pull_request(ctx.world, pull, mergeable=found.mergeable, mergeable_state=found.state)


def _branch(ctx: Context, field: str) -> str:
    """The branch that `head` or `base` names, with or without the owner in front."""
    owner, colon, name = ctx.text(field, resource="PullRequest").rpartition(":")
    if colon and owner.lower() != ctx.repo.owner.login.lower():
        respond.invalid("PullRequest", field, "invalid")
    return name


def _custom(message: str) -> None:
    respond.refuse(
        422, "Validation Failed", errors=[{"resource": "PullRequest", "code": "custom", "message": message}]
    )


def _rebase(ctx: Context, pull: PullRequest, base: str) -> None:
    """Gives the pull request another base branch."""
    sha = ctx.repo.git.ref(push.HEADS + base)
    if sha is None:
        respond.invalid("PullRequest", "base", "invalid")
    if base == pull.base_ref:
        return
    changes = {"base": {"ref": {"from": pull.base_ref}, "sha": {"from": pull.base_sha}}}
    pull.base_ref, pull.base_sha = base, sha
    conversation.note(ctx.world, pull.issue, "base_ref_changed", by=ctx.actor)
    conversation.tell(ctx.world, pull.issue, "edited", by=ctx.actor, changes=changes)


def _named(ctx: Context) -> tuple[list[User], list[Team]]:
    users = []
    for login in ctx.body.get("reviewers") or []:
        user = ctx.world.user(str(login))
        if user is None:
            respond.refuse(422, "Reviews may only be requested from collaborators.")
        users.append(user)
    teams: dict[str, Team] = getattr(ctx.repo.owner, "teams", {})
    slugs = [str(slug) for slug in ctx.body.get("team_reviewers") or []]
    if any(slug not in teams for slug in slugs):
        respond.refuse(422, "Reviews may only be requested from collaborators.")
    return users, [teams[slug] for slug in slugs]


WORDS = {
    "title": "text",
    "body": "text",
    "head": "text",
    "base": "text",
    "state": "text",
    "draft": "truth",
    "maintainer_can_modify": "truth",
}
ASKED = {"reviewers": "texts", "team_reviewers": "texts"}
ROUTES = (
    Route("GET", PULLS, list_for_repo, READ),
    Route("POST", PULLS, create, WRITE, WORDS),
    Route("GET", PULL, get, READ),
    Route("PATCH", PULL, update, CHANGE, WORDS),
    Route("GET", PULL + "/commits", list_commits, READ),
    Route("GET", PULL + "/files", list_files, READ),
    Route("GET", PULL + "/requested_reviewers", list_requested, READ),
    Route("POST", PULL + "/requested_reviewers", request_reviewers, WRITE, ASKED),
    Route("DELETE", PULL + "/requested_reviewers", remove_reviewers, WRITE, ASKED),
)
