"""What reviewers may ask of a scaffolded proposal in plain English, and the honest answer to everything else."""

import keyword
import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.builtin.decomposing.names import package, plain
from agents.builtin.scaffold.site import Site
from agents.builtin.undoing import Standing, standing, takes_back
from agents.schemas.proposal import ProposedFile

DOCUMENTED = "`rename OLD to NEW` (a name in the code), `drop file PATH`, `fields: ONE, TWO`, `undo`"

_RENAME = re.compile(
    r"^rename (?:the file )?[`'\"]?([\w./-]{1,200}?)[`'\"]? to [`'\"]?([\w./-]{1,200}?)[`'\"]?$",
    re.IGNORECASE,
)
_DROP = re.compile(
    r"^(?:drop|remove|leave out) (?:the )?file [`'\"]?([\w./-]{1,300}?)[`'\"]?$", re.IGNORECASE
)
_PACKAGE = re.compile(
    r"^(?:name|call|rename) the package (?:to )?[`'\"]?([\w .-]{1,60}?)[`'\"]?$", re.IGNORECASE
)
_FIELDS = re.compile(r"^(?:add |with )?(?:the )?fields?:? (.{1,600})$", re.IGNORECASE)

Files = tuple[ProposedFile, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """The files after a remark, and what was done or why not."""

    files: Files
    note: str


def revise_all(files: Files, remarks: Sequence[str], *, site: Site) -> tuple[Files, list[str]]:
    """The files after all remarks, and what came of each; one that a later remark takes back is not carried out."""
    notes: list[str] = []
    for wish in counted(remarks):
        if wish.takes_back is None:
            revised = _revised(files, remarks[wish.place], site=site)
            files, note = revised.files, revised.note
        else:
            said = f"“{plain(remarks[wish.place], limit=150)}”"
            undone = [f"“{plain(remarks[place], limit=150)}”" for place in wish.takes_back]
            note = (
                f"{said} done: {' and '.join(undone)} {'is' if len(undone) == 1 else 'are'} taken back."
                if undone
                else f"{said} not done: there is nothing to take back."
            )
        notes.append(note)
    return files, notes


def counted(remarks: Sequence[str]) -> tuple[Standing, ...]:
    """Every remark that is not taken back; only what is understood can be, so that nothing else is in the way of an undo."""
    places = [place for place, text in enumerate(remarks) if takes_back(text) or _is_understood(text)]
    found = {
        places[each.place]: None
        if each.takes_back is None
        else tuple(places[place] for place in each.takes_back)
        for each in standing([remarks[place] for place in places])
    }
    return tuple(
        Standing(place, found.get(place))
        for place in range(len(remarks))
        if place in found or place not in places
    )


def _is_understood(text: str) -> bool:
    line = _plainly(text)
    return any(each.match(line) for each in (_DROP, _RENAME, _FIELDS))


def _plainly(text: str) -> str:
    return " ".join(text[:2000].split()).rstrip(".!")


def _revised(files: Files, text: str, *, site: Site) -> Revised:
    """The files after one remark; what is not understood or not possible leaves them as they are and says so."""
    line = _plainly(text)
    said = f"“{plain(text, limit=150)}”"
    if found := _DROP.match(line):
        kept = tuple(each for each in files if each.path != found[1])
        if len(kept) == len(files):
            return Revised(files, f"{said} not done: this proposal has no file {found[1]}.")
        return Revised(kept, f"{said} done: {found[1]} is left out; what uses it may fail.")
    if found := _PACKAGE.match(line):
        if package(found[1]) == site.layout.package:
            return Revised(files, f"{said} done: it is called `{site.layout.package}` already.")
        wish = f"`/refine backlog name the package {package(found[1])}`"
        return Revised(files, f"{said} not done: the backlog names the package and its files, so say {wish}.")
    if site.unit.kind == "entity" and (named := asked_fields(text)):
        return Revised(files, f"{said} done: it now has {', '.join(named)} too.")
    if found := _RENAME.match(line):
        return _renamed(files, old=found[1], new=found[2], said=said, site=site)
    return Revised(files, f"{said} not done: without a model I understand only {DOCUMENTED}.")


def asked_fields(text: str) -> tuple[str, ...]:
    """The names in `fields: due date, supplier`, at most twenty; nothing when the remark is another one."""
    found = _FIELDS.match(_plainly(text))
    names = re.split(r",| and ", found[1]) if found else []
    return tuple(name for each in names[:20] if (name := plain(each.strip("`'\" "), limit=60)))


def _renamed(files: Files, *, old: str, new: str, said: str, site: Site) -> Revised:
    paths = {each.path for each in files}
    if old in paths:
        if new in paths | site.tree or not _same_kind(old, new):
            return Revised(files, f"{said} not done: {new} is taken, or is not a path of the same kind.")
        return Revised(_moved(files, old=old, new=new), f"{said} done.")
    if "/" in old or "/" in new or "." in old or "." in new:
        return Revised(files, f"{said} not done: this proposal has no file {old}.")
    if not new.isidentifier() or keyword.iskeyword(new) or not new.isascii():
        return Revised(files, f"{said} not done: {plain(new, limit=60)} cannot be a name in code.")
    words = [each.content or "" for each in files]
    if any(re.search(rf"\b{re.escape(new)}\b", text) for text in words):
        return Revised(files, f"{said} not done: {new} is used in these files already.")
    if not _ours(old, words):
        return Revised(files, f"{said} not done: {old} is not a name these files define themselves.")
    renamed = tuple(
        each.model_copy(update={"content": _replaced(each.content, old=old, new=new)}) for each in files
    )
    return Revised(renamed, f"{said} done in {len(files)} files of this unit; other units keep their words.")


def _ours(name: str, texts: Sequence[str]) -> bool:
    """Whether a class, a function, an exported name or a field with this name is defined here."""
    word = re.escape(name)
    python = rf"^\s*(?:def|class) {word}\b|^    {word}: \w+$"
    javascript = (
        rf"^(?:export )?(?:async )?(?:class|function|const|type|interface) {word}\b"
        rf"|^ \* @typedef .*\}}>? {word}$|^  {word}: fields\.\w+,$"
    )
    defines = re.compile(f"{python}|{javascript}", re.MULTILINE)
    return any(defines.search(text) for text in texts)


def _moved(files: Files, *, old: str, new: str) -> Files:
    """The file at its new path, and the imports and links of this proposal that name it."""
    before, after = old.removesuffix(".py").replace("/", "."), new.removesuffix(".py").replace("/", ".")
    moved: list[ProposedFile] = []
    for each in files:
        content = each.content
        if content is not None and old.endswith(".py"):
            content = content.replace(f"{before} import", f"{after} import")
        elif content is not None:
            content = content.replace(f"/{old.rsplit('/', 1)[-1]}'", f"/{new.rsplit('/', 1)[-1]}'")
        moved.append(
            each.model_copy(update={"path": new if each.path == old else each.path, "content": content})
        )
    return tuple(moved)


def _same_kind(old: str, new: str) -> bool:
    """A file keeps its folder and its ending, so that what finds it by these still does."""
    folder, ending = old.rpartition("/")[0], old.rpartition(".")[2]
    return new.rpartition("/")[0] == folder and new.rpartition(".")[2] == ending and ".." not in new


def _replaced(text: str | None, *, old: str, new: str) -> str | None:
    return None if text is None else re.sub(rf"\b{re.escape(old)}\b", new, text)
