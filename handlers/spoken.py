"""What a comment asks for: its command lines when it is new or edited, and the boxes ticked in one of ours."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from handlers import comments, markers, ticks
from handlers import events as ev
from handlers import incoming as i
from handlers.commands import judged_together, read
from policies import commands as c

# Each command with the cause that makes it count once.
Asked = tuple[tuple[str, c.Command], ...]
# The verbs that count without `/signalbox` before them.
Shorts = Collection[str]


def spoken(happened: ev.CommentCreated, shorts: Shorts) -> Asked:
    """The commands of a new comment; where one line cannot be read, none of them counts."""
    comment = happened.comment
    said = _said(happened)
    found = comments.lines(comment.body, short=shorts)
    if not found:
        hidden = comments.hidden(comment.body, short=shorts)
        if hidden:
            return ((f"{comment.id}/{hidden}", _hidden(said)),)
        # Where the word is another bot's, or switched off, we do not speak up about it.
        nod = "approve" in shorts and comments.is_nod(comment.body)
        return ((f"{comment.id}/nod", c.Nod(said)),) if nod else ()
    read_lines = tuple(read(line, said) for line in found)
    if misread := judged_together(read_lines, said):
        return ((f"{comment.id}/0", misread),)
    causes = [f"{comment.id}/{line.line}" for line in found]
    return _together(zip(causes, read_lines, strict=True), said)


def edited(happened: ev.CommentEdited, shorts: Shorts) -> Asked:
    """Only what the edit brought in; and a decision is never made by an edit, because the comment had other readers."""
    comment = happened.comment
    said = _said(happened)
    before = {(old.verb, old.args, old.more) for old in comments.lines(comment.before, short=shorts)}
    new = [
        line
        for line in comments.lines(comment.body, short=shorts)
        if (line.verb, line.args, line.more) not in before
    ]
    if not new:
        return ()
    cause = f"{comment.id}/edit-{said.body_sha256[:12]}"
    read_lines = tuple(read(line, said) for line in new)
    if misread := judged_together(read_lines, said):
        return ((cause, misread),)
    if not all(
        isinstance(each, c.Show | c.Simulate | c.Answer | c.Answers | c.Refine) for each in read_lines
    ):
        reason = "An edited comment decides nothing: people may have read it as it was before."
        return ((cause, c.Misread(said, "SB-102", reason, "Write it as a new comment.")),)
    causes = [f"{cause}/{line.line}" for line in new]
    return _together(zip(causes, read_lines, strict=True), said)


def told_before(happened: ev.BotCommentEdited) -> int | None:
    """The entry that a comment told of by its marker, as it was before the edit."""
    marker = markers.read(happened.comment.before)
    return marker.seq if marker and marker.kind == "turn" and marker.run is not None else None


def ticked(happened: ev.BotCommentEdited) -> Asked:
    """Ticked boxes and nothing else; the boxes are part of the cause, so that each tick counts once."""
    seq = told_before(happened)
    marks = ticks.ticked(happened.comment.before, happened.comment.body)
    if seq is None or not marks:
        return ()
    boxes = ",".join(f"{question.lower()}={letter}" for question, letter in marks)
    tick = c.Tick(_said(happened), seq, marks)
    return ((f"{happened.comment.id}/{boxes}", tick),)


def _together(commands: Iterable[tuple[str, c.HumanCommand]], said: c.Said) -> Asked:
    """Several answers, or several wishes about one thing, are one command in the place of the first: one new version."""
    return _answers_together(_wishes_together(commands), said)


def _wishes_together(commands: Iterable[tuple[str, c.HumanCommand]]) -> Asked:
    joined: dict[str | None, tuple[str, c.Refine]] = {}
    listed: list[tuple[str, c.HumanCommand]] = []
    for cause, command in commands:
        if isinstance(command, c.Refine) and command.target in joined:
            first, before = joined[command.target]
            # Each is a wish of its own, like the entries of a list below one command.
            whole = replace(before, text=f"{before.text}\n- {command.text}")
            joined[command.target] = (first, whole)
            listed = [(each, whole) if each == first else (each, other) for each, other in listed]
            continue
        if isinstance(command, c.Refine):
            joined[command.target] = (cause, command)
        listed.append((cause, command))
    return tuple(listed)


def _answers_together(commands: Asked, said: c.Said) -> Asked:
    listed = tuple(commands)
    given = [command for _, command in listed if isinstance(command, c.Answer | c.Answers)]
    answers = tuple(each for one in given for each in (one.each if isinstance(one, c.Answers) else (one,)))
    if len(answers) < 2:
        return listed
    first = next(cause for cause, command in listed if isinstance(command, c.Answer | c.Answers))
    return tuple(
        (cause, c.Answers(said, answers) if cause == first else command)
        for cause, command in listed
        if cause == first or not isinstance(command, c.Answer | c.Answers)
    )


def _hidden(said: c.Said) -> c.Misread:
    return c.Misread(
        said,
        "SB-113",
        "I read commands only outside quotes, code and lists.",
        "Write the line by itself, with an empty line above it.",
    )


def _said(happened: ev.CommentCreated | ev.CommentEdited | ev.BotCommentEdited) -> c.Said:
    comment = happened.comment
    return c.Said(
        happened.by,
        comment.id,
        i.body_sha256(comment.body),
        happened.thread.number,
        comment.at,
        outside=comment.outside,
    )
