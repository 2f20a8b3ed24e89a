"""Structured log lines: JSON, with the delivery and run they belong to, and never a secret in them."""

import base64
import logging
import re
import sys
from collections.abc import Iterable, MutableMapping
from contextlib import AbstractContextManager
from typing import Any, TextIO
from urllib.parse import quote

import structlog

REDACTED = "[redacted]"
# Shorter values than this would hide ordinary words.
SHORTEST = 8

# GitHub's tokens, Anthropic's keys, JWTs, bearer headers, PEM blocks and passwords in addresses.
SHAPES = (
    r"gh[pousr]_[A-Za-z0-9_]{16,}",
    r"github_pat_[A-Za-z0-9_]{20,}",
    r"sk-ant-[A-Za-z0-9_-]{10,}",
    r"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}",
    r"(?i:\b(?:bearer|token|basic)\s+)[A-Za-z0-9._~+/=-]{16,}",
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)",
    r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)",
)


class Redactor:
    """Replaces secrets in one pass: the registered ones, as they are, base64 and URL-quoted, and anything shaped like one."""

    def __init__(self, secrets: Iterable[str]) -> None:
        forms = {form for secret in secrets for form in _forms(secret)}
        # The longest first, so that no part of a longer one is left over.
        known = [re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))]
        self._pattern = re.compile("|".join([*known, *SHAPES]))

    def text(self, text: str) -> str:
        """The text without secrets."""
        return self._pattern.sub(REDACTED, text)

    def value(self, value: object) -> object:
        """A log value without secrets, at any depth; what is no plain value is shown as text."""
        match value:
            case None | bool() | int() | float():
                return value
            case dict():
                return {self.text(str(key)): self.value(inner) for key, inner in value.items()}
            case list() | tuple():
                return [self.value(inner) for inner in value]
            case bytes():
                return f"{len(value)} bytes"
            case _:
                return self.text(str(value))

    def __call__(
        self, _logger: object, _method: str, line: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """As a structlog processor."""
        return {self.text(key): self.value(value) for key, value in line.items()}


def configure(*, secrets: Iterable[str], stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Log everything, the libraries' lines too, as redacted JSON lines on `stream` (stderr by default)."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                Redactor(secrets),
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # It says a line for each job, which our own lines say better.
    logging.getLogger("procrastinate").setLevel(max(level, logging.WARNING))


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """A logger; what `about` bound is on each of its lines."""
    bound: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return bound


def about(*, delivery: str, run: str) -> AbstractContextManager[None]:
    """A block whose log lines, in this task, all carry the delivery and the run."""
    return structlog.contextvars.bound_contextvars(delivery=delivery, run=run)


def _forms(secret: str) -> set[str]:
    secret = secret.strip()
    if len(secret) < SHORTEST:
        return set()
    raw = secret.encode()
    forms = {secret, quote(secret, safe=""), repr(secret)[1:-1]}
    # Inside a longer base64 text the secret can start at any of three places; the ends that mix with neighbours are cut.
    for lead in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            text = encode(b"\0" * lead + raw).decode().rstrip("=")
            start = {0: 0, 1: 2, 2: 3}[lead]
            end = len(text) - (1 if (lead + len(raw)) % 3 else 0)
            forms.add(text[start:end])
    forms |= {line for line in secret.splitlines() if len(line) >= 40}
    return {form for form in forms if len(form) >= SHORTEST}
