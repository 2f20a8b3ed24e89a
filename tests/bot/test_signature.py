"""Only who knows the secret is let in."""

import hashlib
import hmac

import pytest

from bot.signature import sign, signed

SECRET = b"It's a Secret to Everybody"
BODY = b"Hello, World!"
# The vector GitHub publishes: https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
VECTOR = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"


def test_githubs_published_vector_is_accepted() -> None:
    assert signed(BODY, signature=VECTOR, secrets=(SECRET,))
    assert sign(BODY, SECRET) == VECTOR


@pytest.mark.parametrize("secrets", [(b"other", SECRET), (SECRET, b"other")], ids=["previous", "current"])
def test_either_secret_of_a_rotation_is_accepted(secrets: tuple[bytes, ...]) -> None:
    assert signed(BODY, signature=VECTOR, secrets=secrets)


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param("", id="empty"),
        pytest.param("sha256=", id="prefix only"),
        pytest.param(VECTOR.removeprefix("sha256="), id="no prefix"),
        pytest.param(VECTOR.upper(), id="upper case"),
        pytest.param("sha256=" + VECTOR[7:].upper(), id="upper-case hex"),
        pytest.param(VECTOR[:-1], id="cut"),
        pytest.param(VECTOR + "0", id="longer"),
        pytest.param(VECTOR + "\n", id="new line at the end"),
        pytest.param(" " + VECTOR, id="space in front"),
        pytest.param(f"{VECTOR}, {VECTOR}", id="two in one"),
        pytest.param("sha256=" + "é" * 64, id="not ASCII"),
        pytest.param("sha256=" + "\udcff" * 64, id="not even Unicode"),
        pytest.param("sha1=" + hmac.new(SECRET, BODY, hashlib.sha1).hexdigest(), id="SHA-1"),
        pytest.param("sha512=" + hmac.new(SECRET, BODY, hashlib.sha512).hexdigest(), id="SHA-512"),
        pytest.param("sha256=" + hmac.new(b"", BODY, hashlib.sha256).hexdigest(), id="empty secret"),
        pytest.param("sha256=" + hmac.new(b"guess", BODY, hashlib.sha256).hexdigest(), id="other secret"),
        pytest.param("sha256=" + hashlib.sha256(BODY).hexdigest(), id="plain digest"),
    ],
)
def test_every_other_signature_is_refused(signature: str) -> None:
    assert not signed(BODY, signature=signature, secrets=(SECRET,))


@pytest.mark.parametrize("body", [b"", b"Hello, World", b"Hello, World!\n", b"hello, world!"])
def test_another_body_is_refused(body: bytes) -> None:
    assert not signed(body, signature=VECTOR, secrets=(SECRET,))


def test_an_empty_secret_accepts_nothing() -> None:
    assert not signed(BODY, signature=sign(BODY, b""), secrets=(b"",))
    assert not signed(BODY, signature=VECTOR, secrets=())
