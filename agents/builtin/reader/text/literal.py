"""What stands in a text exactly as it was typed, whatever signs of Markdown are in it: code, addresses, paths, placeholders."""

import re

# https://spec.commonmark.org/0.31.2/#code-spans
_CODE = r"(?<!`)(?P<ticks>`{1,4})(?!`)(?P<code>[^\0]{1,1000}?)(?<!`)(?P=ticks)(?!`)"
# https://spec.commonmark.org/0.31.2/#autolinks
_ADDRESS = (
    r"<(?P<address>(?:https?|ftp|mailto):[^\s<>]{1,800}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})>"
)
_LINK = r"https?://[^\s<>()\[\]`\"*|]{1,800}"
# `C:\logs\*` and `\\host\share`: what looks like an escaped sign in them is a folder.
_FOLDER = r"(?<!\S)(?:[A-Za-z]:\\|\\\\\w)[^\s`]{0,300}"
_ESCAPED = r"\\(?P<escaped>[\\`*_{}\[\]()#+.!~|<>$-])"
# `$a_i * b_i$`; an amount of money has none of these signs.
_FORMULA = r"(?<![\w$])\$(?=[^\s$])[^$\n]{0,200}?[\\^_{=*][^$\n]{0,200}?(?<=[^\s$])\$(?![\w$])"
# `__init__.py`
_MODULE = r"(?<!\w)__[a-z][a-z\d]{1,20}__(?=[.(/]\w|\(\))"
# `**/*.py`, `*.csv`
_PATTERN = r"(?<![^\s\"'(,])\*{1,2}/[\w./*{}-]{1,200}|(?<![\w*])\*\.[A-Za-z]\w{0,9}(?![\w*])"
LITERAL = re.compile(f"{_CODE}|{_ADDRESS}|{_LINK}|{_FOLDER}|{_ESCAPED}|{_FORMULA}|{_MODULE}|{_PATTERN}")
ELEMENT = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w.:-]{0,60})(?P<more>\s[^<>]{0,200}|/)?>")
# https://html.spec.whatwg.org/multipage/indices.html#elements-3, and what people still write of older ones.
HTML = re.compile(
    r"a|abbr|address|article|aside|audio|b|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|"
    r"code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|"
    r"font|footer|form|h1|h2|h3|h4|h5|h6|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|"
    r"link|main|map|mark|menu|meta|meter|nav|noscript|object|ol|optgroup|option|output|p|picture|pre|progress|"
    r"q|rp|rt|ruby|s|samp|script|search|section|select|slot|small|source|span|strike|strong|style|sub|summary|"
    r"sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr",
    re.IGNORECASE,
)
MOST_WORDS = 3


def typed(found: re.Match[str]) -> str:
    """What a match of `LITERAL` says: code without its ticks, an address without its brackets, a sign without its escape."""
    if found["ticks"]:
        code = found["code"]
        padded = code[:1] == code[-1:] == " " and bool(code.strip())
        return code[1:-1] if padded else code
    return (found["address"] or found["escaped"] or found[0]).removeprefix("mailto:")


def is_typed(found: re.Match[str]) -> bool:
    """Whether what looks like an element stands for something, as `<name>` does and `T` in `List<T>`, and marks up nothing."""
    name, more = found["name"], found["more"] or ""
    if found["close"] or ":" in name or "=" in more or more.endswith("/"):
        return False
    generic = name[0].isupper() and found.string[: found.start()][-1:].isalnum()
    if HTML.fullmatch(name) and not (generic and not more):
        return False
    return len(more.split()) < MOST_WORDS and f"</{name}>" not in found.string
