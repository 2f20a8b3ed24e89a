"""The outside parts that are known well enough to be started in a container."""

import re
from dataclasses import dataclass

from agents.schemas.architecture import Component


@dataclass(frozen=True, slots=True)
class Container:
    """An outside part for local development; `secret` is the variable a person sets, `data` the folder inside."""

    service: str
    image: str
    port: int
    data: str
    secret: str = ""


_CONTAINERS: tuple[tuple[str, Container], ...] = (
    (
        r"postgres",
        Container("postgres", "postgres:16", 5432, "/var/lib/postgresql/data", "POSTGRES_PASSWORD"),
    ),
    (r"mysql", Container("mysql", "mysql:8.4", 3306, "/var/lib/mysql", "MYSQL_ROOT_PASSWORD")),
    (r"mariadb", Container("mariadb", "mariadb:11.4", 3306, "/var/lib/mysql", "MARIADB_ROOT_PASSWORD")),
    (r"mongo", Container("mongo", "mongo:7", 27017, "/data/db")),
    (r"redis|valkey", Container("redis", "redis:7", 6379, "/data")),
    (r"rabbitmq", Container("rabbitmq", "rabbitmq:3", 5672, "/var/lib/rabbitmq")),
)


def container_of(part: Component) -> Container | None:
    """The container of a store or a queue, where its technology is one of those we know."""
    said = f"{part.technology} {part.name}"
    return next((each for pattern, each in _CONTAINERS if re.search(pattern, said, re.IGNORECASE)), None)
