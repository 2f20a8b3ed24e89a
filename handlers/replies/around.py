"""Rows of the status card about the world around a run: what GitHub held up, what became of the repository, a wrong clock."""

from collections.abc import Mapping

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import Became, Hurdle, View
from policies.run import Run

Rows = tuple[tuple[str, str], ...]

# Our clock may be so many seconds off before anybody is told.
CLOCK_MAY_BE_OFF = 120.0

# What happened, and what a person could do if it happened again.
_HURDLES: Mapping[Hurdle, str] = {
    "limited": "GitHub asked for fewer calls, so I made none until {at}. Nobody need do anything",
    "unreadable": "GitHub's answers could not be read, so I took nothing from them and asked again at {at}. If it lasts, look "
    "at GitHub's status page",
    "refused": "GitHub did not accept my credentials and I asked again at {at}. If it lasts, whoever operates me should look at my "
    "key and my clock",
    "no access": "GitHub showed me nothing of this repository, so I tried again at {at}. If I am to stay away, say `/stop`; "
    "otherwise leave me in the list of repositories of my installation",
    "read only": "nothing could be written here, because the repository was archived or the conversation locked, so I tried again "
    "at {at}. If it is to stay so, say `/stop` first",
    "stumbled": "a step broke off, by a mistake of mine or an answer of GitHub's that lacked something, so I began it again at "
    "{at}. If it lasts, I stop and ask for a person",
}

# What became of the repository, what I do about it, and what a person may do.
_BECAME: Mapping[Became, str] = {
    "renamed": "this repository is called {after} now, and was {before}. I went on under its new name. Nobody need do anything",
    "transferred": "this repository is {after} now, and was {before}. I went on there, and whose yes counts is asked of its new "
    "owner. If I am to stay away, say `/stop`",
    "branch": "the default branch is {after} now, and was {before}. I write nothing that was drawn on {before}; `/refine` draws it "
    "again on {after}",
    "public": "this repository is public now, so anybody can read its PRD, its plans, its comments and this record. I went on as "
    "before. If it should not be, `/pause` me and make it private again",
    "rewritten": "the history of the default branch was written anew: it went from {before} to {after}. I write nothing on a commit "
    "that is gone from it, and say so when somebody approves; `/refine` draws it again",
}


def late(run: Run, view: View) -> Rows:
    """Since when and why an answer is waited for, when it is asked for again, and what comes if it never comes."""
    if view.late is None or run.overlay is not None:
        return ()
    since = (
        f"No answer since {w.day_and_time(view.late.since)}, in {view.late.tries} of {view.late.most} tries"
    )
    why = m.sentence(view.late.why, limit=160).removesuffix(".")
    again = f"I ask again by myself from {w.day_and_time(view.late.at)} on; nothing is lost"
    return (("Held up", f"{since}: {why}. {again}. After the last try I ask for a person"),)


def held_up(view: View) -> Rows:
    """What GitHub held the run up with lately, once it can be told."""
    if view.held_up is None:
        return ()
    told = _HURDLES[view.held_up.by].format(at=w.day_and_time(view.held_up.at))
    return (("Held up lately", f"{told}. I went on by myself; nothing is lost"),)


def changed(view: View) -> Rows:
    """What became of the repository lately, newest first."""
    newest = sorted(view.became, key=lambda each: each.at, reverse=True)
    return tuple(
        ("Changed lately", f"{_told(each.what, each.before, each.after)}. Nothing is lost") for each in newest
    )


def clock(view: View) -> Rows:
    """That the times shown are wrong, where they are."""
    if abs(view.clock_behind) < CLOCK_MAY_BE_OFF:
        return ()
    minutes = round(abs(view.clock_behind) / 60)
    way = "behind" if view.clock_behind > 0 else "ahead of"
    told = (
        f"the clock of the machine I run on is about {minutes} minutes {way} GitHub's, and so are the times I show. Nothing else "
        "comes of it. Whoever operates me should set it"
    )
    return (("Clock", told),)


def _told(what: Became, before: str, after: str) -> str:
    return _BECAME[what].format(before=m.code(before), after=m.code(after))
