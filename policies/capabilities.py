"""What new lines let a program do that an attack is made of: read secrets, reach the network, decode, run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from policies.globs import first_match
from policies.pieces import pieces
from policies.tree import Change, numbered_lines

Kind = Literal["secrets", "network", "decoding", "running"]

WORDS: Mapping[Kind, str] = {
    "secrets": "reads the environment or keys",
    "network": "reaches the network",
    "decoding": "decodes text",
    "running": "runs text or programs",
}
_PROSE = ("*.md", "*.rst", "*.txt", "*.adoc", "*.svg")
_SIGNS: Mapping[Kind, re.Pattern[str]] = {
    "secrets": re.compile(
        r"\bos\.environ\b|\bgetenv\(|\bprocess\.env\b|\bos\.(?:Getenv|Environ|LookupEnv)\(|\bENV\[|/proc/self/environ|\.aws/credentials"
        r"|\bid_(?:rsa|ed25519)\b|\.netrc\b|\.git-credentials|\bkeyring\.get|\bDeno\.env\b|\bimport\.meta\.env\b|169\.254\.169\.254"
    ),
    "network": re.compile(
        r"\b(?:requests|httpx|aiohttp|urllib3?|ftplib|smtplib|socket|websockets?)\.[a-z]\w*|\burlopen\("
        r"|\bfetch\(|\baxios\b|\bXMLHttpRequest\b"
        r"|\bnew WebSocket\(|\bsendBeacon\(|\bnet\.(?:Dial|connect|createConnection)|\bhttps?\.(?:Get|Post|NewRequest|request|get)\b"
        r"|\bdns\.(?:lookup|resolve)|\bgethostbyname\(|\b(?:curl|wget|nc|ncat)\s+-?\S|\bNet::HTTP\b"
    ),
    "decoding": re.compile(
        r"\b(?:standard_|urlsafe_)?b(?:16|32|64|85)decode\(|\batob\(|\bfromhex\(|\bunhexlify\(|['\"]base64['\"]|\bbase64\.\w*Encoding"
        r"|\bbase64\s+(?:-d|--decode)|\bhex\.DecodeString\(|\bzlib\.(?:decompress|inflate|gunzip)|\bmarshal\.loads|\bcodecs\.decode\("
        r"|\bString\.fromCharCode\(|\bchr\(.{0,40}\bfor\b"
    ),
    "running": re.compile(
        r"(?<![\w.])(?:eval|exec)\(|\bnew\s+Function\(|\bsubprocess\.\w"
        r"|\bos\.(?:system|popen|exec\w*|spawn\w*)\(|\bchild_process\b|\bexecSync\("
        r"|\bexec\.Command|\bpickle\.loads?\(|\b__import__\(|\bimport_module\(|\bvm\.run\w+\("
        r"|\bcreate_subprocess_|\bShellExecute|\bctypes\."
    ),
}


@dataclass(frozen=True, slots=True)
class Capability:
    """One place where a new line can do one of these things."""

    kind: Kind
    path: str
    line: int


def capabilities(change: Change) -> Iterator[Capability]:
    """What the change's new lines can do, each kind once, where it stands first."""
    if change.after is None or first_match(_PROSE, change.path) is not None:
        return
    added = numbered_lines(change)[1]
    for kind, sign in _SIGNS.items():
        first = next(
            (number for number, line in added if any(sign.search(part) for part in pieces(line))), None
        )
        if first is not None:
            yield Capability(kind, change.path, first)
