"""Chains to verify: signed with keys everybody knows."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from policies.chain import Record, key_id, sign

LENGTH = 60
RUN = "octo/shop#7"
KEY = Ed25519PrivateKey.from_private_bytes(b"\x01" * 32)
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"\x02" * 32)
KEYS = {key_id(KEY.public_key()): KEY.public_key()}


def chain(
    length: int = LENGTH, *, key: Ed25519PrivateKey = KEY, run: str = RUN, word: str = "said"
) -> tuple[Record, ...]:
    records: list[Record] = []
    for number in range(length):
        records.append(
            sign(
                key,
                previous=records[-1] if records else None,
                run=run,
                at=f"2026-01-01T00:00:{number % 60:02d}Z",
                type="paused",
                data={"why": f"{word} {number}", "by": {"id": number, "login": "mona"}},
            )
        )
    return tuple(records)
