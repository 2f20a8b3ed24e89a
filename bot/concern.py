"""Which deliveries are kept at the web door: those of a run, by the configuration of their repository as it was read last."""

from dataclasses import dataclass
from typing import Any

from bot import events
from bot.facts import Gatherer
from bot.pushes import PUSH
from handlers import route

# These names are the App's own; the signature does not cover the event's name, so nobody outside may use them.
_OWN = route.OWN_EVENTS | {events.ASK, events.SYNC}


@dataclass(frozen=True, slots=True)
class Concern:
    """Callable as the door asks: the queue's key of the run a delivery belongs to (`bot.events`), or None when it concerns none."""

    gatherer: Gatherer

    def __call__(self, event: str, payload: dict[str, Any]) -> str | None:
        """Pure but for the remembered configuration.

        Of a repository that was not read within the last minute, or since a push, any short form may count; a web process of
        its own never reads one. So every label is kept, and a short command wherever it could count, and the settings read for
        it decide.
        """
        if event in _OWN or self._is_own_suite(payload):
            return None
        repository, label = payload.get("repository"), payload.get("label")
        id_ = repository.get("id") if isinstance(repository, dict) else None
        if event == PUSH and isinstance(id_, int):
            self.gatherer.rules.doubts(id_)
        policy = self.gatherer.rules.remembered(id_) if isinstance(id_, int) else None
        short = policy.commands.short if policy is not None else "always"
        name = label.get("name") if isinstance(label, dict) else None
        known = policy.trigger_label if policy is not None else route.TRIGGER
        trigger = name if isinstance(name, str) else known
        run = route.run_key(
            event, payload, trigger_label=trigger, short="threads" if short == "never" else short
        )
        return events.keyed(run, id_) if run is not None and isinstance(id_, int) else run

    def _is_own_suite(self, payload: dict[str, Any]) -> bool:
        """Whether what has ended is the suite of what this App reports itself, which is no news to it."""
        suite = payload.get("check_suite")
        app = suite.get("app") if isinstance(suite, dict) else None
        return isinstance(app, dict) and str(app.get("id")) == self.gatherer.app_id
