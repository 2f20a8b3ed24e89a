"""Public keys as strangers get them: PEM files, a folder of them, or the `keys.json` that an App publishes."""

from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import TypeAdapter, ValidationError

from bot.signing_key import NoPublicKey, public_keys
from bot.verify.problems import NotChecked, NotVerified
from policies.chain import key_id
from policies.characters import visible


def keys_from(path: Path) -> Mapping[str, Ed25519PublicKey]:
    """Key id -> key of a PEM file with one or more public keys, of a folder of those, or of a JSON object of id -> PEM."""
    try:
        found = sorted(each for each in path.iterdir() if each.is_file()) if path.is_dir() else [path]
        contents = {each.name: each.read_bytes() for each in found}
    except OSError as error:
        raise NotChecked(f"{path} cannot be read: {error.strerror}") from error
    keys: dict[str, Ed25519PublicKey] = {}
    for name, content in contents.items():
        keys |= (
            keys_in_json(content, name=name)
            if content.lstrip()[:1] in {b"{", b"["}
            else keys_in_pem(content, name=name)
        )
    if not keys:
        raise NotChecked(f"{path} holds no public key in PEM form")
    return keys


def keys_in_json(content: bytes, *, name: str) -> Mapping[str, Ed25519PublicKey]:
    """The keys of a JSON object of id -> PEM; each must have the id it is listed under."""
    try:
        texts = TypeAdapter(dict[str, str]).validate_json(content)
    except ValidationError as error:
        raise NotChecked(f"{name} cannot be read: {error.errors()[0]['msg']}") from error
    keys: dict[str, Ed25519PublicKey] = {}
    for told, text in texts.items():
        for id_, key in keys_in_pem(text.encode(), name=name).items():
            if id_ != told:
                raise NotVerified(f"{name} holds the key {id_} under the name {visible(told)}")
            keys[id_] = key
    return keys


def keys_in_pem(content: bytes, *, name: str) -> Mapping[str, Ed25519PublicKey]:
    """The keys of a PEM file, one or several."""
    try:
        return {key_id(key): key for key in public_keys(content)}
    except NoPublicKey as error:
        raise NotChecked(f"{name} {error}") from error
