"""The shapes of what runs on people's own devices."""

from agents.builtin.planning.drawing.later import LATER
from agents.builtin.planning.drawing.shape_parts import CORE, KEEPS, SEEN, SHARED, Part, Shape
from agents.schemas.architecture import ProductKind

LOCAL: dict[ProductKind, Shape] = {
    "mobile_app": Shape(
        title="a mobile app",
        parts=(
            Part(
                "screens",
                "Screens",
                "client",
                "Shows the product on the phone and takes input.",
                serves=SEEN,
                also=r"ui|user interface|front-?end|screens",
            ),
            CORE,
            Part(
                "device_store",
                "On-device storage",
                "files",
                "Keeps the user's data on the phone.",
                "SQLite on the device",
                serves=KEEPS,
                also=r"(?:local |on-device )?(?:storage|database|data model|persistence)",
            ),
            Part(
                "sync",
                "Sync client",
                "worker",
                "Exchanges data with what is outside the phone, and waits when there is no network.",
                serves=SHARED,
                optional=True,
                also=r"sync(?:hroni[sz]ation)?",
            ),
        ),
        wires=(
            ("screens", "core", "calls"),
            ("core", "device_store", "reads and writes"),
            ("core", "sync", "hands over"),
        ),
        entry="screens",
        guard="core",
        core="core",
        keeper="device_store",
        language="",
        headline="One app that keeps its data on the phone",
        why="the phone is where the product is used, and it must answer without a network",
        gives_up="data on a lost phone is lost unless it was backed up",
        rejected=(
            (
                "A server with a database for every call",
                "the PRD describes an app; a server comes only for what the phone cannot do",
            ),
            ("A web page in a shell", "device features and offline use would suffer"),
        ),
        runs_on="phones, through the app stores",
    ),
    "desktop_app": Shape(
        title="a desktop application",
        parts=(
            Part(
                "windows",
                "Windows",
                "client",
                "Shows the product on the desktop and takes input.",
                serves=SEEN,
                also=r"ui|user interface|front-?end|gui",
            ),
            CORE,
            Part(
                "local_store",
                "Local storage",
                "files",
                "Keeps the user's data on the machine.",
                "SQLite file",
                serves=KEEPS,
                also=r"(?:local )?(?:storage|database|data model|persistence)",
            ),
            Part(
                "background",
                "Background work",
                "worker",
                "Works while the windows stay responsive.",
                serves=LATER,
                optional=True,
            ),
        ),
        wires=(
            ("windows", "core", "calls"),
            ("core", "local_store", "reads and writes"),
            ("core", "background", "hands over"),
        ),
        entry="windows",
        guard="core",
        core="core",
        keeper="local_store",
        language="",
        headline="One desktop program that keeps its data on the machine",
        why="the work happens on one machine, so no server is needed",
        gives_up="use from several machines needs copying of files",
        rejected=(("A web application", "the PRD describes a program on the desktop"),),
        runs_on="people's own machines",
    ),
    "cli": Shape(
        title="a command-line tool",
        parts=(
            Part(
                "command",
                "Command line",
                "interface",
                "Reads arguments, prints results, sets the exit code.",
                serves=(
                    r"\bcommands?\b|\bsubcommand|\bflags?\b|\barguments?\b|--\w|\bexit code|\bstdout\b|\bstdin\b"
                    r"|\bstderr\b|\bprint|\bterminal\b|\bcli\b|\bprompt|\bhelp\b|\bverbose|\bshow|\bdisplay|\boutput"
                    r"|\bprogress|命令|argumento|l[ií]nea de comandos"
                ),
                also=r"(?:the )?(?:cli|command[- ]line)(?: interface| tool)?|commands",
            ),
            CORE,
            Part(
                "settings",
                "Configuration file",
                "config",
                "Holds what people set once.",
                serves=r"config|setting|\bdefaults?\b|preferen|\benvironment variable|\.(?:toml|ini|ya?ml|env)\b|\.\w+rc\b|配置|einstell",
                optional=True,
                also=r"config(?:uration)?(?: files?)?|settings",
            ),
            Part(
                "files",
                "Files",
                "files",
                "What is read and written on disk.",
                serves=(
                    r"\bfiles?\b|folder|director|export|import|download|playlist|cache|\bdisks?\b|\bcop(?:y|ies|ied)\b|\bbackups?\b"
                    r"|\bchecksums?\b|\blast (?:time|run|good)\b|\blogs?\b|(?<!\S)[~.]?/[\w.]|文件|datei|fichier|archivo"
                ),
                optional=True,
                also=r"files?|file system|storage|cache",
            ),
        ),
        wires=(
            ("command", "core", "calls"),
            ("core", "settings", "reads"),
            ("core", "files", "reads and writes"),
        ),
        entry="command",
        guard="command",
        core="core",
        keeper="files",
        language="Python",
        headline="One program, run from the command line",
        why="a command does one thing and ends, so nothing has to be kept running",
        gives_up="nothing happens while nobody runs it",
        rejected=(
            ("A service with an API", "nobody asked for something that keeps running"),
            ("A graphical program", "the PRD describes a command"),
        ),
        runs_on="people's own machines and CI",
    ),
    "extension": Shape(
        title="an extension",
        parts=(
            Part(
                "hooks",
                "Host events",
                "interface",
                "Listens to what happens in the host program.",
                serves=(
                    r"\bevents?\b|\bdetect|\blisten|\btrigger|\bwhen(?:ever)?\b|\bafter\b|\bupon\b|\bstart ?up\b"
                    r"|\binstall|\bmonitor|\bwatch|\bintercept|\bopen(?:s|ed)?\b|\bclosed?\b|\bpress(?:es|ed)?\b|\bshortcut|\bhook"
                ),
                also=r"events|hooks|background(?: script)?|triggers?",
            ),
            Part(
                "panel",
                "User interface",
                "client",
                "What the extension shows inside the host.",
                serves=SEEN,
                also=r"ui|pop-?up|panel|side ?bar",
            ),
            CORE,
            Part(
                "host_store",
                "Host storage",
                "files",
                "Keeps settings and state where the host allows it.",
                serves=KEEPS,
                optional=True,
                also=r"storage|data|persistence",
            ),
        ),
        wires=(
            ("hooks", "core", "reports"),
            ("core", "panel", "shows"),
            ("core", "host_store", "reads and writes"),
        ),
        entry="hooks",
        guard="core",
        core="core",
        keeper="host_store",
        language="",
        headline="One extension that lives inside its host",
        why="the host gives events, storage and a place to draw, so nothing else is needed",
        gives_up="it can do only what the host allows",
        rejected=(("A companion server", "nothing in the PRD needs to leave the host"),),
        runs_on="the host program",
    ),
    "game": Shape(
        title="a game",
        parts=(
            Part(
                "scenes",
                "Scenes",
                "client",
                "Draws the game and reads the controls.",
                serves=(
                    rf"{SEEN}|\banimat|\bsprites?\b|\bcontrols?\b|\bkeys?\b|\bkeyboard|\bmouse\b|\bcamera\b|\bsounds?\b"
                    r"|\bmusic\b|\bhud\b|\bgraphics?\b|\blevel editor|사운드|애니메이션"
                ),
                also=r"ui|hud|graphics|visuals|controls|sound|user interface|art",
            ),
            Part(
                "core",
                "Game rules",
                "domain",
                "Moves the world one step; can be tested without drawing.",
                also=r"game ?play|game mechanics|mechanics|game rules|core loop|game loop",
            ),
            Part(
                "saves",
                "Saved games",
                "files",
                "Keeps progress and settings.",
                serves=r"\bsav(?:e|es|ed|ing)\b|progress|high ?scores?|unlock|\bsettings?\b|profile|저장",
                optional=True,
                also=r"sav(?:es|ed games|ing)|progress(?:ion)?",
            ),
            Part(
                "match_server",
                "Match server",
                "interface",
                "Keeps players of one match in step.",
                serves=r"\bmulti-?player|\bonline (?:play|match)|\bpvp\b|\blobby|\bmatchmak|\bleaderboard|\bonline with\b|\bplays? online\b|\broom code\b|\bopens? a room\b|\bjoin\b[^.\n]{0,40}\b(?:phones?|code|room|match)\b|멀티|실시간|매칭|联机",
                optional=True,
                also=r"multi-?player|online|networking|server",
            ),
        ),
        wires=(
            ("scenes", "core", "steps"),
            ("core", "saves", "reads and writes"),
            ("core", "match_server", "exchanges moves"),
        ),
        entry="scenes",
        guard="core",
        core="core",
        keeper="saves",
        language="",
        headline="One game whose rules run apart from its drawing",
        why="rules that do not draw can be tested and replayed",
        gives_up="a little code that passes state from rules to scenes",
        rejected=(("Rules inside the scene scripts", "they could not be tested without playing"),),
        runs_on="players' devices",
    ),
}
