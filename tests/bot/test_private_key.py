"""The App's key may be given in three ways, and a wrong one is never shown."""

import base64
from pathlib import Path

import pytest

from bot.errors import Misconfigured
from bot.private_key import app_key


def test_a_pem_its_base64_and_its_file_are_the_same_key(pem: str, tmp_path: Path) -> None:
    file = tmp_path / "app.pem"
    file.write_text(pem)
    wrapped = base64.encodebytes(pem.encode()).decode()
    for given in (
        pem,
        pem.strip().replace("\n", "\\n"),
        base64.b64encode(pem.encode()).decode(),
        wrapped,
        str(file),
    ):
        assert app_key(given).strip() == pem.strip()


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("/no/such/canary.pem", id="no file"),
        pytest.param("-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----", id="broken"),
        pytest.param(base64.b64encode(b"canary canary").decode(), id="base64 of something else"),
        pytest.param("canary" * 1000, id="too long for a path"),
        pytest.param(
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n"
            "-----END PRIVATE KEY-----\n",
            id="Ed25519",
        ),
    ],
)
def test_what_is_no_rsa_key_is_refused_without_showing_it(given: str) -> None:
    with pytest.raises(Misconfigured) as raised:
        app_key(given)
    assert "GITHUB_PRIVATE_KEY" in str(raised.value)
    assert "canary" not in str(raised.value)
