"""A state label that GitHub does not show at once is taken off all the same: one says whose turn it is, and no other."""

from collections.abc import Mapping

from tests.stories.prds import TOOLS
from tests.stories.stage import Play


class Late:
    """A port that does not find, once, the label that is to be taken off."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self.left = 1

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        if method == "DELETE" and "/labels/" in url and self.left:
            self.left -= 1
            return 404, {"content-type": "application/json"}, b'{"message": "Label does not exist"}'
        return await self._play.recorder(method, url, headers, body)


async def test_a_label_that_is_not_found_once_is_tried_again(play: Play) -> None:
    await play.opens("mona", TOOLS)
    assert await play.labels() == ["signalbox/your-turn"]
    port = play.port = Late(play)
    await play.stop()
    await play.start()

    await play.says("raj", "/pause")

    assert port.left == 0
    assert await play.labels() == ["signalbox/paused"]
