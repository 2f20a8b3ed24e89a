"""What a model proposes for a unit becomes whole files: its edits are applied, letter by letter, to the files it was shown."""

from collections import Counter
from collections.abc import Iterator, Mapping

from agents.builtin.scaffold import ImplementationInputs
from agents.model_answers import Draft, DraftedFile, Edit
from agents.model_plan import Mistakes
from agents.schemas.proposal import Proposal, ProposedFile

# Characters of a model's own word that are repeated in a sentence about it.
WORD = 60
# Characters of its reading of the unit, at least: fewer say nothing that could be wrong.
LEAST_READING = 20


def proposed(inputs: ImplementationInputs, draft: Draft) -> Proposal | Mistakes:
    """The proposal a draft comes to, or what is wrong with it."""
    editable = _editable(inputs)
    errors = list(_wrong(draft))
    files: list[ProposedFile] = []
    for drafted in draft.files:
        content = _content(drafted, editable, inputs)
        if isinstance(content, Mistakes):
            errors += content.errors
            continue
        files.append(
            ProposedFile(
                path=drafted.path, content=content, executable=drafted.executable, reason=drafted.reason
            )
        )
    if errors:
        return Mistakes(tuple(errors))
    return Proposal(
        unit_id=draft.unit_id,
        reading=draft.reading,
        files=tuple(files),
        side_effects=draft.side_effects,
        notes=(*draft.notes, *_read_for_it(inputs)),
        declared=draft.declared,
    )


def _editable(inputs: ImplementationInputs) -> Mapping[str, str]:
    """The files that were shown whole, in which an exact match can be looked for."""
    shown = inputs.context.to_change() if inputs.context is not None else {}
    return {**inputs.files, **shown}


def _wrong(draft: Draft) -> Iterator[str]:
    if len(draft.reading.strip()) < LEAST_READING:
        yield "reading must say in your own words what the unit asks for"
    if not draft.declared:
        yield "declared is empty; name every file you change there first"
    if not draft.files:
        yield "files is empty; fill cannot when there is nothing to write"
    counted = Counter(each.path for each in draft.files)
    yield from (f"{path[:WORD]} is given {count} times" for path, count in counted.items() if count > 1)
    yield from (f"{each.path[:WORD]} has no reason" for each in draft.files if not each.reason.strip())


def _content(
    drafted: DraftedFile, editable: Mapping[str, str], inputs: ImplementationInputs
) -> str | Mistakes | None:
    """The file's whole new text; None for one that shall go."""
    name = drafted.path[:WORD]
    ways = (drafted.content is not None) + bool(drafted.edits) + drafted.delete
    there = drafted.path in inputs.tree
    read_only = inputs.context.files if inputs.context is not None else ()
    shown = {*editable, *(each.path for each in read_only if each.whole)}
    if ways != 1:
        return Mistakes((f"{name}: give exactly one of content, edits and delete",))
    if drafted.delete:
        return None if there else Mistakes((f"{name} is not there, so it cannot be deleted",))
    if drafted.content is not None and there and drafted.path not in shown:
        return Mistakes((f"{name} is there already and was not shown whole, so it cannot be replaced",))
    if drafted.content is not None:
        return drafted.content
    if drafted.path not in editable:
        return Mistakes(
            (f"{name} was not shown whole among `files`, so it cannot be edited; give its content",)
        )
    return _edited(name, editable[drafted.path], drafted.edits)


def _edited(name: str, text: str, edits: tuple[Edit, ...]) -> str | Mistakes:
    """The text with each edit carried out in turn; each must find its words exactly once."""
    for number, edit in enumerate(edits, start=1):
        found = text.count(edit.find) if edit.find else 0
        if found != 1:
            return Mistakes(
                (f"{name}: edit {number} finds its text {found} times; it must stand there exactly once",)
            )
        text = text.replace(edit.find, edit.replace)
    return text


def _read_for_it(inputs: ImplementationInputs) -> tuple[str, ...]:
    """What the model was shown, in sentences for people."""
    shown = inputs.context
    if shown is None:
        return ()
    files = "1 file" if len(shown.files) == 1 else f"{len(shown.files)} files"
    read = f"Read for it: {files} of the repository, {shown.size:,} bytes (context `{shown.digest[:12]}`)."
    return (read, *((f"Not shown to it: {' '.join(shown.cut)[:360]}",) if shown.cut else ()))
