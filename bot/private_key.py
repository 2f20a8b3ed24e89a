"""Turns what the operator gave as a private key (a PEM, base64 of one, or a file's path) into the PEM itself."""

import base64
import binascii
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from bot.errors import Misconfigured

MARK = "-----BEGIN"
HOW = "Set GITHUB_PRIVATE_KEY to the App's key: the PEM itself, base64 of it, or the path of its file."


def app_key(given: str) -> str:
    """The PEM of the App's RSA key; raises Misconfigured, without showing the value, when there is none in `given`."""
    pem = _pem(given)
    parsed(pem)
    return pem


@lru_cache(maxsize=4)
def parsed(pem: str) -> RSAPrivateKey:
    """The key in a PEM, checked once, because the check takes longer than many signatures; raises Misconfigured."""
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"The App's private key is not a readable PEM. {HOW}") from error
    if not isinstance(key, RSAPrivateKey):
        raise Misconfigured(f"The App's private key is not an RSA key, and GitHub accepts no other. {HOW}")
    return key


def _pem(given: str) -> str:
    # Hosts that hold one line per variable keep a PEM with its line ends written as \n.
    text = given.strip().replace("\\n", "\n")
    if text.startswith(MARK):
        return text
    try:
        decoded = base64.b64decode("".join(text.split()), validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        decoded = ""
    if decoded.startswith(MARK):
        return decoded
    try:
        return Path(text).expanduser().read_text(encoding="ascii")
    except (OSError, ValueError) as error:
        raise Misconfigured(
            f"The App's private key is neither a PEM nor the path of a file that can be read. {HOW}"
        ) from error
