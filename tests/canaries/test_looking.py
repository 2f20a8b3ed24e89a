"""The search finds what it must find, or finding nothing would mean nothing."""

import base64
import json
from urllib.parse import quote

import pytest

from tests.canaries.looking import found

SECRET = "canary/with+odd=characters & 0123456789"
PEM = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAcHBwcHBwcHBwcHBwcH\n-----END PRIVATE KEY-----\n"


@pytest.mark.parametrize(
    "place",
    [
        SECRET,
        f"x{SECRET}y",
        quote(SECRET, safe=""),
        json.dumps({"k": SECRET}),
        json.dumps({"k": json.dumps({"k": PEM})}),
        base64.b64encode(SECRET.encode()).decode(),
        base64.b64encode(b"x-access-token:" + SECRET.encode()).decode(),
        base64.urlsafe_b64encode(b"u:" + SECRET.encode() + b":p").decode(),
        SECRET.encode().hex(),
        repr(PEM),
        PEM.replace("\n", " "),
        SECRET.encode(),
    ],
)
def test_a_secret_is_found_in_every_form(place: str | bytes) -> None:
    assert len(found({"secret": SECRET, "pem": PEM}, {"place": place})) == 1


def test_nothing_is_found_where_nothing_is() -> None:
    assert found({"secret": SECRET, "pem": PEM}, {"place": "an ordinary line", "bytes": b"\0\1"}) == []
