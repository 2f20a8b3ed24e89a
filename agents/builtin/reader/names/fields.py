"""Names people give to the fields of what they keep; a list of them shows that the words above it name a thing."""

import re
from functools import lru_cache

from agents.builtin.reader.text.inline import plain

# One field in a document's own words or as an identifier: `Due date`, `created_at`, `customerId`.
NAME = re.compile(
    r"(?:[\w-]+[_ ]){0,2}"
    r"(?:ids?|uuid|guid|names?|titles?|e-?mails?(?: address)?|phone(?: numbers?)?|status|states?"
    r"|types?|dates?|time|timestamp|descriptions?|summary|prices?|costs?|amounts?|totals?|subtotal"
    r"|quantit(?:y|ies)|qty|address(?:es)?|created|updated|deleted|modified|password|roles?|avatar"
    r"|images?|photos?|picture|urls?|links?|categor(?:y|ies)|tags?|notes?|content|body|text|labels?"
    r"|colou?r|size|numbers?|codes?|start|end|due|deadline|owner|author|priority|currency|country|city"
    r"|lat(?:itude)?|lng|lon(?:gitude)?|duration|ratings?|score|version|keys?|values?|count|gender|age"
    r"|birth(?:day|date)?|slug|icon|position|order|visibility)"
    r"(?:[_ ](?:id|at|on|by|utc))?"
    r"|(?-i:[a-z]+(?:Id|At|On|By|Date|Name|Type|Url|Count|Status|Number))"
    r"|(?-i:(?:is|has)[_A-Z]\w+)|\w+_(?:id|at|on|by|ids)"
    r"|nombre|apellidos?|correo(?: .*)?|fecha(?: .*)?|precio|estado|tipo|descripci[oó]n|cantidad"
    r"|tel[eé]fono|direcci[oó]n|t[ií]tulo|preço|nome|data(?: .*)?|telefone|senha|quantidade|valor"
    r"|descrição|endereço"
    r"|imię|nazwisko|numer(?: .*)?|cena|nazwa|notatka|adres(?: .*)?|naam|datum|prijs|titel|locatie"
    r"|beschrijving|beschreibung|preis|menge|vorname|nachname|uhrzeit|nom|prénom|prix|adresse|titre"
    r"|quantité"
    r"|.{0,4}(?:名称|姓名|编号|状态|类型|时间|日期|价格|描述|标题|内容|电话|邮箱|金额|数量)|.{0,4}(?:이름|제목|날짜|상태|내용|가격|번호)|.{0,4}(?:名前|氏名|タイトル|日付|日時|価格|状態|内容)",
    re.IGNORECASE,
)
# `PORT_API_KEY`: a setting of a program.
SETTING = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
FEWEST = 2
LONGEST = 5


def bare(words: str) -> str:
    """A field's name without its type, its brackets and what is said about it."""
    return re.split(r"[:：(（\[=–—]|\s-\s|\s\|", plain(words))[0].strip(" .,;*`\"'）)】」』")


@lru_cache(maxsize=4096)
def look_like_fields(entries: tuple[str, ...]) -> bool:
    """Whether a list is one of fields: all short, and at least two of them, half of all, are called as fields are."""
    names = [bare(entry) for entry in entries]
    if all(SETTING.fullmatch(name) for name in names):
        return False
    known = sum(NAME.fullmatch(name) is not None for name in names)
    return (
        len(names) > FEWEST
        and known >= FEWEST
        and known * 2 >= len(names)
        and all(0 < len(name.split()) <= LONGEST for name in names)
    )
