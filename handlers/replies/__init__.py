"""Every word the App says: values in, Markdown out."""

from handlers.replies.card import card
from handlers.replies.checks import GatesAction, GatesCheck, gates_check
from handlers.replies.issues import slice_issue, unit_issue
from handlers.replies.labels import LABELS, run_label
from handlers.replies.notices import notice
from handlers.replies.pointers import kept_for_later, landed, pointer, said_elsewhere
from handlers.replies.proof import proof, with_proof
from handlers.replies.pulls import commit_message, plan_pull_request, unit_pull_request
from handlers.replies.redrawn import redrawn
from handlers.replies.refusals import broken_ledger, refusal, unreadable
from handlers.replies.reviews import lines_in, marker_of, review
from handlers.replies.shown import shown
from handlers.replies.view import View

__all__ = [
    "LABELS",
    "GatesAction",
    "GatesCheck",
    "View",
    "broken_ledger",
    "card",
    "commit_message",
    "gates_check",
    "kept_for_later",
    "landed",
    "lines_in",
    "marker_of",
    "notice",
    "plan_pull_request",
    "pointer",
    "proof",
    "redrawn",
    "refusal",
    "review",
    "run_label",
    "said_elsewhere",
    "shown",
    "slice_issue",
    "unit_issue",
    "unit_pull_request",
    "unreadable",
    "with_proof",
]
