"""What may happen to webhooks on their way: lost, sent twice, held back, or overtaken by later ones."""

import asyncio


class Mishaps:
    """`lose` and `duplicate` count the next deliveries that this happens to; `backwards` turns one batch round."""

    def __init__(self) -> None:
        self.lose = 0
        self.duplicate = 0
        self.backwards = False
        self.released = asyncio.Event()
        self.released.set()

    @property
    def held(self) -> bool:
        """Whether deliveries wait until they are let go."""
        return not self.released.is_set()

    def hold(self) -> None:
        """Keeps everything from now on."""
        self.released.clear()

    def release(self, *, backwards: bool) -> None:
        """Lets everything go that was held, the latest first when `backwards`."""
        self.backwards = backwards and self.held
        self.released.set()
