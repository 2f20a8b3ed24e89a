"""What the operator sets, read once from the environment, checked strictly and passed on as one frozen value."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import Url

from config.budgets import Caps, Dollars
from config.prices import MILLION, Price, price_of

SHORTEST_SECRET = 32
LOGIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})

# Each setting and the names it is read from, best first; the second names are those of Probot's documentation.
NAMES: Mapping[str, tuple[str, ...]] = {
    "github_url": ("GITHUB_URL",),
    "app_id": ("GITHUB_APP_ID", "APP_ID"),
    "private_key": ("GITHUB_PRIVATE_KEY", "PRIVATE_KEY"),
    "webhook_secret": ("GITHUB_WEBHOOK_SECRET", "WEBHOOK_SECRET"),
    "webhook_secret_previous": ("GITHUB_WEBHOOK_SECRET_PREVIOUS",),
    "webhook_secret_previous_until": ("GITHUB_WEBHOOK_SECRET_PREVIOUS_UNTIL",),
    "anthropic_api_key": ("ANTHROPIC_API_KEY",),
    "anthropic_base_url": ("ANTHROPIC_BASE_URL",),
    "model": ("SIGNALBOX_MODEL",),
    "data_dir": ("DATA_DIR",),
    "host": ("HOST",),
    "port": ("PORT",),
    "ledger_key": ("SIGNALBOX_LEDGER_KEY",),
    "ledger_keys_previous": ("SIGNALBOX_LEDGER_KEYS_PREVIOUS",),
    "writes_per_minute": ("SIGNALBOX_WRITES_PER_MINUTE",),
    "writes_per_hour": ("SIGNALBOX_WRITES_PER_HOUR",),
    "write_spacing_seconds": ("SIGNALBOX_WRITE_SPACING_SECONDS",),
    "approval_delay_seconds": ("SIGNALBOX_APPROVAL_DELAY_SECONDS",),
    "delivery": ("DELIVERY",),
    "sweep_seconds": ("SIGNALBOX_SWEEP_SECONDS",),
    "nudge_seconds": ("SIGNALBOX_NUDGE_SECONDS",),
    "accounts": ("SIGNALBOX_ACCOUNTS",),
    "database_url": ("DATABASE_URL",),
    "concurrency": ("SIGNALBOX_CONCURRENCY",),
    "model_calls": ("SIGNALBOX_MODEL_CALLS",),
    "budget_call": ("SIGNALBOX_BUDGET_CALL",),
    "budget_run": ("SIGNALBOX_BUDGET_RUN",),
    "budget_repository_day": ("SIGNALBOX_BUDGET_REPOSITORY_DAY",),
    "budget_day": ("SIGNALBOX_BUDGET_DAY",),
    "price_input": ("SIGNALBOX_PRICE_INPUT",),
    "price_output": ("SIGNALBOX_PRICE_OUTPUT",),
}


class SettingsError(Exception):
    """The settings cannot be used; the text has one line for each thing to change and never a value."""


class Settings(BaseModel):
    """Everything the operator decides.

    `private_key` is a PEM, base64 of a PEM, or the path of a file; whoever does I/O resolves it. Rates are content
    writes to GitHub for each installation, by the limits at
    https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits.
    `concurrency` is how many repositories are worked on at once, and `model_calls` how many questions are put to the
    model at once, in all processes together.
    `delivery` is how events come: `webhook` trusts GitHub to send each, `auto` also reads back what did not arrive, and
    `poll` reads everything back. `accounts` are the lower-case logins that may use this App; none named means all.
    `webhook_secret_previous_until` is when the secret before is refused again; without it, it is accepted as long as it is set.
    `ledger_keys_previous` are public keys, as PEM or the path of a file or folder, whose signatures still count.
    Budgets are dollars for one model call, one run, one repository's day and everybody's day; a day is one in UTC. Prices
    are dollars for a million tokens, for a model whose price is not known here or has changed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    github_url: str = "https://github.com"
    app_id: str = Field(pattern=r"^[A-Za-z0-9._-]+$")
    private_key: SecretStr
    webhook_secret: SecretStr
    webhook_secret_previous: SecretStr | None = None
    webhook_secret_previous_until: datetime | None = None
    anthropic_api_key: SecretStr | None = None
    anthropic_base_url: str = "https://api.anthropic.com"
    model: str = "claude-sonnet-5-5"
    data_dir: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    ledger_key: SecretStr | None = None
    ledger_keys_previous: str = ""
    writes_per_minute: int = Field(default=80, ge=1, le=100_000)
    writes_per_hour: int = Field(default=500, ge=1, le=1_000_000)
    write_spacing_seconds: float = Field(default=1.0, ge=0, le=60, allow_inf_nan=False)
    approval_delay_seconds: float = Field(default=60.0, ge=0, le=86_400, allow_inf_nan=False)
    delivery: Literal["auto", "webhook", "poll"] = "auto"
    sweep_seconds: float = Field(default=300.0, ge=5, le=86_400, allow_inf_nan=False)
    nudge_seconds: float = Field(default=3600.0, ge=0, le=2_592_000, allow_inf_nan=False)
    accounts: frozenset[str] | None = None
    database_url: SecretStr | None = None
    concurrency: int = Field(default=5, ge=1, le=1000)
    model_calls: int = Field(default=5, ge=1, le=1000)
    budget_call: Dollars = 2.0
    budget_run: Dollars = 5.0
    budget_repository_day: Dollars = 50.0
    budget_day: Dollars = 200.0
    price_input: Dollars | None = None
    price_output: Dollars | None = None

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Self:
        """The settings in `environ`; empty values count as unset. Raises SettingsError naming everything that is wrong."""
        wrong = [f"{name} is not a setting of Signalbox." for name in _unknown(environ)]
        values = {setting: value for setting, names in NAMES.items() if (value := _first(environ, names))}
        try:
            settings = cls.model_validate(values)
        except ValidationError as error:
            wrong += [
                _line(item["loc"], item["type"], item["msg"]) for item in error.errors(include_input=False)
            ]
        else:
            if not wrong:
                return settings
        raise SettingsError("\n".join(wrong))

    @property
    def rest_url(self) -> str:
        """The base of the REST API, without a slash at its end."""
        return apis(self.github_url)[0]

    @property
    def graphql_url(self) -> str:
        """The one address of the GraphQL API."""
        return apis(self.github_url)[1]

    @property
    def webhook_secrets(self) -> tuple[bytes, ...]:
        """The secrets a delivery may be signed with: the current one and, during a rotation, the one before."""
        both = (self.webhook_secret, self.webhook_secret_previous)
        return tuple(secret.get_secret_value().encode() for secret in both if secret is not None)

    @property
    def caps(self) -> Caps:
        """The budgets, in millionths of a dollar."""
        return Caps(
            call=_millionths(self.budget_call),
            run=_millionths(self.budget_run),
            repository_day=_millionths(self.budget_repository_day),
            day=_millionths(self.budget_day),
        )

    @property
    def price(self) -> Price:
        """What the model's tokens cost."""
        return price_of(self.model, input_dollars=self.price_input, output_dollars=self.price_output)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret value, so that logs can be kept clean of them."""
        every = (
            self.private_key,
            self.webhook_secret,
            self.webhook_secret_previous,
            self.anthropic_api_key,
            self.ledger_key,
            self.database_url,
        )
        url = _address(self.database_url.get_secret_value()) if self.database_url else None
        inside = (url.password,) if url is not None and url.password else ()
        return (*(secret.get_secret_value() for secret in every if secret is not None), *inside)

    @field_validator("github_url", "anthropic_base_url")
    @classmethod
    def _plain_address(cls, value: str) -> str:
        address = _address(value)
        if address is None or address.scheme not in {"https", "http"} or not address.host:
            raise ValueError("must be an address such as https://github.example.com")
        if address.scheme == "http" and address.host not in LOCAL_HOSTS:
            raise ValueError(
                "must be https, because tokens travel over it; plain http is for this machine only"
            )
        if address.query is not None or address.fragment is not None or address.username or address.password:
            raise ValueError("must hold no user name, query or fragment")
        return value.rstrip("/")

    @field_validator("webhook_secret", "webhook_secret_previous")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().encode()) < SHORTEST_SECRET:
            raise ValueError(
                f"must be at least {SHORTEST_SECRET} bytes long, because whoever guesses it speaks as GitHub;"
                " `openssl rand -hex 32` makes one"
            )
        return value

    @field_validator("webhook_secret_previous_until", mode="before")
    @classmethod
    def _a_time(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            raise ValueError("must be a time such as 2026-12-01 or 2026-12-01T18:00+01:00") from None
        return read if read.tzinfo else read.replace(tzinfo=UTC)

    @field_validator("accounts", mode="before")
    @classmethod
    def _logins(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        logins = [login.strip().removeprefix("@").lower() for login in value.split(",") if login.strip()]
        if not logins or not all(LOGIN.fullmatch(login) for login in logins):
            raise ValueError("must be account names with commas between them, such as acme,mona")
        return frozenset(logins)

    @field_validator("database_url")
    @classmethod
    def _postgresql(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise ValueError(
                "must be the address of a PostgreSQL database, such as postgresql://user:password@host:5432/signalbox"
            )
        return value

    @model_validator(mode="after")
    def _one_ledger_key(self) -> Self:
        if self.database_url is not None and self.ledger_key is None:
            raise ValueError(
                "SIGNALBOX_LEDGER_KEY is not set, and with DATABASE_URL it is needed, because all processes must sign with the same"
                " key; `openssl genpkey -algorithm ed25519` makes one"
            )
        return self


def _millionths(dollars: float) -> int:
    return round(dollars * MILLION)


def _unknown(environ: Mapping[str, str]) -> list[str]:
    known = {name for names in NAMES.values() for name in names}
    return sorted(name for name in environ if name.startswith("SIGNALBOX_") and name not in known)


def _first(environ: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((value for name in names if (value := environ.get(name, "").strip())), "")


def _line(where: tuple[int | str, ...], kind: str, what: str) -> str:
    what = what.removeprefix("Value error, ")
    if not where:
        return f"{what}."
    name = NAMES[str(where[0])][0]
    return f"{name} is not set." if kind == "missing" else f"{name} {what[:1].lower()}{what[1:]}."


def _address(text: str) -> Url | None:
    try:
        return Url(text)
    except ValueError:
        return None


def apis(github_url: str) -> tuple[str, str]:
    """The addresses of REST and GraphQL: of github.com, of Enterprise Cloud with data residency, and of an Enterprise Server."""
    host = Url(github_url).host or ""
    if host in {"github.com", "api.github.com"}:
        return "https://api.github.com", "https://api.github.com/graphql"
    # https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency
    if host.endswith(".ghe.com"):
        return f"https://api.{host}", f"https://api.{host}/graphql"
    return f"{github_url}/api/v3", f"{github_url}/api/graphql"
