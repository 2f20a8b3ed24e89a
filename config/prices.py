"""What a model's tokens cost, in millionths of a dollar, so that money is counted in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """Millionths of a dollar for a million tokens of each kind; `cache_write` is for the five-minute cache."""

    input: int
    output: int
    cache_write: int
    cache_read: int

    def cost(self, *, input_: int = 0, output: int = 0, cache_write: int = 0, cache_read: int = 0) -> int:
        """What so many tokens cost, in millionths of a dollar, rounded up."""
        exact = (
            input_ * self.input
            + output * self.output
            + cache_write * self.cache_write
            + cache_read * self.cache_read
        )
        return -(-exact // MILLION)

    def worst(self, input_: int, *, output: int) -> int:
        """The most that so many tokens of input can cost, whatever the cache does, with so many of output."""
        dearest = max(self.input, self.cache_write, self.cache_read)
        return -(-(input_ * dearest + output * self.output) // MILLION)


def _dollars(input_: float, output: float, cache_read: float) -> Price:
    # Writing the five-minute cache costs a quarter more than plain input.
    return Price(
        round(input_ * MILLION),
        round(output * MILLION),
        round(input_ * MILLION * 5 / 4),
        round(cache_read * MILLION),
    )


# By the beginning of the model's name, the longest that fits; as published in October 2026 at
# https://platform.claude.com/docs/en/about-claude/pricing. Where a price depends on the length of the prompt, the higher.
PRICES: Final[Mapping[str, Price]] = MappingProxyType(
    {
        "claude-fable": _dollars(10, 50, 1.00),
        "claude-mythos": _dollars(10, 50, 1.00),
        "claude-opus": _dollars(15, 75, 1.50),
        "claude-opus-4-5": _dollars(5, 25, 0.50),
        "claude-opus-4-6": _dollars(5, 25, 0.50),
        "claude-opus-4-7": _dollars(5, 25, 0.50),
        "claude-opus-4-8": _dollars(5, 25, 0.50),
        "claude-opus-5": _dollars(5, 25, 0.50),
        "claude-opus-5-5": _dollars(4, 20, 0.20),
        "claude-sonnet": _dollars(3, 15, 0.30),
        "claude-sonnet-5": _dollars(2, 10, 0.20),
        "claude-haiku": _dollars(1, 5, 0.10),
        "claude-haiku-5-5": _dollars(0.50, 2.50, 0.05),
    }
)


def price_of(model: str, *, input_dollars: float | None = None, output_dollars: float | None = None) -> Price:
    """The price of a model; an unknown one costs as much as the dearest known, and the operator's word wins.

    `input_dollars` and `output_dollars` are for a million tokens; with the first, cache writes follow at five quarters
    of it and cache reads at its full price.
    """
    known = max((name for name in PRICES if _fits(model, name)), key=len, default="")
    price = PRICES[known] if known else _dearest()
    if input_dollars is not None:
        told = _dollars(input_dollars, 0, input_dollars)
        price = Price(told.input, price.output, told.cache_write, told.cache_read)
    if output_dollars is not None:
        price = Price(price.input, round(output_dollars * MILLION), price.cache_write, price.cache_read)
    return price


def _fits(model: str, name: str) -> bool:
    return model == name or model.startswith(f"{name}-")


def _dearest() -> Price:
    every = PRICES.values()
    return Price(
        max(each.input for each in every),
        max(each.output for each in every),
        max(each.cache_write for each in every),
        max(each.cache_read for each in every),
    )
