"""Products that are of one kind and built like no other of it: a box in the field, a bot in a chat, a scheduled job, code that declares."""

import re

from agents.builtin.planning.drawing.declaring import declared
from agents.builtin.planning.drawing.kind import RULED_OUT
from agents.builtin.planning.drawing.kind_words import LIVES_IN_A_CHAT
from agents.builtin.planning.drawing.later import LATER
from agents.builtin.planning.drawing.mandates import Mandate
from agents.builtin.planning.drawing.moving import move_of, moved
from agents.builtin.planning.drawing.shape_agent import AGENT, hands_on
from agents.builtin.planning.drawing.shape_parts import CORE, KEEPS, Part, Shape
from agents.builtin.planning.drawing.shapes import SHAPES
from agents.builtin.planning.drawing.shapes_box import A_BOT, boxed
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring
from agents.schemas.architecture import ProductKind

# A program that people speak to in a chat they have open anyway.
IN_A_CHAT = occurring(
    r"\b(?:slack|discord|telegram|teams|whatsapp|chat|irc|matrix|signal|mattermost) ?bot\b"
    r"|\b(?:slack|discord|telegram|teams|whatsapp|mattermost) app\b"
    r"|\b(?:slack|discord|telegram|whatsapp|mattermost|signal): i\b"
    r"|\bthe bot\b|\bbot (?:for|in|on) (?:our |the |my |your |an? )?(?:[\w'’-]+ ){0,2}?(?:slack|discord|telegram|teams|whatsapp|irc|matrix|signal|mattermost)\b"
    r"|\b(?:slack|discord|telegram|mattermost|teams)\b[^/\n]{0,60}(?<!\S)/[a-z]{2,20}\b(?![/.])"
    rf"|{LIVES_IN_A_CHAT}"
)
CHAT = re.compile(r"slack|discord|telegram|teams|whatsapp|irc|matrix|signal|mattermost", re.IGNORECASE)
WELL_KNOWN = re.compile(r"\b(?:slack|discord|telegram|whatsapp|mattermost|microsoft teams)\b", re.IGNORECASE)
# A bot that buys and sells speaks with a market, and tells in a chat what it did.
FOR_MONEY = re.compile(r"\btrading (?:bot|agent)\b|\bbot\b[^.\n]{0,40} trades?\b", re.IGNORECASE)
PAGES_TOO = occurring(r"\bweb (?:app|page|portal|ui|dashboard|interface)|\bdashboard\b")
BOT = Shape(
    title="a chat bot",
    parts=(
        Part(
            "chat",
            "Chat",
            "interface",
            "Takes messages and commands from the chat, and answers there.",
            serves=(
                r"\bbot\b|\bpost(?:s|ed)?\b|\breact|\brepl(?:y|ies)\b|\banswers?\b|\basks?\b|\bmessages?\b|\bchannels?\b"
                r"|\bthreads?\b|\bmention|\bcommands?\b|\bdms?\b|\bslash\b|(?<!\S)/[a-z]|(?<!\S)#[a-z]"
            ),
            also=r"chat|commands|messages|slash commands|bot|integration",
        ),
        CORE,
        Part(
            "worker",
            "Timer",
            "worker",
            "Does what is due at its time, once, also after a restart.",
            serves=rf"{LATER}|\bat \d{{1,2}}(?::\d\d| ?[ap]m)\b|\bafter \d+ (?:minutes?|hours?|days?)\b",
            optional=True,
            also=r"workers?|scheduler?|timers?|background (?:jobs|work|tasks)|jobs",
        ),
        Part(
            "store",
            "Database",
            "store",
            "Keeps what must survive a restart.",
            "SQLite",
            serves=KEEPS,
            also=r"databases?|data model|data storage|storage|persistence",
        ),
    ),
    wires=(
        ("chat", "core", "calls"),
        ("core", "store", "reads and writes"),
        ("core", "worker", "hands over"),
        ("worker", "store", "reads and writes"),
    ),
    entry="chat",
    guard="chat",
    core="core",
    keeper="store",
    language="Python",
    headline="One bot with a small store of its own",
    why="people are in the chat already, so it brings no pages and no sign-in of its own",
    gives_up="it can do only what the chat allows, and nothing while the chat is down",
    rejected=(
        ("A web application beside the chat", "nothing in the PRD needs pages of its own"),
        ("The chat's own workflow builder", "its rules could not be tested, nor moved to another chat"),
    ),
    runs_on="a container that is always up",
)
ON_A_TIMER = re.compile(
    r"\bcron ?jobs?\b|\bscheduled (?:job|task)\b"
    r"|\b(?:script|job|program) (?:that |which )?(?:is )?(?:runs?|run|started) (?:once )?(?:every|each) ",
    re.IGNORECASE,
)
OF_DATA = re.compile(
    r"\bwarehouse\b|\b(?:data ?)?lake\b|\be[tl][tl]\b|\bingest|\btransform|\bdata ?sets?\b|\bpipelines?\b|\brows\b",
    re.IGNORECASE,
)
ARRIVING = re.compile(
    r"\bstructured streaming\b|\bflink\b|\bkafka streams\b|\bkinesis\b|\b(?:event|data|the) streams?\b|\bstream processing\b"
    r"|\bwithin \d+ (?:seconds?|minutes?) (?:of|after) (?:their |its |the )?arriv|\bas (?:they|events) arrive\b|\bnear[- ]real[- ]?time\b",
    re.IGNORECASE,
)


def in_a_chat(entries: Entries) -> bool:
    """Whether people speak to it in a chat, and it has no pages beside."""
    told = f"{entries.opening}\n{entries.all_text()}"
    spoken = IN_A_CHAT.search(told) or (A_BOT.search(told) and WELL_KNOWN.search(told))
    return (
        spoken is not None
        and not PAGES_TOO.search(RULED_OUT.out_of_lines(told))
        and not FOR_MONEY.search(told)
    )


def alike(kind: ProductKind, entries: Entries, named: tuple[Mandate, ...], *, served: bool) -> Shape | None:
    """The shape of such a product, or nothing where the usual one of its kind fits; a mandated database server makes it `served`."""
    told = f"{entries.opening}\n{entries.all_text()}"
    match kind:
        case "service" if box := boxed(entries, served=served):
            return box
        case "service" if in_a_chat(entries):
            return BOT
        case "service" if hands_on(entries) and not served:
            return AGENT
        case "pipeline" if ARRIVING.search(told):
            return _stream(SHAPES[kind])
        case "pipeline" if ON_A_TIMER.search(told) and not OF_DATA.search(told):
            return _job(SHAPES[kind])
        case "infrastructure" if move := move_of(entries.opening):
            return moved(move)
        case "infrastructure":
            return declared(SHAPES[kind], entries, named)
        case _:
            return None


def chat_of(entries: Entries) -> str:
    """The name of the chat a bot lives in, as it is written by its makers; empty where none is named."""
    found = IN_A_CHAT.search(f"{entries.opening}\n{entries.all_text()}")
    named = (CHAT.search(found[0]) if found else None) or WELL_KNOWN.search(
        f"{entries.opening}\n{entries.all_text()}"
    )
    spelled = {"whatsapp": "WhatsApp", "teams": "Microsoft Teams", "irc": "IRC"}
    return spelled.get(named[0].casefold(), named[0].capitalize()) if named else ""


def _stream(shape: Shape) -> Shape:
    """Steps that run all the time and work on what arrives."""
    return shape._replace(
        title="a streaming pipeline",
        headline="One pipeline that works on events as they arrive",
        why="results are wanted soon after the events, and a batch would come too late",
        gives_up="it has to run all the time, and what arrives late has to be let in",
        rejected=(("One batch a night", "the PRD wants results sooner than that"),),
        runs_on="machines that are always up",
    )


def _job(shape: Shape) -> Shape:
    """What a schedule starts, and what ends when it is done."""
    return shape._replace(
        title="a scheduled job",
        headline="One job of plain steps, started on a schedule",
        why="it has nothing to do between two runs, so nothing is kept running",
        gives_up="what happens between two runs is seen at the next one",
        rejected=(
            ("A service that runs all the time", "nothing in the PRD has to happen between two runs"),
            ("A workflow engine", "a schedule and one program do until there are many jobs"),
        ),
    )
