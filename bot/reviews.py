"""Reads what the deliveries about a review leave out: the review itself, and its comments on lines."""

from typing import Any

from bot.github import PAGE, Reader
from bot.ledger import Loaded
from handlers import reviews, route

Payload = dict[str, Any]


async def whole(reader: Reader, loaded: Loaded, event: str, payload: Payload) -> Payload:
    """The payload with its review and that review's `line_comments`, and whether there are `more_lines` than are read.

    As it came, without a call, when it is about no review, or about one that counted before.

    https://docs.github.com/en/rest/pulls/reviews#list-comments-for-a-pull-request-review
    """
    told = route.review_of(event, payload)
    if told is None or loaded.run is None or reviews.cause(told.review_id) in loaded.run.causes:
        return payload
    path = f"{loaded.place.path}/pulls/{told.thread.number}/reviews/{told.review_id}"
    # A reviewer can only take a review back while nobody else sees it, so one that was told of is there to be read.
    review = payload.get("review") or await reader.get_unless_gone(path)
    whole_review = {**payload, "review": review}
    known = route.review_of(event, whole_review)
    if review is not None and review.get("id") != told.review_id:
        raise ValueError("what GitHub answered is not the review that was asked for")
    if review is None or known is None or not reviews.counts(known):
        return whole_review
    # Anybody can review a pull request in public, so one page of their comments is all the reading they get.
    first = await reader.first_page(f"{path}/comments")
    return {**whole_review, "line_comments": first, "more_lines": len(first) >= PAGE}
