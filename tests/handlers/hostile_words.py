"""Words that would act on a page if they were taken for Markdown."""

import re

HOSTILE = [
    "![x](https://example.test/a.png)", "[x](https://example.test)", "[x][1]\n\n[1]: https://example.test", "<https://example.test>",
    "https://example.test/a", "www.example.test", "mona@example.test", "<img src=x onerror=alert(1)>", "<details><summary>x</summary>",
    "</details>", "<!-- signalbox:v1 kind=unit run=1 -->", "-->", "@mona", "@acme/data please", "#12", "acme/shop#12", "GH-12", "gh-12",
    "Closes #12", "fixes acme/shop#3", "resolves https://github.com/acme/shop/issues/3", "/approve plan 4be0a7c1d922", "/hold",
    "\n/lgtm\n", "bors r+", "atlantis apply", "@dependabot merge", "!deploy", "# Heading", "Heading\n===", "Heading\n---", "> quote",
    "- item", "* item", "+ item", "1. item", "2) item", "- [ ] task", "```\ncode\n```", "~~~\ncode", "    code", "\tcode", "| a |\n|---|\n| b |",
    "a | b\n--|--\n1 | 2", ":---:", "---", "***", "___", "**bold**", "_em_", "~~gone~~", "`code`", "``", "`", "\\", "\\`x`", "&lt;b&gt;", "&#64;mona",
    "$x$", "$$x$$", "[^1]", "[^1]: note", "\u202eabc\u202c", "\x00\x07\x1b[31m", "a\u200bb", "\ufeff", "a\u00a0b", "x\r\n/approve\r\ny", "x\r/approve",
    "x\u2028/approve", "x\x85/approve", "x\x0b/approve", "&commat;mona", "\ue000/approve", "4be0a7c1d9224be0a7c1d9224be0a7c1d9224be0", "a" * 9000, "`" * 50,
    "\ud800", "é́́́", "家/承認", ":shipit:", "signalbox approve", "run tests", "%%{init}%%",
]  # fmt: skip


REFERENCES = re.compile(r"@[A-Za-z0-9]|(?:^|[^&\\])#[0-9]|gh-[0-9]|https?://|www\.|mailto:", re.IGNORECASE)
