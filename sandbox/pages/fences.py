"""Draws fenced blocks: Mermaid as a picture, diffs in colour, everything else as it stands."""

from html import escape

from sandbox.pages.mermaid import draw


def fence(text: str, *, language: str) -> str:
    """The block as HTML; `text` is shown, never obeyed."""
    if language == "mermaid":
        picture = draw(text)
        if picture is not None:
            return f'<div class="diagram">{picture}</div>'
    if language in {"diff", "patch"}:
        body = "".join(_diff_line(line) for line in text.removesuffix("\n").split("\n"))
        return f'<div class="fence fence-diff"><pre><code>{body}</code></pre></div>'
    return f'<div class="fence"><pre><code>{escape(text)}</code></pre></div>'


def _diff_line(line: str) -> str:
    kind = "same"
    if line.startswith(("+++", "---", "diff ", "index ")):
        kind = "file"
    elif line.startswith("@@"):
        kind = "hunk"
    elif line.startswith("+"):
        kind = "added"
    elif line.startswith("-"):
        kind = "gone"
    return f'<span class="d-{kind}">{escape(line)}\n</span>'
