"""How other languages than English demand, allow, exclude, postpone and tell stories; one language or a few alike a line."""

from typing import Final


def _any(*patterns: str) -> str:
    return "|".join(patterns)


# Must, shall, should, has to.
DEMAND: Final = _any(
    r"\b(?:muss|müssen|soll|sollen|sollte|sollten|darf|dürfen)\b",
    r"\b(?:doit|doivent|devra|devront|devrait|devraient|il faut)\b",
    r"\b(?:debe|deben|deberá|deberán|debería|deberían|tiene que|tienen que)\b",
    r"\b(?:deve|devem|deverá|deverão|precisa|precisam)\b|\b(?:devono|dovrà|dovranno|dovrebbe)\b",
    r"\b(?:moet|moeten|dient te|dienen te|mag|mogen)\b|\b(?:måste|ska|skall|bör|skal|bør)\b",
    r"\b(?:harus|wajib|tidak boleh|diperlukan)\b",
    r"\b(?:musi|muszą|powinien|powinna|powinno|powinny|należy)\b|\b(?:olmalı|gerekir|gereklidir|zorunlu\w*)\b|(?<=\w)m[ae]l[ıi](?:d[ıi]r)?\b",
    r"\b(?:должен|должна|должно|должны|необходимо|нужно|следует|повинен|повинна|повинні)\b",
    r"必须|必須|需要|应当|应该|应支持|しなければ|すること|べき|해야|하여야|되어야|필수|필요",
)
# Can, will, supports, offers.
ABILITY: Final = _any(
    r"\b(?:kann|können|wird|werden|ermöglicht|unterstützt|bietet)\b",
    r"\b(?:peut|peuvent|pourra|pourront|permet|permettra|propose|affiche|envoie)\b",
    r"\b(?:puede|pueden|podrá|podrán|permite|permiten|ofrece|muestra|envía)\b"
    r"|\b(?:pode|podem|poderá|poderão|oferece|exibe)\b"
    r"|\b(?:può|possono|potrà|consente|permette|mostra)\b",
    r"\b(?:kan|kunnen|zal|zullen|toont|berekent|biedt|ondersteunt)\b|\bbreidt uit met\b|\b(?:möjliggör|stöder|visar|understøtter)\b",
    r"\b(?:dapat|bisa|mampu|memungkinkan|menampilkan|menyediakan|mendukung|menerima|memberikan|menyimpan|mengirim\w*)\b",
    r"\b(?:może|mogą|umożliwia|pozwala|obsługuje|wyświetla)\b|\b(?:olabilir|sağlar|destekler|\w+[ae]bil(?:ir|meli)\w*)\b",
    r"\b(?:может|могут|позволяет|поддерживает|отображает|сможет)\b",
    r"可以|支持|能够|允许|自动|提供|できる|可能|対応|할 수 있|가능|지원|제공|자동|한다\b|된다\b|합니다|됩니다",
)
EXCLUDED: Final = _any(
    r"\((?:[^()]{0,40} )?(?:außerhalb des (?:Umfangs|Scopes?)|hors périmètre|fuera del? alcance|fora do escopo|fuori (?:ambito|perimetro))\b"
    r"|\bnicht (?:Teil|enthalten|im Umfang|vorgesehen|unterstützt)"
    r"|\b(?:soll|sollen|muss|müssen|wird|werden) (?:vorerst |erst ?mal |auch )?nicht (?:ersetzt|abgelöst|geändert|angefasst|angetastet|unterstützt|gebaut|eingebaut)\b",
    r"\bn['’]est pas (?:inclus|prévu|pris en charge)|\bne (?:sera|seront|fait|font) pas\b",
    r"\bno (?:hace falta|es necesario|incluye|se incluye|se incluirá|incluirá|se contempla|forma parte)|\bqueda fuera",
    r"\bnão (?:inclui|será incluíd|faz parte|serão incluíd)|\bnon (?:include|incluso|è previsto|sarà)",
    r"\bniet (?:inbegrepen|voorzien|ondersteund)|\bvalt buiten|\bnie (?:obejmuje|będzie)|\bingår inte|\bdahil değil",
    r"不包括|不支持|不包含|暂不|対象外|(?:지원|포함)하지 않|제외|не (?:входит|включает|поддерживает)",
)
LATER: Final = _any(
    r"\bspäter(?:e|en|er)? (?:version|phase)|\bzukünftig(?!e[nmrs]? (?!versio|phase|release|erweiter|ausbau))|\bultérieur|\bversion future",
    r"\bmás adelante|\bversión futura|\ben el futuro|\bfuturamente|\bversão futura|\bin futuro|\bversione futura",
    r"\bdans un second temps|\bpróxima (?:vers|fase|etapa)"
    r"|\bfase(?:s)? (?:posterior|futura|successiv)\w*|\bnuma? fase posterior"
    r"|\bmais (?:tarde|adiante)\b|\bin (?:una |un )?(?:seconda fase|secondo momento|fase successiva)"
    r"|\bsuccessivamente rilasciat",
    r"\b(?:latere?|volgende|toekomstige) (?:versie|fase|stadium|release)|\bin een later stadium"
    r"|\bin de toekomst|\bw przyszłości|\bpóźniejsz\w+ (?:etap|wersj|faz)\w*"
    r"|\bkolejn\w+ (?:etap|wersj|faz)\w*|\bi framtiden|\bett senare skede|\ben senere fase|\bileride\b"
    r"|\bsonraki (?:aşama|sürüm|faz)|\bilerleyen (?:aşama|sürüm)|\bgelecek (?:sürüm|aşama)",
    r"на (?:более )?поздн|позднее\b|в (?:последующ|будущих|дальнейш)"
    r"|следующ(?:ем|их) (?:этап|верси|релиз)|на (?:следующ|втором) этап|将来(?:的に|対応)"
    r"|次(?:期|の)(?:バージョン|フェーズ|リリース)|後日|第二段階|다음 (?:단계|버전)|차기 ?버전|나중에|이후 단계|2차 (?:개발|오픈)",
    r"后续版本|未来版本|将来の|後続|향후|추후|\(확장\)|확장 ?(?:기능|예정)|в будущем|в следующ",
)
UNSETTLED: Final = _any(
    r"\bnoch (?:offen|zu klären|unklar|festzulegen)|\bzu klären|\bà (?:définir|déterminer|confirmer|préciser|valider)",
    r"\bpor (?:definir|determinar|confirmar|decidir)|\ba (?:definir|confirmar|determinar)\b|\bda (?:definire|decidere|confermare)\b",
    r"\b(?:wissen wir|weiß ich|wissen) (?:noch )?nicht\b"
    r"|\bnoch nicht (?:klar|entschieden|geklärt|definiert|festgelegt|abgestimmt|sicher)"
    r"|\b(?:muss|müssen|sollten?) (?:wir )?noch (?:\w+ ){0,3}"
    r"(?:klären|entscheiden|abstimmen|prüfen|herausfinden|geklärt|entschieden|abgestimmt|geprüft)\b"
    r"|\bsteht noch nicht fest|\bsind (?:wir )?(?:uns )?noch unsicher|\bmit \w+ (?:ab)?klären\b",
    r"\breste(?:nt)? à (?:définir|décider|voir|valider|préciser|confirmer|trancher)"
    r"|\bà (?:voir|trancher|discuter) (?:avec|si|ensemble)\b"
    r"|\bon ne sait pas (?:encore )?(?:si|qui|comment|quand|quel)"
    r"|\bpas encore (?:décidé|défini|tranché|validé|clair|sûr)",
    r"\b(?:falta|queda|quedan) (?:por )?(?:definir|decidir|confirmar|aclarar|ver)"
    r"|\b(?:aún|todavía) no "
    r"(?:sabemos|está(?:n)? (?:claro|decidid|definid)|se (?:ha )?(?:sabe|decidido|definido))"
    r"|\bhay que (?:decidir|definir|aclarar|confirmar)\b|\bno (?:tenemos|está) claro\b"
    r"|\bainda não (?:sabemos|está(?:o)? (?:claro|decidid|definid)|decidimos)|\bfalta definir\b"
    r"|\b(?:non (?:è )?(?:ancora )?(?:chiaro|deciso|definito)|non sappiamo ancora)\b",
    r"\bnog te (?:bepalen|beslissen|bespreken)|\bdo ustalenia|\bnader te bepalen",
    r"(?<![“‘「『\"'、])待(?:定|确认|讨论)(?![”’」』\"'、])|未定|要検討|要確認|미정|확인 필요|уточнить|не определ",
)
HEDGED: Final = (
    r"kann optional|(?:evtl|eventuell|vielleicht|gegebenenfalls)\b|ggf\.|wäre(?:n)? (?:auch |noch |ganz |sehr )?(?:schön|toll|nett|super|cool)\b"
    r"|peut-être\b|quizás?\b|tal vez\b|magari\b|talvez\b|évent|opcional|facoltativ|optioneel|opcjonaln|可选|選択的|선택 ?사항|по желанию"
)
# Who speaks: "As a cook".
STORY: Final = _any(
    r"als\s+(?:een\s+|ein\w*\s+)?\w",
    r"en tant qu",
    r"como\s+(?:un[ao]?\s+)?\w",
    r"come\s+(?:un\w*\s+)?\w",
    r"jako\s+\w",
    r"som\s+(?:en\s+)?\w",
    r"bir\s+\w+\s+olarak",
    r"(?:là|với vai trò(?: là)?)\s+\w",
    r"sebagai\s+\w",
    r"作为|作為|身为|私は",
    r"[\w가-힣 ]{1,20}(?:로서|으로서)",
    r"как\s+\w",
    r"[^、。\n]{1,30}として、",
)
# What they want.
STORY_WANT: Final = _any(
    r"\bmöchte\b|\b(?:will|muss|soll|kann|darf|brauche) ich\b|\bich (?:will|muss|brauche)\b",
    r"\bje (?:veux|souhaite|peux|voudrais|dois)|\bquiero\b|\bnecesito\b|\bdeseo\b|\bpuedo\b|\bquero\b"
    r"|\bpreciso\b|\bdesejo\b|\bgostaria\b|\bvoglio\b|\bvorrei\b",
    r"\b(?:wil|moet|kan|zou) ik\b|\bik (?:wil|moet|kan)\b|\bchcę\b|\bmogę\b|\bvill jag\b|\bjag vill\b|\bvil jeg\b|\bistiyorum\b",
    r"\b(?:tôi|mình) (?:muốn|cần|có thể)\b|\b(?:saya|aku) (?:ingin|mau|perlu|dapat|bisa)\b",
    r"\bхочу\b|\bмогу\b|我希望|我想|我要|我可以|我能|希望|たい|てほしい|하고 싶|수 있(?:다|어야|기를)|원한다",
)
GHERKIN: Final = (
    r"angenommen|wenn|dann|étant donné|quand|alors|dado|cuando|entonces|quando|então|gegeven|wanneer|dan"
)
