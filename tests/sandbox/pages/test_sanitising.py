"""Nothing a person writes acts in a page: each way in that is known, and what becomes of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.pages.markdown import render
from tests.sandbox.pages.places import COMMENT, FILE

ACTING = re.compile(
    r"<(?!/?(?:svg|g|rect|path|text|circle|polygon|input|pre)\b)(?:script|style|iframe|object|embed|form|meta|link|base|button|textarea|template|math)\b",
    re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"<[a-z0-9]+(?: [a-z-]+(?:=\"[^\"<>]*\")?)*>|</[a-z0-9]+>", re.IGNORECASE)
EVENT = re.compile(r"<[^>]*\son\w+\s*=", re.IGNORECASE)

ATTACKS = {
    "script": ("<script>alert(1)</script>", ""),
    "script in a sentence": ("a <script>alert(1)</script> b", "<p>a  b</p>\n"),
    "script never closed": ("<script>alert(1)", ""),
    "style": ("<style>body{display:none}</style>", ""),
    "event attribute": ('<b onclick="alert(1)">x</b>', "<p><b>x</b></p>\n"),
    "svg": ("<svg onload=alert(1)>x</svg>", "<p>x</p>\n"),
    "iframe": ('<iframe src="http://evil.example"></iframe>', ""),
    "form": ('<form action="/x"><button>go</button></form>', "go"),
    "meta refresh": ('<meta http-equiv="refresh" content="0;url=/x">', ""),
    "inline style": ('<p style="position:fixed">x</p>', "<p>x</p>"),
    "class of the page": ('<p class="banner">x</p>', "<p>x</p>"),
    "id of the page": ('<p id="live">x</p>', "<p>x</p>"),
    "javascript link": ('<a href="javascript:alert(1)">x</a>', "<p><a>x</a></p>\n"),
    "javascript link in odd case": ('<a href=" JaVa\tScRiPt:alert(1)">x</a>', "<p><a>x</a></p>\n"),
    "javascript link as an entity": ('<a href="&#106;avascript:alert(1)">x</a>', "<p><a>x</a></p>\n"),
    "javascript behind a bracket": ('<a href="&lt;javascript:alert(1)">x</a>', "<p><a>x</a></p>\n"),
    "data link": ('<a href="data:text/html,x">x</a>', "<p><a>x</a></p>\n"),
    "vbscript in markdown": ("[x](vbscript:msgbox)", "<p>[x](vbscript:msgbox)</p>\n"),
    "backslash host": ('<a href="/\\evil.example">x</a>', "<p><a>x</a></p>\n"),
    "image with a handler": (
        '<img src="x" onerror="alert(1)">',
        '<a href="x" rel="nofollow" class="elsewhere">image</a>',
    ),
    "comment": ("<!-- signalbox:v1 kind=status -->\nx", "\n<p>x</p>\n"),
    "closing what is not open": ("</div></main></section>x", "x"),
    "entities stay text": ("&lt;script&gt;", "<p>&lt;script&gt;</p>\n"),
    "cdata": ("<![CDATA[<b>]]>", "]]&gt;"),
}


@pytest.mark.parametrize(("written", "shown"), ATTACKS.values(), ids=ATTACKS.keys())
def test_what_could_act_is_not_copied(written: str, shown: str) -> None:
    assert render(written, place=COMMENT).strip("\n") == shown.strip("\n")


ELSEWHERE = {
    "markdown image": "![chart](https://evil.example/a.png)",
    "html image": '<img src="https://evil.example/a.png" alt="chart">',
    "image without scheme": "![chart](//evil.example/a.png)",
}


@pytest.mark.parametrize("written", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_an_image_from_elsewhere_becomes_a_link(written: str) -> None:
    html = render(written, place=COMMENT)
    assert "<img" not in html
    assert 'class="elsewhere">chart</a>' in html


def test_an_image_of_the_repository_is_shown() -> None:
    assert '<img src="/acme/shop/raw/main/docs/a.png" alt="chart">' in render("![chart](a.png)", place=FILE)


def test_what_is_opened_inside_a_comment_is_closed_inside_it() -> None:
    assert render("<details><summary>x\n\n**y**", place=COMMENT).endswith("</summary></details>")


def test_a_script_inside_a_fence_is_text() -> None:
    html = render("```html\n<script>alert(1)</script>\n```", place=COMMENT)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html


PIECES = st.sampled_from(
    ["<", ">", "</", "/>", "script", "svg", " onload=", "'", '"', "`", "```\n", "<!--", "-->", "<![CDATA[", "]]>",
     "href=", "javascript:", "&lt;", "&#60;", "\n", "\n\n", "[a](", ")", "![", "|", "- [ ] ", "> ", "<details>",
     "<a ", "<img src=", "style", "mermaid\n", "\x00", "é"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_no_mixture_of_pieces_makes_anything_that_acts(written: str) -> None:
    html = render(written, place=COMMENT, can_tick=True)
    assert ACTING.search(html) is None
    assert EVENT.search(html) is None
    assert "javascript:" not in re.sub(r">[^<]*<", "><", f">{html}<")
    assert re.sub(r"[^<>]", "", ATTRIBUTE.sub("", html)) == ""
