"""What the operator may set, and what is refused in which words."""

from datetime import UTC, datetime

import pytest

from config.settings import Settings, SettingsError

NEEDED = {
    "GITHUB_APP_ID": "12345",
    "GITHUB_PRIVATE_KEY": "-----BEGIN RSA PRIVATE KEY-----",
    "GITHUB_WEBHOOK_SECRET": "current-secret-of-at-least-32-bytes!",
}


def test_the_defaults_are_the_documented_ones() -> None:
    settings = Settings.read(NEEDED)
    assert settings.rest_url == "https://api.github.com"
    assert settings.graphql_url == "https://api.github.com/graphql"
    assert (str(settings.data_dir), settings.host, settings.port) == ("data", "127.0.0.1", 3000)
    assert (settings.writes_per_minute, settings.writes_per_hour, settings.write_spacing_seconds) == (
        80,
        500,
        1.0,
    )
    assert settings.approval_delay_seconds == 60.0
    assert settings.anthropic_api_key is None
    assert (settings.delivery, settings.sweep_seconds, settings.accounts) == ("auto", 300.0, None)
    assert settings.webhook_secrets == (b"current-secret-of-at-least-32-bytes!",)


@pytest.mark.parametrize(
    ("github_url", "rest", "graphql"),
    [
        ("https://github.com/", "https://api.github.com", "https://api.github.com/graphql"),
        (
            "https://git.acme.example",
            "https://git.acme.example/api/v3",
            "https://git.acme.example/api/graphql",
        ),
        ("https://acme.ghe.com", "https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql"),
        ("http://127.0.0.1:4000", "http://127.0.0.1:4000/api/v3", "http://127.0.0.1:4000/api/graphql"),
    ],
)
def test_one_address_gives_all(github_url: str, rest: str, graphql: str) -> None:
    settings = Settings.read({**NEEDED, "GITHUB_URL": github_url})
    assert (settings.rest_url, settings.graphql_url) == (rest, graphql)


def test_probots_names_are_read_too_and_ours_win() -> None:
    probot = {"APP_ID": "1", "PRIVATE_KEY": "k", "WEBHOOK_SECRET": "w" * 32}
    assert Settings.read(probot).app_id == "1"
    assert Settings.read({**probot, "GITHUB_APP_ID": "2"}).app_id == "2"


def test_two_secrets_are_accepted_during_a_rotation() -> None:
    settings = Settings.read(
        {**NEEDED, "GITHUB_WEBHOOK_SECRET_PREVIOUS": "previous-secret-of-at-least-32-bytes"}
    )
    assert settings.webhook_secrets == (
        b"current-secret-of-at-least-32-bytes!",
        b"previous-secret-of-at-least-32-bytes",
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-12-01", datetime(2026, 12, 1, tzinfo=UTC)),
        ("2026-12-01T18:00", datetime(2026, 12, 1, 18, tzinfo=UTC)),
        ("2026-12-01T18:00:00Z", datetime(2026, 12, 1, 18, tzinfo=UTC)),
        ("2026-12-01T18:00+01:00", datetime(2026, 12, 1, 17, tzinfo=UTC)),
    ],
)
def test_the_secret_before_may_have_an_end(written: str, read: datetime) -> None:
    settings = Settings.read({**NEEDED, "GITHUB_WEBHOOK_SECRET_PREVIOUS_UNTIL": written})
    assert settings.webhook_secret_previous_until == read


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        pytest.param({"GITHUB_APP_ID": ""}, "GITHUB_APP_ID is not set.", id="no app"),
        pytest.param({"GITHUB_PRIVATE_KEY": " "}, "GITHUB_PRIVATE_KEY is not set.", id="no key"),
        pytest.param({"GITHUB_WEBHOOK_SECRET": ""}, "GITHUB_WEBHOOK_SECRET is not set.", id="no secret"),
        pytest.param({"GITHUB_WEBHOOK_SECRET": "x" * 31}, "at least 32 bytes", id="short secret"),
        pytest.param(
            {"GITHUB_WEBHOOK_SECRET_PREVIOUS": "short"}, "GITHUB_WEBHOOK_SECRET_PREVIOUS must", id="short old"
        ),
        pytest.param(
            {"GITHUB_WEBHOOK_SECRET_PREVIOUS_UNTIL": "next week"},
            "GITHUB_WEBHOOK_SECRET_PREVIOUS_UNTIL must be a time such as 2026-12-01",
            id="no date",
        ),
        pytest.param({"GITHUB_URL": "http://git.acme.example"}, "GITHUB_URL must be https", id="plain http"),
        pytest.param({"GITHUB_URL": "git.acme.example"}, "GITHUB_URL must be an address", id="no scheme"),
        pytest.param(
            {"GITHUB_URL": "https://u:p@git.acme.example"}, "no user name", id="password in address"
        ),
        pytest.param(
            {"ANTHROPIC_BASE_URL": "http://evil.example"}, "ANTHROPIC_BASE_URL must be https", id="model http"
        ),
        pytest.param({"PORT": "70000"}, "PORT input should be less than or equal to 65535", id="port"),
        pytest.param(
            {"SIGNALBOX_WRITES_PER_MINUTE": "many"}, "SIGNALBOX_WRITES_PER_MINUTE input should", id="word"
        ),
        pytest.param({"SIGNALBOX_WRITE_SPACING_SECONDS": "nan"}, "SIGNALBOX_WRITE_SPACING_SECONDS", id="nan"),
        pytest.param({"SIGNALBOX_MODLE": "x"}, "SIGNALBOX_MODLE is not a setting of Signalbox.", id="typo"),
        pytest.param(
            {"DATABASE_URL": "mysql://u:pw@h/d", "SIGNALBOX_LEDGER_KEY": "x"},
            "DATABASE_URL must be the address of a PostgreSQL database",
            id="another database",
        ),
        pytest.param(
            {"DATABASE_URL": "postgresql://u:pw@h/d"},
            "SIGNALBOX_LEDGER_KEY is not set, and with DATABASE_URL it is needed",
            id="database without a key",
        ),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.read({**NEEDED, **changed})
    assert says in str(raised.value)


def test_everything_that_is_wrong_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.read({"SIGNALBOX_X": "1", "SIGNALBOX_Y": "2"})
    assert str(raised.value).splitlines() == [
        "SIGNALBOX_X is not a setting of Signalbox.",
        "SIGNALBOX_Y is not a setting of Signalbox.",
        "GITHUB_APP_ID is not set.",
        "GITHUB_PRIVATE_KEY is not set.",
        "GITHUB_WEBHOOK_SECRET is not set.",
    ]


def test_no_secret_is_ever_shown() -> None:
    secrets = {
        "GITHUB_PRIVATE_KEY": "canary-private-key",
        "GITHUB_WEBHOOK_SECRET": "canary-webhook-secret-of-32-bytes!!",
        "GITHUB_WEBHOOK_SECRET_PREVIOUS": "canary-previous-secret-of-32-bytes!",
        "ANTHROPIC_API_KEY": "canary-anthropic-key",
        "SIGNALBOX_LEDGER_KEY": "canary-ledger-key",
    }
    secrets["DATABASE_URL"] = "postgresql://u:canary-password@h/d"
    settings = Settings.read({**NEEDED, **secrets})
    assert sorted(settings.secrets) == sorted([*secrets.values(), "canary-password"])
    for shown in (repr(settings), str(settings), settings.model_dump_json(), repr(settings.model_dump())):
        assert "canary" not in shown
    with pytest.raises(SettingsError) as raised:
        Settings.read(
            {**NEEDED, **secrets, "GITHUB_WEBHOOK_SECRET": "canary-too-short", "DATABASE_URL": "canary"}
        )
    assert "canary" not in str(raised.value)


def test_settings_cannot_be_changed() -> None:
    settings = Settings.read(NEEDED)
    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1  # type: ignore[misc]  # the assignment is what is tested


def test_accounts_are_read_as_people_write_them() -> None:
    settings = Settings.read({**NEEDED, "SIGNALBOX_ACCOUNTS": "Acme, @mona,"})
    assert settings.accounts == frozenset({"acme", "mona"})


@pytest.mark.parametrize("accounts", [",", "acme mona", "acme/shop"])
def test_accounts_that_name_nobody_do_not_open_the_app_to_everybody(accounts: str) -> None:
    with pytest.raises(SettingsError, match="SIGNALBOX_ACCOUNTS must be account names"):
        Settings.read({**NEEDED, "SIGNALBOX_ACCOUNTS": accounts})


def test_accounts_given_as_names_stay_as_they_are() -> None:
    settings = Settings.read(NEEDED)
    given = Settings.model_validate({**settings.model_dump(), "accounts": frozenset({"acme"})})
    assert given.accounts == frozenset({"acme"})


def test_an_unknown_way_of_delivery_is_refused() -> None:
    with pytest.raises(SettingsError, match="DELIVERY input should be 'auto', 'webhook' or 'poll'"):
        Settings.read({**NEEDED, "DELIVERY": "sometimes"})
