"""No credential passes, wherever it stands; ordinary code and examples do.

The credentials are put together here from made-up parts, so that this file holds none.
"""

import random
import string
from pathlib import Path

import pytest

from policies.credentials import find
from policies.gates import secrets
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.patchsets import before_gates, edit, new

_DRAW = random.Random(7)


def made(length: int, letters: str = string.ascii_letters + string.digits) -> str:
    return "".join(_DRAW.choice(letters) for _ in range(length))


HEX = "0123456789abcdef"
UPPER = string.ascii_uppercase + string.digits
CAPITALS_AND_DIGITS = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"

TOKENS: dict[str, str] = {
    "GitHub classic": "ghp_" + made(36),
    "GitHub server": "ghs_" + made(36),
    "GitHub refresh": "ghr_" + made(76),
    "GitHub fine-grained": "github_pat_" + made(22) + "_" + made(59),
    "GitLab": "glpat-" + made(20),
    "Anthropic": "sk-ant-api03-" + made(93) + "AA",
    "OpenAI project": "sk-proj-" + made(48),
    "OpenAI classic": "sk-" + made(20) + "T3Blbk" + "FJ" + made(20),
    "AWS key id": "AKIA" + made(16, UPPER),
    "AWS temporary": "ASIA" + made(16, UPPER),
    "Google": "AIza" + made(35),
    "Google OAuth": "GOCSPX-" + made(28),
    "npm": "npm_" + made(36),
    "PyPI": "pypi-AgEIcHlwaS5vcmc" + made(80),
    "Slack bot": "xoxb-" + made(12, string.digits) + "-" + made(12, string.digits) + "-" + made(24),
    "Slack app": "xapp-1-" + made(11, UPPER) + "-" + made(13, string.digits) + "-" + made(64, HEX),
    "Slack hook": "https://hooks.slack.com/services/T"
    + made(8, UPPER)
    + "/B"
    + made(8, UPPER)
    + "/"
    + made(24),
    "Stripe": "sk_live_" + made(24),
    "Stripe restricted": "rk_live_" + made(24),
    "SendGrid": "SG." + made(22) + "." + made(43),
    "Twilio": "SK" + made(32, HEX),
    "Mailchimp": made(32, HEX) + "-us12",
    "Telegram": made(9, string.digits) + ":AA" + made(33),
    "Discord": "MTk" + made(21) + "." + made(6) + "." + made(27),
    "Hugging Face": "hf_" + made(34),
    "DigitalOcean": "dop_v1_" + made(64, HEX),
    "Databricks": "dapi" + made(32, HEX),
    "Vault": "hvs." + made(90),
    "Shopify": "shpat_" + made(32, HEX),
    "Grafana": "glsa_" + made(32) + "_" + made(8, HEX),
    "Sentry": "sntrys_" + made(60),
    "Linear": "lin_api_" + made(40),
    "age": "AGE-SECRET-KEY-1" + made(58, CAPITALS_AND_DIGITS),
    "JWT": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + made(43),
    "private key": "-----BEGIN RSA " + "PRIVATE KEY-----",
    "encrypted private key": "-----BEGIN ENCRYPTED " + "PRIVATE KEY-----",
    "PGP private key": "-----BEGIN PGP " + "PRIVATE KEY BLOCK-----",
}

PLACEMENTS: dict[str, str] = {
    "bare": "{}\n",
    "prose": "Please use {} for the staging server, thanks.\n",
    "python": "TOKEN = '{}'\n",
    "yaml": "service:\n  token: {}\n",
    "json": '{{"token": "{}", "more": 1}}\n',
    "comment": "x = 1  # was {}\n",
    "url": "curl https://example.com/?key={}&x=1\n",
    "long line": "x" * 5000 + " {} " + "y" * 5000 + "\n",
}


@pytest.mark.parametrize("placement", PLACEMENTS.values(), ids=PLACEMENTS)
@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS)
def test_a_credential_is_blocked_wherever_it_stands(token: str, placement: str) -> None:
    content = "import os\n" + placement.format(token)
    verdict = secrets.judge(before_gates(new("src/a.py"), new("src/b.py", content)))
    assert isinstance(verdict, Block)
    assert verdict.evidence[0].startswith("src/b.py:")
    assert token not in str(verdict)


SEAMS: dict[str, str] = {
    "plus": '"{}" + "{}"',
    "side by side": "'{}' '{}'",
    "two lines": '(\n    "{}"\n    "{}"\n)',
    "list": "['{}', '{}']",
    "formatted": '"{}" f"{}"',
}


@pytest.mark.parametrize("seam", SEAMS.values(), ids=SEAMS)
@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS)
def test_a_credential_in_two_literals_is_put_together_again(token: str, seam: str) -> None:
    half = len(token) // 2
    content = "TOKEN = " + seam.format(token[:half], token[half:]) + "\n"
    assert isinstance(secrets.judge(before_gates(new("src/a.py", content))), Block)


def test_an_aws_secret_is_known_by_its_name() -> None:
    content = "aws_secret_access_key = " + made(40, string.ascii_letters + string.digits + "/+")
    assert isinstance(secrets.judge(before_gates(new("config.ini", content))), Block)


@pytest.mark.parametrize(
    "content",
    [
        'password = "hunter22"\n',
        "DATABASE_URL = 'postgres://shop:q7Gh2kLm@db.internal/shop'\n",
        'api_key = "q7Gh2kLmPz"\n',
        'SEED = "' + made(40) + '"\n',
    ],
    ids=["password", "address", "key", "random"],
)
def test_what_may_be_a_password_is_shown(content: str) -> None:
    assert isinstance(secrets.judge(before_gates(new("src/a.py", content))), Warn)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "x = 1\n",
        'password = os.environ["PASSWORD"]\n',
        'password = ""\n',
        'password = "changeme"\n',
        'password = "<your password>"\n',
        'password = "${DB_PASSWORD}"\n',
        "POSTGRES_PASSWORD: postgres\n",
        "DATABASE_URL=postgres://shop:changeme@localhost:5432/shop\n",
        "DATABASE_URL=postgres://shop:$DB_PASSWORD@localhost:5432/shop\n",
        "GITHUB_TOKEN=ghp_" + "x" * 36 + "\n",
        "AWS_ACCESS_KEY_ID = 'AKIA" + "IOSFODNN7EXAMPLE'\n",
        "commit = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'\n",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n",
        "id = '123e4567-e89b-12d3-a456-426614174000'\n",
        "-----BEGIN PUBLIC KEY-----\n",
        "secretary = 'Grace Hopper'\n",
        "def reset_password(user: User) -> None: ...\n",
        "https://github.com/octo/shop/blob/main/README.md#how-to-use-it\n",
    ],
    ids=ascii,
)
def test_ordinary_code_and_examples_pass(content: str) -> None:
    assert isinstance(secrets.judge(before_gates(new("src/a.py", content))), Pass)


def test_what_was_there_before_does_not_count_again() -> None:
    old = f"TOKEN = '{TOKENS['npm']}'\n"
    assert isinstance(secrets.judge(before_gates(edit("a.py", old, old + "x = 1\n"))), Pass)
    assert isinstance(secrets.judge(before_gates(edit("a.py", "x = 1\n", old))), Block)


def test_the_line_is_told() -> None:
    verdict = secrets.judge(before_gates(new("a.py", f"\n\nx = '{TOKENS['npm']}'\n")))
    assert isinstance(verdict, Block)
    assert verdict.evidence == ("a.py:3: npm token",)


def test_a_patchset_too_large_to_search_is_blocked() -> None:
    verdict = secrets.judge(before_gates(new("a", "a" * 1024 * 1024), new("b", "b")))
    assert isinstance(verdict, Block)
    assert verdict.reason == "The patchset is too large to be searched for credentials."


def test_this_projects_own_code_holds_nothing_that_blocks() -> None:
    root = Path(__file__).parents[3]
    for folder in ("policies", "agents", "config", "handlers"):
        for file in sorted((root / folder).rglob("*.py")):
            assert [found for found in find(file.read_text()) if found.sure] == [], file
