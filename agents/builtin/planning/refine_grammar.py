"""The sentences a refinement may be, each with the name of what it asks for.

Order matters: the first sentence that fits and finds what it names decides, so the general ones stand last.
"""

import re

ID = r"[A-Za-z]{1,10}(?:[-_.][A-Za-z0-9]{1,10}){0,4}|[A-Z]{1,8}\d{1,4}"
THING = r"(?:requirements?|features?|nfrs?|stories|story)"


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# The first rule that matches and finds what it names decides.
GRAMMAR: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        _rule(
            r"(?:please )?add (?:an? )?(?:new )?component:? [\"“]?(?P<a>[^\"”:]{2,60}?)[\"”]?(?:,? (?:for|serving|that serves) (?P<b>.+))?$"
        ),
        "component add",
    ),
    (_rule(r"(?:please )?(?:drop|remove|delete) (?:the )?component:? (?P<a>.{1,60})$"), "component drop"),
    (
        _rule(r"(?:please )?rename (?:the )?(?:component )?(?P<a>.{1,60}?) to (?P<b>.{1,60})$"),
        "component rename",
    ),
    (
        _rule(
            r"(?:please )?split (?:the )?component (?P<a>.{1,60}?) (?:into|in|:) (?P<b>.{1,60}?) and (?P<c>.{1,60})$"
        ),
        "component split",
    ),
    (
        _rule(r"(?:please )?merge (?:the )?components? (?P<a>.{1,60}?) (?:and|into|with) (?P<b>.{1,60})$"),
        "component merge",
    ),
    (_rule(rf"(?:please )?add (?:the |an? )?(?:new )?{THING}:? (?:that )?(?P<text>.{{3,}})$"), "add"),
    (_rule(rf"(?:please )?(?:drop|remove|delete|leave out) (?:the )?(?:{THING} )?(?P<ids>.+)$"), "drop"),
    (_rule(rf"(?:please )?(?:split) (?:{THING} )?(?P<id>{ID})(?: into|:) (?P<text>.+)$"), "split"),
    (
        _rule(
            rf"(?:please )?merge (?:{THING} )?(?P<ids>(?:{ID})(?:(?:,| and|,? &) ?(?:{ID}))+)(?: (?:into|as|to)[ :]+(?P<text>.+))?$"
        ),
        "merge",
    ),
    (
        _rule(
            rf"(?:please )?(?:make|set) (?:{THING} )?(?P<id>{ID})(?:'s priority)?(?: to| as)? (?:a )?(?P<priority>must|should|could|won['’]?t|p[0-4]|high|medium|low)(?:[- ]have)?(?: priority)?$"
        ),
        "priority",
    ),
    (
        _rule(
            rf"(?:the )?priority of (?P<id>{ID}) (?:is|to|should be|:) ?(?P<priority>must|should|could|won['’]?t|p[0-4]|high|medium|low)$"
        ),
        "priority",
    ),
    (
        _rule(
            rf"(?:please )?(?:change|update|reword) (?:{THING} )?(?P<id>{ID})(?: to(?: say)?|:) (?P<text>.+)$"
        ),
        "change",
    ),
    (_rule(r"(?:please )?(?:add (?:a )?)?constraint:? (?P<text>.{3,})$"), "constraint"),
    (_rule(r"(?:please )?(?:add (?:a )?)?(?:non-?goal|out of scope):? (?P<text>.{3,})$"), "non_goal"),
    (
        _rule(r"(?P<text>.{3,200}?) (?:is|are) (?:out of scope|a non-?goal|not in scope)(?: for now)?$"),
        "non_goal",
    ),
    (_rule(r"(?:please )?use (?P<new>.{1,80}?) (?:instead of|rather than|not) (?P<old>.{1,80})$"), "instead"),
    (_rule(r"(?:please )?(?:replace|swap) (?P<old>.{1,80}?) (?:with|by|for) (?P<new>.{1,80})$"), "instead"),
    (
        _rule(r"(?:please )?keep (?P<what>.{1,120}?) (?:in|on|with) (?P<where>.{1,80}?)(?P<now> for now)?$"),
        "keep",
    ),
    (_rule(r"(?:please )?use (?P<text>.{1,120})$"), "use"),
    (
        _rule(
            rf"(?:the )?priority (?:of )?(?P<id>{ID})(?:'s)?:? (?P<priority>must|should|could|won['’]?t|p[0-4]|high|medium|low)$"
        ),
        "priority",
    ),
    (_rule(r"(?:please )?(?:make|build|plan) it (?:as |into )?(?P<text>an? .{3,60})$"), "kind"),
    (
        _rule(r"(?:please )?(?:drop|remove|delete) (?:the )?(?P<a>[\w -]{1,60}?)(?: component)?$"),
        "component drop if there",
    ),
    (_rule(rf"(?P<id>{ID}),? (?P<text>(?:should|must|shall|has to|needs to) .{{3,}})$"), "amend"),
    (
        _rule(
            r"(?P<text>(?:the |an? )?[\w' -]{2,40}? (?:should|must|shall|can|needs? to|has to|have to) .{3,})$"
        ),
        "add",
    ),
    (_rule(r"(?:please )?(?:also )?add (?P<text>.{3,})$"), "add"),
)
