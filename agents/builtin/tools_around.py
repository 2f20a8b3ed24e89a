"""Tools with which a product is designed, built and kept, and which it does not talk to itself; and names of its own parts."""

import re
from collections.abc import Sequence
from itertools import pairwise

_DESIGN = r"(?:figma|figjam|sketch|storybook|adobe xd|zeplin|invision|balsamiq|miro|whimsical)"
_BUILDING = (
    r"(?:github actions?|gitlab ci(?:/cd)?|jenkins|circle ?ci|travis(?: ci)?|azure pipelines|azure devops|bitbucket pipelines|buildkite|teamcity)"
)  # fmt: skip
_WRITING = r"(?:claude code|cursor|(?:github )?copilot|openai codex|codex|windsurf|gemini cli)"
TOOLS = re.compile(rf"{_DESIGN}|{_BUILDING}|{_WRITING}", re.IGNORECASE)
# What is looked for behind these depends on a name; without them it need not be.
FROM = re.compile(r"\b(?:changed|deviat|mov|switch)\w*\b.* from ", re.IGNORECASE | re.DOTALL)
PLAYS = re.compile(r"\b(?:play|view|watch).* in ", re.IGNORECASE | re.DOTALL)
GOES_ON = re.compile(r"\w$")
COUNTED = re.compile(r"\w|\.\d|\(")
LOOKS = re.compile(r"theme|style|styling|palette|like|inspired", re.IGNORECASE)
HOSTS = re.compile(r"github|gitlab|bitbucket|gitea|codeberg", re.IGNORECASE)
# Where a product is sold or fetched, and what it has to do with there while it runs.
SHOPS = re.compile(
    r"(?:apple |ios |mac )?app ?store|(?:google )?play(?: store)?|(?:chrome )?web ?store|microsoft store|test ?flight|f-droid|vs ?code marketplace",
    re.IGNORECASE,
)
SOLD_THROUGH = (
    r"\b(?:billing|bought|buy|buys|in-app|payments?|purchases?|receipts?|reviews?|subscri\w+|connect api)\b"
)
# Ways to talk, and nobody who is talked to.
PROTOCOLS = re.compile(r"model context protocol|mcp|language server protocol|lsp|json-rpc|openapi|oauth ?2?(?:\.0)?", re.IGNORECASE)  # fmt: skip
# A product's own parts, under the names they have in a drawing.
PARTS = re.compile(
    r"(?:the |our )?(?:(?:own|internal|back-?end|front-?end|client|server|web|mobile|rest(?:ful)?|main|core|admin|public) )*"
    r"(?:apis?|app|back-?end|base|browser|client|core|database|front-?end|server|site|system|website)",
    re.IGNORECASE,
)
_DOES = (
    r"(?:calls?|closes?|comments?|connects?|creates?|exports?|fetch(?:es)?|files|imports?|integrates?|labels?|lists?|listens?|opens?|posts?|pulls?|reads?"
    r"|reports?|sends?|starts?|syncs?|talks?|triggers?|watch(?:es)?|works?|writes?)"
)


def is_around(name: str, told: Sequence[str]) -> bool:
    """Whether this is no system the product talks to, as far as `told` says."""
    near = [text for text in told if name.casefold() in text.casefold()]
    plain = re.escape(name)
    if PARTS.fullmatch(name):
        return not _any(rf"\b(?:customer'?s|existing|external|foreign|legacy|partner'?s|their|third-party) {plain}\b", near)  # fmt: skip
    if PROTOCOLS.fullmatch(name):
        return True
    if SHOPS.fullmatch(name):
        lines = [line for text in near for line in text.split("\n") if name.casefold() in line.casefold()]
        return bool(lines) and not _any(SOLD_THROUGH, lines)
    if TOOLS.fullmatch(name):
        return not _works_with(plain, near)
    if HOSTS.fullmatch(name):
        return bool(near) and all(_links(plain, text) for text in near) and not _works_with(plain, near)
    return bool(near) and all(
        _left(plain, text) or _shown(plain, text) or _counts(name, text) or _looks(plain, text)
        for text in near
    )


def _works_with(plain: str, near: Sequence[str]) -> bool:
    """Whether the product has to do with the tool itself: a plugin for it, a step in it, data from it or for it."""
    return _any(
        rf"\b{plain} (?:annotations?|apis?|apps?|events?|files are|hooks?|logs?|mcp|sessions?|oauth|plug-?ins?|sign-in|webhooks?)\b"
        rf"|\b(?:action|add-?on|app|bot|check|extension|integration|job|orb|plug-?in|step) (?:for|in|inside|of|with) (?:an? |our |the )?{plain}\b"
        rf"|\bas an? (?:[\w-]+ )?{plain}(?!\w)(?! (?:badge|job that (?:builds|tests)))"
        rf"|\b{_DOES} (?:[\w'’-]+ ){{0,5}}?(?:(?:from|to|with|in|into|on|of|through) )?(?:an? |our |the )?{plain}(?!\w)",
        near,
    )


def _links(plain: str, text: str) -> bool:
    """Whether the host of a repository is named here for an address, a number or the code that lies there, and for nothing else."""
    rest = re.sub(
        rf"{plain}\.(?:com|io|org)\S*"
        rf"|\b{plain} (?:actions?|discussions?|issues?|links?|projects?|readme|repo(?:sitor(?:y|ies)|s)?|sponsors?|stars?|tickets?|wiki)\b"
        rf"|\b(?:available|code|hosted|open[- ]source|published|pushed|source) (?:at|in|on|to) {plain}\b",
        " ",
        text,
        flags=re.IGNORECASE,
    )
    return re.search(rf"\b{plain}\b", rest, re.IGNORECASE) is None


def _left(plain: str, text: str) -> bool:
    """Whether it was chosen once and is no longer: `deviation from the original Acme pick`."""
    return FROM.search(text) is not None and bool(
        re.search(
            rf"\b(?:changed|deviation|deviates|moved|moving|switched|switching) (?:away )?from (?:the )?(?:original )?[\w/ ]{{0,40}}{plain}\b",
            text,
            re.IGNORECASE,
        )
    )


def _shown(plain: str, text: str) -> bool:
    """Whether it only shows what the product has made: `the file plays in VLC`."""
    return PLAYS.search(text) is not None and bool(
        re.search(rf"\b(?:playable|plays?|viewable|watched) (?:[\w-]+ ){{0,3}}in [^.;()]{{0,40}}{plain}\b", text, re.IGNORECASE)
    )  # fmt: skip


def _counts(name: str, text: str) -> bool:
    """Whether it is the number of a story and no name: `depends on S3.1`, `S3. Ask for a password`, `timeline (S1), password (S3)`."""
    plain = re.escape(name)
    if not name[-1:].isdigit():
        around = pairwise(text.casefold().split(name.casefold()))
        return all(GOES_ON.search(before) or COUNTED.match(behind) for before, behind in around)
    numbered = re.match(r"(.*\D)\d$", plain)
    if numbered and re.search(rf"\({numbered[1]}\d\)[^()]*\({numbered[1]}\d\)", text):
        text = re.sub(rf"\({plain}\)", "", text)
    return (
        re.search(rf"(?<!^)\b{plain}\b(?!\.\d|\()|^{plain}\b(?![.:)] |\.\d|\()", text, re.IGNORECASE) is None
    )


def _looks(plain: str, text: str) -> bool:
    """Whether it only says how the product looks: `themes (Linear, Magi)`, `a Linear-style interface`."""
    return LOOKS.search(text) is not None and bool(
        re.search(
            rf"\b(?:themes?|styles?|palettes?)\b[^.;()]{{0,20}}\([^()]*{plain}\b|\b{plain}[- ](?:like|style|styled|inspired|theme)\b"
            rf"|\binspired by [^.;()]{{0,30}}{plain}\b",
            text,
            re.IGNORECASE,
        )
    )


def _any(pattern: str, near: Sequence[str]) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for text in near)
