"""How wishes name what a plan holds: ids and lists of them, priorities, components, kinds of product; for use in patterns."""

ID = r"(?=[\w.-]*[0-9])[A-Za-z]{1,10}(?:[-_.]?[A-Za-z0-9]{1,10}){0,4}"
IDS = (
    rf"(?:both |all of )?{ID}"
    r"(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|with|plus)\s+|\s+(?:to|through|thru|until)\s+"
    r"|\s*(?:[&/+–—-]|\.{2,3}|…)\s*|\s+)"
    rf"(?:{ID}))*"
)
THING = (
    r"(?:the )?"
    r"(?:(?:functional |quality )?"
    r"(?:requirements?|features?|nfrs?|user stories|user story|stories|story|demands?|items?|points?"
    r"|constraints?|rules?|non-?goals?|(?:success )?metrics?|(?:open )?questions?|assumptions?)"
    r"(?: (?:numbers?|no\.?|nr\.?))? )?"
)
PRIORITY = (
    r"(?P<priority>must|should|could|won['’]?t|p[0-4]|high(?:est)?|medium|low(?:est)?|critical"
    r"|optional|nice[- ]to[- ]have|essential|mandatory|required|important)"
    r"(?:[- ]have)?"
)
PART = r"(?:component|part|module)"
KIND = (
    r"an? (?:web ?(?:app(?:lication)?|site)|website|(?:mobile|phone|ios|android) app"
    r"|desktop app(?:lication)?|command[- ]line (?:tool|app(?:lication)?|program)|cli(?: tool)?"
    r"|(?:micro)?service|(?:rest |http )?api|backend|library|package|sdk"
    r"|(?:browser |editor )?(?:extension|plugin|add-?on)|(?:data )?pipeline|game"
    r"|(?:piece of )?infrastructure(?: software)?)"
)
