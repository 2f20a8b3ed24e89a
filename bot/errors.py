"""Everything the outer layer raises.

A refusal is not here: "no" to a person is a value with a reason, made by the rules.

    SignalboxError
    ├── Retry(at, why)             the world is flaky; the queue brings the job back at `at`
    │   ├── Limited                GitHub wants no calls before `at`
    │   ├── Garbled                a success that cannot be read: HTML, half a JSON document, a missing list
    │   └── OutcomeUnknown         a change was sent and no answer came; look before writing again
    ├── GitHubError(status, ...)   GitHub understood and said no
    │   ├── NotFound               404: not there, or not ours to see
    │   │   └── Gone               410
    │   ├── Unauthorized           401, also after one new token
    │   ├── Forbidden              403 that is not a rate limit
    │   ├── Conflict               409: somebody else was first
    │   ├── NoAccess               we may not look: uninstalled, suspended, or without this repository or permission
    │   ├── Invalid(errors)        422: the request itself is wrong, or the thing exists already
    │   └── Moved(location)        a change was sent to an old name
    ├── QueueUnavailable           nothing can be made durable: full, read-only, damaged or owned by another process
    ├── Misconfigured              the App cannot start like this; the text says what to set
    ├── Halted                     the run was ended by a person while work for it was in flight
    └── Bug                        our own mistake; the run stops and says so
"""

from typing import Any


class SignalboxError(Exception):
    """The root of everything raised here."""


class Retry(SignalboxError):
    """The same work may succeed later; `at` is seconds since 1970 and `why` is fit for a log and a status card."""

    def __init__(self, at: float, why: str) -> None:
        super().__init__(why)
        self.at = at
        self.why = why


class Limited(Retry):
    """GitHub asked us to stay away until `at`; no call is made with this installation before then."""


class Garbled(Retry):
    """An answer that claims success and cannot be read; it is never taken for an empty list."""


class OutcomeUnknown(Retry):
    """A change was sent and nobody knows whether it happened; whoever tries again looks first."""


class Halted(SignalboxError):
    """The run was ended while the work was done; the work was cancelled, and nothing may come of it."""


class GitHubError(SignalboxError):
    """GitHub's no: `status`, its own `message`, and the `method` and `path` it is about."""

    def __init__(self, status: int, message: str, *, method: str, path: str) -> None:
        super().__init__(f"{method} {path}: {status} {message}".rstrip())
        self.status = status
        self.message = message
        self.method = method
        self.path = path


class NotFound(GitHubError):
    """404: it does not exist, or this token may not know that it does."""


class Gone(NotFound):
    """410: it existed and was removed on purpose."""


class Unauthorized(GitHubError):
    """401 that a freshly minted token did not cure."""


class Forbidden(GitHubError):
    """403 for want of a permission, never for a rate limit."""


class NoAccess(GitHubError):
    """GitHub mints no token for this, or shows nothing of the repository: the App was uninstalled or suspended there, or lost it.

    It is no NotFound, so that nobody takes "we may not look" for "it is not there".
    """


class ReadOnly(NoAccess):
    """403: nobody writes there now, because the repository was archived or the conversation locked; both can be undone."""


class Conflict(GitHubError):
    """409: the ground moved under the request."""


class Invalid(GitHubError):
    """422: `errors` is GitHub's list of objects with `resource`, `field` and `code`, empty when it gave none."""

    def __init__(self, message: str, *, method: str, path: str, errors: tuple[Any, ...] = ()) -> None:
        super().__init__(422, message, method=method, path=path)
        self.errors = errors

    def says(self, code: str) -> bool:
        """Whether one of the errors carries this code, such as `already_exists`."""
        return any(isinstance(error, dict) and error.get("code") == code for error in self.errors)


class Moved(GitHubError):
    """The repository has a new address and a change is never repeated there unasked; `location` is where it is."""

    def __init__(self, status: int, location: str, *, method: str, path: str) -> None:
        super().__init__(status, f"moved to {location}", method=method, path=path)
        self.location = location


class QueueUnavailable(SignalboxError):
    """The queue cannot keep anything right now, so nothing may be acknowledged."""


class Misconfigured(SignalboxError):
    """The App refuses to start; the text says which setting and what to do."""


class Bug(SignalboxError):
    """A mistake of ours: never retried, always told."""
