"""What a process on a shared queue looks at before it begins."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.compose import compose
from bot.errors import Misconfigured
from bot.signing_key import public_pem
from config.settings import Settings


def settings(url: str, pem: str, key: Ed25519PrivateKey, folder: Path, **more: str) -> Settings:
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return Settings.read(
        {
            "GITHUB_APP_ID": "1",
            "GITHUB_PRIVATE_KEY": pem,
            "GITHUB_WEBHOOK_SECRET": "a secret of thirty-two bytes or more",
            "DATABASE_URL": url,
            "DATA_DIR": str(folder / "none"),
            "SIGNALBOX_LEDGER_KEY": private,
            **more,
        }
    )


async def test_all_processes_sign_with_one_key_and_a_new_one_names_the_old(url: str, tmp_path: Path) -> None:
    app_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = app_key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()).decode()
    old, new = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    for _ in range(2):
        await (await compose(settings(url, pem, old, tmp_path))).close()
    with pytest.raises(Misconfigured, match="give all of them the same one"):
        await compose(settings(url, pem, new, tmp_path))
    previous = public_pem(old.public_key()).decode()
    changed = settings(url, pem, new, tmp_path, SIGNALBOX_LEDGER_KEYS_PREVIOUS=previous)
    await (await compose(changed)).close()
    with pytest.raises(Misconfigured, match="give all of them the same one"):
        await compose(settings(url, pem, old, tmp_path))
    assert not (tmp_path / "none").exists()
