"""Nothing in the project names the machine it was made on, a package index of its own, or a secret that counts."""

import re
from pathlib import PurePosixPath

import pytest

from tests.shape.sources import ROOT, tracked

# Written apart, so that this file does not hold what it looks for.
PLACES = {
    "a home folder": re.compile(r"(?<![\w./])/(?:" + r"root|home/[a-z][\w-]*)/(?!\.\.\.)"),
    "a registry": re.compile(
        rf"--(?:extra-)?{'index'}-url|PIP_(?:EXTRA_)?INDEX_URL|UV_(?:EXTRA_)?INDEX|\"{'resolved'}\": \"",
        re.IGNORECASE,
    ),
    "an address in a private network": re.compile(
        r"(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\d.])"
    ),
}
SECRETS = {
    "a private key": re.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE" + " KEY-----\n[A-Za-z0-9+/=\n]{100,}"),
    "a token of GitHub's": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github" + r"_pat_[A-Za-z0-9_]{60,})"),
    "a key of Anthropic's": re.compile(r"\bsk-" + r"ant-[A-Za-z0-9-]{3,}-[A-Za-z0-9_-]{60,}"),
    "a key of AWS's": re.compile(r"\bAKIA" + r"(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}\b"),
}
# Text that is compressed, or binary.
UNREAD = {".gz", ".png", ".jpg", ".ico", ".woff2", ".zip"}


def texts() -> list[tuple[str, str]]:
    """Every file of the project that is text."""
    return [
        (name, (ROOT / name).read_bytes().decode("utf-8", "replace"))
        for name in tracked()
        if PurePosixPath(name).suffix not in UNREAD
    ]


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}: {match[0][:60]!r}" for name, text in texts() for match in [pattern.search(text)] if match
    ]


@pytest.mark.parametrize("what", PLACES)
def test_no_file_names(what: str) -> None:
    assert found(PLACES[what]) == []


@pytest.mark.parametrize("what", SECRETS)
def test_no_file_holds(what: str) -> None:
    assert found(SECRETS[what]) == []


def test_no_file_is_named_like_a_secret() -> None:
    named = [
        name
        for name in tracked()
        if PurePosixPath(name).suffix in {".pem", ".key", ".p12", ".pfx", ".sqlite", ".db"}
        or PurePosixPath(name).name in {".env", "id_rsa", "id_ed25519", ".netrc", ".npmrc", ".pypirc"}
    ]
    assert named == []


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a home folder", "open /ro" + "ot/x"),
        ("a registry", "pip --index" + "-url x"),
        ("a registry", '"resol' + 'ved": "https://a.test/x.tgz"'),
        ("an address in a private network", "http://10." + "1.2.3:80"),
    ],
)
def test_the_patterns_see_what_they_look_for(what: str, text: str) -> None:
    assert PLACES[what].search(text)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a private key", "-----BEGIN RSA PRIVATE" + " KEY-----\n" + "A" * 120),
        ("a token of GitHub's", "ghs" + "_" + "a" * 36),
        ("a key of Anthropic's", "sk-" + "ant-api03-" + "a" * 80),
        ("a key of AWS's", "AKIA" + "ABCDEFGHIJKLMNOP"),
    ],
)
def test_the_patterns_see_secrets(what: str, text: str) -> None:
    assert SECRETS[what].search(text)
