"""What the App tells itself, as the commands it becomes."""

from typing import assert_never

from pydantic import TypeAdapter

from handlers import events as ev
from policies import commands as c

_ACCEPT_REPLY = TypeAdapter(c.AcceptReply)
_OVER_BUDGET = TypeAdapter(c.OverBudget)
_PAID = TypeAdapter(c.Paid)
_SYNCED = TypeAdapter(c.Synced)
_WROTE = TypeAdapter(c.Wrote)
_WRITE_FAILED = TypeAdapter(c.WriteFailed)
_CHECKS = TypeAdapter(c.ChecksReported)
_KEPT = TypeAdapter(c.PullRequestKept)
_PRD_EDITED = TypeAdapter(c.PrdEdited)
_PUSHED = TypeAdapter(c.Pushed)
_QUIET = TypeAdapter(c.Quiet)
_STUCK = TypeAdapter(c.Stuck)


def asked(happened: ev.OwnEvent) -> tuple[c.WorkCommand, ...]:
    """The command an own event carries; raises pydantic's ValidationError when it does not fit, which is a bug of ours."""
    match happened.kind:
        case "agent_replied":
            return (_ACCEPT_REPLY.validate_python(happened.fields),)
        case "over_budget":
            return (_OVER_BUDGET.validate_python(happened.fields),)
        case "paid":
            return (_PAID.validate_python(happened.fields),)
        case "synced":
            return (_SYNCED.validate_python(happened.fields),)
        case "wrote":
            return (_WROTE.validate_python(happened.fields),)
        case "write_failed":
            return (_WRITE_FAILED.validate_python(happened.fields),)
        case "checks":
            return (_CHECKS.validate_python(happened.fields),)
        case "kept":
            return (_KEPT.validate_python(happened.fields),)
        case "prd_edited":
            return (_PRD_EDITED.validate_python(happened.fields),)
        case "pushed":
            return (_PUSHED.validate_python(happened.fields),)
        case "quiet":
            return (_QUIET.validate_python(happened.fields),)
        case "room":
            return (c.RoomMade(),)
        case "stuck":
            return (_STUCK.validate_python(happened.fields),)
        case "wake":
            return ()
        case _:
            assert_never(happened.kind)
