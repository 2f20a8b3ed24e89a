"""Log lines are JSON, say what they belong to, and hold no secret."""

import base64
import io
import json
import logging
from collections.abc import Iterator
from urllib.parse import quote

import pytest
import structlog

from bot.log import Redactor, about, configure, logger

SECRET = "correct horse/battery+staple=42"
STRUCTURED = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA0123456789\nabc\n-----END RSA PRIVATE KEY-----"


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, level_now = handlers, level
    root.setLevel(level_now)
    structlog.reset_defaults()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SECRET, id="as it is"),
        pytest.param(quote(SECRET, safe=""), id="URL-quoted"),
        pytest.param(base64.b64encode(SECRET.encode()).decode(), id="base64"),
        pytest.param(base64.urlsafe_b64encode(SECRET.encode()).decode(), id="URL-safe base64"),
        pytest.param(base64.b64encode(b"x-access-token:" + SECRET.encode()).decode(), id="basic auth"),
        pytest.param(base64.b64encode(b"u:" + SECRET.encode() + b"\n").decode(), id="base64 at an odd place"),
        pytest.param(repr(SECRET.encode()), id="bytes"),
        pytest.param("ghs_0123456789abcdefABCDEF", id="installation token"),
        pytest.param("github_pat_11AAAAAAA0123456789_abcdef", id="fine-grained token"),
        pytest.param("sk-ant-api03-0123456789abcdef", id="Anthropic key"),
        pytest.param("Authorization: Bearer abcdefghijklmnop0123", id="bearer"),
        pytest.param("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMjM0NSJ9.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw", id="JWT"),
        pytest.param(STRUCTURED, id="PEM"),
        pytest.param(STRUCTURED[:60], id="half a PEM"),
        pytest.param("https://user:hunter2hunter2@host/x", id="password in an address"),
    ],
)
def test_a_secret_is_gone_wherever_it_stands(text: str) -> None:
    redactor = Redactor([SECRET])
    for placed in (text, f"before {text} after", f'{{"k": "{text}"}}'):
        shown = redactor.text(placed)
        assert "[redacted]" in shown
        for part in ("correct horse", "battery", "0123456789", "hunter2", "c2lnbmF0", "Y29ycmVjdCBob3"):
            assert part not in shown


def test_ordinary_text_stays() -> None:
    text = "run 1/7 moved to PLAN_PROPOSED at 3f9c0a, token budget 4000, https://github.com/acme/api/issues/7"
    assert Redactor([SECRET, "short", ""]).text(text) == text


def test_a_secret_that_is_part_of_the_mark_does_no_harm() -> None:
    assert Redactor(["redacted"]).text("redacted redacted") == "[redacted] [redacted]"


def test_a_line_is_json_with_its_delivery_and_run_and_without_secrets() -> None:
    stream = io.StringIO()
    configure(secrets=[SECRET], stream=stream)
    with about(delivery="d-1", run="1/7"):
        logger("bot.worker").info("claimed", attempt=2, nested={"k": [SECRET, {"deep": SECRET}]}, body=b"123")
        try:
            int(SECRET)
        except ValueError:
            logger("bot.worker").exception("failed")
    logging.getLogger("aiohttp.access").warning("slow %s", SECRET)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(lines) == 3
    claimed, failed, foreign = lines
    assert (claimed["event"], claimed["delivery"], claimed["run"], claimed["attempt"]) == (
        "claimed",
        "d-1",
        "1/7",
        2,
    )
    assert claimed["nested"] == {"k": ["[redacted]", {"deep": "[redacted]"}]}
    assert claimed["body"] == "3 bytes"
    assert claimed["level"] == "info"
    assert "ValueError: invalid literal" in failed["exception"]
    assert foreign["event"] == "slow [redacted]"
    assert "run" not in foreign
