"""What tokens cost, in millionths of a dollar; figures of https://platform.claude.com/docs/en/about-claude/pricing."""

import pytest

from config.budgets import Caps
from config.prices import PRICES, Price, price_of
from config.settings import Settings, SettingsError

NEEDED = {"GITHUB_APP_ID": "1", "GITHUB_PRIVATE_KEY": "k", "GITHUB_WEBHOOK_SECRET": "s" * 32}


@pytest.mark.parametrize(
    ("model", "price"),
    [
        ("claude-sonnet-5-5", Price(2_000_000, 10_000_000, 2_500_000, 200_000)),
        ("claude-sonnet-5-5-20260930", Price(2_000_000, 10_000_000, 2_500_000, 200_000)),
        ("claude-sonnet-4-6", Price(3_000_000, 15_000_000, 3_750_000, 300_000)),
        ("claude-opus-5-5", Price(4_000_000, 20_000_000, 5_000_000, 200_000)),
        ("claude-opus-4-1", Price(15_000_000, 75_000_000, 18_750_000, 1_500_000)),
        ("claude-haiku-4-5", Price(1_000_000, 5_000_000, 1_250_000, 100_000)),
    ],
)
def test_a_model_costs_what_the_longest_name_that_fits_says(model: str, price: Price) -> None:
    assert price_of(model) == price


@pytest.mark.parametrize("model", ["", "gpt", "claude", "claude-sonnetto-9", "sonnet", "CLAUDE-SONNET-5"])
def test_an_unknown_model_costs_as_much_as_the_dearest(model: str) -> None:
    assert price_of(model) == Price(15_000_000, 75_000_000, 18_750_000, 1_500_000)


def test_no_known_model_is_dearer_than_an_unknown_one() -> None:
    dearest = price_of("unknown")
    for price in PRICES.values():
        assert price.cost(input_=1, output=1, cache_write=1, cache_read=1) <= dearest.cost(
            input_=1, output=1, cache_write=1, cache_read=1
        )


def test_the_operators_word_wins() -> None:
    assert price_of("claude-sonnet-5-5", input_dollars=1.0) == Price(
        1_000_000, 10_000_000, 1_250_000, 1_000_000
    )
    assert price_of("mine", input_dollars=0.5, output_dollars=2.0) == Price(
        500_000, 2_000_000, 625_000, 500_000
    )


@pytest.mark.parametrize(
    ("tokens", "cost"),
    [
        ({}, 0),
        ({"input_": 1}, 2),
        ({"output": 1}, 10),
        ({"cache_read": 1}, 1),
        ({"cache_write": 3}, 8),
        ({"input_": 1_000_000, "output": 1_000_000, "cache_read": 1_000_000}, 12_200_000),
    ],
)
def test_cost_is_a_whole_number_rounded_up(tokens: dict[str, int], cost: int) -> None:
    assert price_of("claude-sonnet-5-5").cost(**tokens) == cost


def test_the_worst_case_takes_every_token_for_the_dearest_kind() -> None:
    assert price_of("claude-sonnet-5-5").worst(1_000, output=4_000) == 2_500 + 40_000


def test_budgets_and_prices_are_settings() -> None:
    settings = Settings.read(NEEDED)
    assert settings.caps == Caps(2_000_000, 5_000_000, 50_000_000, 200_000_000)
    assert settings.price == price_of("claude-sonnet-5-5")
    told = Settings.read(
        {
            **NEEDED,
            "SIGNALBOX_BUDGET_CALL": "0.5",
            "SIGNALBOX_BUDGET_RUN": "7.25",
            "SIGNALBOX_BUDGET_REPOSITORY_DAY": "0",
            "SIGNALBOX_BUDGET_DAY": "1000",
            "SIGNALBOX_PRICE_INPUT": "1",
            "SIGNALBOX_PRICE_OUTPUT": "3",
        }
    )
    assert told.caps == Caps(500_000, 7_250_000, 0, 1_000_000_000)
    assert (told.price.input, told.price.output) == (1_000_000, 3_000_000)


@pytest.mark.parametrize("value", ["-1", "lots", "inf", "nan", "$5"])
def test_a_budget_that_is_no_amount_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match="SIGNALBOX_BUDGET_RUN"):
        Settings.read({**NEEDED, "SIGNALBOX_BUDGET_RUN": value})
