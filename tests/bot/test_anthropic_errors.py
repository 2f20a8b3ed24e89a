"""What each error the SDK knows comes to: either it is waited out in the queue, or a person is told once."""

import anthropic
import pytest
from anthropic._error_classes import ERROR_CLASSES

from agents.ask import Unanswered
from bot.anthropic_provider import Anthropic
from bot.budget import Purse
from bot.errors import Retry
from bot.queue_sqlite import SqliteQueue
from tests.bot.asking import GOOD, QUESTION, purse_of
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.messages_api import Fail, MessagesApi

# Whether waiting can help, by status. A status the SDK names and this table does not fails the test below.
LATER = {
    400: False, 401: False, 402: False, 403: False, 404: False, 412: False, 413: False, 422: False, 431: False,
    408: True, 409: True, 429: True, 499: True, 501: True, 503: True, 504: True, 529: True,
}  # fmt: skip
NOT_LATER = {"contract_spend_limit_reached", "enforced_spend_limit_reached"}
KNOWN = sorted(ERROR_CLASSES, key=str)
# Not an answer with a status: nobody was reached, something was lost on the way, or nothing could be asked.
OTHERS = {
    "APIConnectionError", "APITimeoutError", "APIResponseValidationError", "APIWebhookValidationError", "RetryableError",
    "CredentialsError", "IdentityTokenFileError", "InternalServerError",
}  # fmt: skip


@pytest.mark.parametrize(("status", "code"), KNOWN, ids=[f"{status} {code or ''}" for status, code in KNOWN])
async def test_every_error_is_waited_out_or_told(  # noqa: PLR0917  # fixtures, and the two of the table
    model: Anthropic, api: MessagesApi, queue: SqliteQueue, clock: ManualClock, status: int, code: str | None
) -> None:
    api.script = [Fail(status, "some_error", f"your key {api.key} and your text", code=code or ""), GOOD]
    purse = purse_of(queue, clock)
    if LATER[status] and code not in NOT_LATER:
        with pytest.raises(Retry) as raised:
            await model.ask(QUESTION, purse)
        said = raised.value.why
        assert raised.value.at >= clock() + 30
    else:
        answered = await model.ask(QUESTION, purse)
        assert isinstance(answered, Unanswered)
        said = answered.reason
        assert f"({status} {code or 'some_error'})" in said
    assert api.key not in said
    assert len(api.requests) == 1
    # The provider said no, so nothing was charged.
    assert int(await queue.cached("budget/run/9/12") or b"") == 0


@pytest.mark.parametrize(
    ("fail", "says"),
    [
        (
            Fail(401, "authentication_error"),
            "401 authentication_error); whoever operates the App must look at its API key",
        ),
        (
            Fail(402, "billing_error"),
            "402 billing_error); whoever operates the App must look at the billing of its account",
        ),
        (
            Fail(429, "rate_limit_error", code="enforced_spend_limit_reached"),
            "429 enforced_spend_limit_reached); whoever operates the App must look at the spending limit of its account",
        ),
        (Fail(400, "invalid_request_error"), "400 invalid_request_error)"),
        (Fail(418, "teapot"), "418 teapot)"),
    ],
    ids=["key", "billing", "spending", "request", "unknown"],
)
async def test_whoever_can_do_something_is_named(
    model: Anthropic, api: MessagesApi, purse: Purse, fail: Fail, says: str
) -> None:
    api.script = [fail]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Unanswered)
    assert answered.reason == f"Anthropic refused the request ({says}"


@pytest.mark.parametrize(
    ("fail", "kind"),
    [
        (Fail(413, "request_too_large"), "413 request_too_large"),
        (
            Fail(400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"),
            "400 invalid_request_error",
        ),
        (
            Fail(
                400,
                "invalid_request_error",
                "input length and `max_tokens` exceed context limit: 190000 + 24000",
            ),
            "400 invalid_request_error",
        ),
    ],
    ids=["bytes", "tokens", "tokens of the answer"],
)
async def test_a_question_that_is_too_long_is_said_to_be_so(
    model: Anthropic, api: MessagesApi, purse: Purse, fail: Fail, kind: str
) -> None:
    api.script = [fail]
    answered = await model.ask(QUESTION, purse)
    assert isinstance(answered, Unanswered)
    assert (
        answered.reason
        == f"what was asked is longer than the model can read ({kind}); shorten it or split it"
    )


def test_no_error_of_the_sdk_is_left_out() -> None:
    def below(kind: type[BaseException]) -> set[type[BaseException]]:
        return {kind}.union(*(below(each) for each in kind.__subclasses__()))

    with_status = set(ERROR_CLASSES.values()) | {anthropic.APIStatusError}
    bare = {anthropic.AnthropicError, anthropic.APIError}
    names = {
        each.__name__
        for each in below(anthropic.AnthropicError) - with_status - bare
        if each.__module__ == "anthropic"
    }
    assert names == OTHERS
    assert {status for status, _ in ERROR_CLASSES} == set(LATER)
