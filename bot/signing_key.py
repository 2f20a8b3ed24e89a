"""The key that signs ledgers: the operator's, or one made on first start and kept in the data folder; and its forerunners."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bot.errors import Misconfigured
from policies.chain import key_id

_PUBLIC = re.compile(rb"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----", re.DOTALL)


class NoPublicKey(ValueError):
    """What was given holds no public key, or one of another kind; the text goes on from the name of its source."""


def signing_key(given: str, path: Path) -> Ed25519PrivateKey:
    """The key in the PEM `given`, else the one in the file at `path`, made (mode 0600) when there is none."""
    if given:
        return _read(given.replace("\\n", "\n").encode(), "SIGNALBOX_LEDGER_KEY")
    if path.exists():
        return _read(path.read_bytes(), str(path))
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
    return key


def public_pem(key: Ed25519PublicKey) -> bytes:
    """The public half as people publish it."""
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def public_keys(pem: bytes) -> tuple[Ed25519PublicKey, ...]:
    """Every public key in a PEM text; raises NoPublicKey when there is none or one is not an Ed25519 key."""
    found: list[Ed25519PublicKey] = []
    for block in _PUBLIC.findall(pem):
        try:
            key = serialization.load_pem_public_key(block)
        except (ValueError, UnsupportedAlgorithm) as error:
            raise NoPublicKey("holds no public key in PEM form") from error
        if not isinstance(key, Ed25519PublicKey):
            raise NoPublicKey("holds a key that is not an Ed25519 key")
        found.append(key)
    if not found:
        raise NoPublicKey("holds no public key in PEM form")
    return tuple(found)


def previous_keys(given: str) -> Mapping[str, Ed25519PublicKey]:
    """Key id -> key of the keys that signed before: `given` is PEM text, or the path of a file or folder of it."""
    if not given:
        return {}
    try:
        keys = [key for pem in _pems(given) for key in public_keys(pem)]
    except OSError as error:
        raise Misconfigured(f"SIGNALBOX_LEDGER_KEYS_PREVIOUS cannot be read: {error.strerror}.") from error
    except NoPublicKey as error:
        raise Misconfigured(f"SIGNALBOX_LEDGER_KEYS_PREVIOUS {error}.") from error
    return {key_id(key): key for key in keys}


def _pems(given: str) -> Iterable[bytes]:
    if "-----BEGIN" in given:
        return [given.replace("\\n", "\n").encode()]
    path = Path(given)
    files = sorted(path.glob("*.pem")) if path.is_dir() else [path]
    return [file.read_bytes() for file in files]


def _read(pem: bytes, where: str) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except ValueError as error:
        raise Misconfigured(f"{where} does not hold a PEM private key.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Misconfigured(f"{where} holds a key of another kind; an Ed25519 key is needed.")
    return key
