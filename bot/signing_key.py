"""The key that signs ledgers: the operator's, or one made on first start and kept in the data folder."""

import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bot.errors import Misconfigured


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


def _read(pem: bytes, where: str) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except ValueError as error:
        raise Misconfigured(f"{where} does not hold a PEM private key.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Misconfigured(f"{where} holds a key of another kind; an Ed25519 key is needed.")
    return key
