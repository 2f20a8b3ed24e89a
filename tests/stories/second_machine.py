"""A second machine beside the first: what it is started with."""

from pydantic import SecretStr

from bot.demo.servers import free_port
from config.settings import Settings
from tests.stories.stage import Play


def beside(play: Play) -> Settings:
    """The settings of a second machine: the same App and ledger key, another folder and port."""
    key = (play.data / "ledger_key.pem").read_text()
    folder = play.data.parent / "second"
    return play.settings.model_copy(
        update={"data_dir": folder, "port": free_port(), "ledger_key": SecretStr(key)}
    )
