"""Key pairs of Apps: making and checking one takes longer than most calls, so every stand-in gets the same ones again."""

from collections.abc import Callable
from itertools import count

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from sandbox.world import new_key

_made: list[RSAPrivateKey] = []


def in_order() -> Callable[[], RSAPrivateKey]:
    """Gives one stand-in its keys, each once; the next stand-in of this process gets them in the same order."""
    numbers = count()

    def key() -> RSAPrivateKey:
        number = next(numbers)
        if number == len(_made):
            _made.append(new_key())
        return _made[number]

    return key
