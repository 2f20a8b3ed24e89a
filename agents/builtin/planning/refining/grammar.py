"""The sentences a refinement may be, each with the name of what it asks for.

The words come here without courtesies, their verb in its plain form and their ids as the plan writes them. The first
sentence that fits and finds what it names decides. These are edits beyond doubt; those in `loosely` are
tried when no slip of the pen explains the words better.
"""

import re
from functools import cache

from agents.builtin.planning.refining.grammar_parts import PARTS, Sentence
from agents.builtin.planning.refining.named import ID, IDS, KIND, PRIORITY, THING

__all__ = ["STRICT", "Sentence", "sentence"]


@cache
def sentence(words: str) -> re.Pattern[str]:
    """The pattern of a sentence; made when somebody first wishes for something, because most plans are drawn without a wish."""
    return re.compile(f"{words}$", re.IGNORECASE | re.DOTALL)


STRICT: tuple[Sentence, ...] = (
    (
        (
            r"(?:(?:re)?read|draw|redraw|look at|plan|go through) (?:the )?(?:prd|issue|document|plan|text|it)"
            r"(?: (?:once )?(?:again|more|anew|afresh))?"
        ),
        "again",
    ),
    (
        r"(?:redraw|refresh|regenerate|re-?plan|reload|again)(?: (?:it|the plan|from the prd|everything))?(?: again)?",
        "again",
    ),
    (
        (
            r"(?:rename|call) (?:the )?(?P<old>product|app|application|tool|project|service|it|.{2,60}?)"
            r"(?: (?:to|into|as))? [\"“]?(?P<new>[^\"”]{2,60}?)[\"”]?"
        ),
        "product name",
    ),
    (
        r"(?:the )?(?:product|app|project|it)(?:['’]s name)? (?:is|shall be|should be) called [\"“]?(?P<new>[^\"”]{2,60}?)[\"”]?",
        "product name",
    ),
    *PARTS,
    (r"(?:add (?:an? |the )?)?(?:new )?(?:constraint|rule)s?:? (?:that )?(?P<text>.{3,})", "constraint"),
    (
        r"(?:add (?:an? |the )?)?(?:new )?(?:non[- ]?goals?|out of scope):? (?:that )?(?P<text>.{3,})",
        "non_goal",
    ),
    (
        r"(?:add (?:an? |the )?)?(?:new )?(?:success )?(?:metrics?|kpis?)(?: of success)?: (?P<text>.{3,})",
        "metric",
    ),
    (
        (
            rf"{THING}(?P<ids>{IDS}) (?:(?:is|are) (?:out(?: of scope)?|(?:a )?non-?goals?|unnecessary|no longer needed"
            r"|obsolete|superfluous)|(?:is not|are not|isn['’]?t|aren['’]?t) (?:in scope|needed|necessary|required|wanted)"
            r"|can go|(?:has|have) to go|out)"
            r"(?: any ?more| for now)?"
        ),
        "drop",
    ),
    (
        rf"we (?:can do without|(?:don['’]?t|do not) (?:need|want)) {THING}(?P<ids>{IDS})(?: .{{1,9}})?",
        "drop",
    ),
    (rf"(?:there is |there['’]s )?no (?:more )?(?:need|use) for {THING}(?P<ids>{IDS})", "drop"),
    (rf"(?:don['’]?t|do not|never) (?:do|build|implement|make|want) {THING}(?P<ids>{IDS})", "drop"),
    (rf"(?:take|leave|strike|throw|kick) {THING}(?P<ids>{IDS}) out(?: again| for now)?", "drop"),
    (
        r"(?P<text>.{3,200}?) (?:is|are) (?:out of scope|(?:a )?non[- ]?goals?|not in scope)(?: for now)?",
        "rule out",
    ),
    (rf"add {THING}(?P<text>.{{3,}}?) (?:to|into) {THING}(?P<id>{ID})", "amend"),
    (
        (
            r"(?:add (?:the |an? )?(?:new )?|(?:an? )?(?:new|additional|another) )(?:functional |quality )?"
            r"(?:requirement|feature|nfr|quality demand|user story|story|demand)s?:? (?:that |so that )?"
            r"(?P<text>.{3,})"
        ),
        "add",
    ),
    (
        (
            rf"(?:defer|move|push|leave|keep|save|put|do|build|ship|deliver) {THING}(?P<ids>{IDS})"
            r"(?: off| (?:to|for|until|till|in|into|off to) "
            r"(?:later|the future|phase .+|version .+|v ?\d.*|(?:the|a) (?:next|later|future) .+|after .+|another .+)| later)"
        ),
        "defer",
    ),
    (rf"(?:defer|push) {THING}(?P<ids>{IDS})(?: .{{1,60}})?", "defer"),
    (
        (
            rf"{THING}(?P<ids>{IDS}) (?:(?:can|should|could|may|shall|must) (?:wait|come later|be later)"
            r"|comes? later|is for later|are for later|later)(?: on)?"
        ),
        "defer",
    ),
    (rf"(?:not now|later)[:,] ?{THING}(?P<ids>{IDS})", "defer"),
    (rf"restore {THING}(?P<ids>{IDS})(?: back)?", "restore"),
    (
        (
            rf"(?:(?:i|we)(?:['’]d| would)? )?(?:(?:put|bring|take|want|get|have|need|like|add) )?{THING}(?P<ids>{IDS}) "
            r"(?:back(?: in(?:to)?(?: scope| the plan)?)?|in(?:to)? scope|in again|again)"
        ),
        "restore",
    ),
    (rf"(?P<ids>{IDS}) (?:is|are) (?:now )?(?:back )?in scope(?: (?:after all|again|now))?", "restore"),
    (
        rf"keep {THING}(?P<ids>{IDS})(?: in)?(?: (?:after all|anyway|though|in scope|in the plan|then))?",
        "restore",
    ),
    (
        r"(?P<what>.{3,80}?) (?:is|are) (?:now )?(?:back )?in scope(?: (?:after all|again|now))?",
        "take in",
    ),
    (
        rf"(?:make|set|mark|change) {THING}(?P<ids>{IDS})(?:['’]s priority)?(?: to| as| be)?:? (?:an? )?{PRIORITY}(?: priority)?",
        "priority",
    ),
    (
        (
            rf"(?:(?:set|change|make) )?(?:the )?priority (?:of )?{THING}(?P<ids>{IDS})(?:['’]s)?:? ?"
            rf"(?:is|to|should be|shall be|becomes|:|=)? ?(?:an? )?{PRIORITY}"
        ),
        "priority",
    ),
    (
        rf"{THING}(?P<ids>{IDS}) (?:is|are|becomes?|should be|has|have|gets?)(?: only| just| both| all)? (?:an? )?{PRIORITY}(?: priority)?",
        "priority",
    ),
    (rf"(?P<ids>{IDS}):? ?{PRIORITY}", "priority"),
    (
        (
            rf"{THING}(?P<ids>{IDS}) (?:is|are) (?P<way>less|not(?: that| so| very| really| as)?)"
            r" (?:important|urgent|essential|critical)"
        ),
        "priority",
    ),
    (
        rf"(?P<way>lower|raise|increase|reduce) (?:the )?(?:priority|importance) (?:of )?{THING}(?P<ids>{IDS})",
        "priority",
    ),
    (rf"(?P<way>deprioriti[sz]e|prioriti[sz]e) {THING}(?P<ids>{IDS})", "priority"),
    (rf"split {THING}(?P<id>{ID})(?: up| apart)?(?: (?:into|in)(?: two)?|:)?:? ?(?P<text>.*)", "split"),
    (rf"merge {THING}(?P<ids>{IDS}) into {THING}(?P<into>{ID})", "merge"),
    (
        rf"(?:make )?{THING}(?P<ids>{IDS}) (?:into one|one requirement|one|belong together|are the same)",
        "merge",
    ),
    (rf"merge {THING}(?P<ids>{IDS})(?: (?:into|as|to)(?: one)?:? *(?P<text>.+)?)?", "merge"),
    (
        rf"(?:change|replace) {THING}(?P<id>{ID}) from [\"“]?(?P<old>.{{1,300}}?)[\"”]? to [\"“]?(?P<new>.{{1,300}}?)[\"”]?",
        "reword",
    ),
    (
        (
            rf"(?:in|for) {THING}(?P<id>{ID}),? (?:change|replace|use) [\"“]?(?P<old>.{{1,300}}?)[\"”]? "
            r"(?:to|with|by) [\"“]?(?P<new>.{1,300}?)[\"”]?"
        ),
        "reword",
    ),
    (
        rf"(?:change|replace) [\"“]?(?P<old>.{{1,300}}?)[\"”]? (?:to|with|by) [\"“]?(?P<new>.{{1,300}}?)[\"”]? in {THING}(?P<id>{ID})",
        "reword",
    ),
    (
        rf"(?:change|replace) {THING}(?P<id>{ID}),?(?: (?:to|into|as)(?: say| read)?:?| with:?|:) (?P<text>.+)",
        "change",
    ),
    (
        (
            rf"(?:(?:make|in) )?{THING}(?P<id>{ID}):? (?:(?:should|must|shall) be |is )?[\"“]?(?P<new>\S+(?: \S+){{0,2}}?)[\"”]?,? "
            r"(?:instead of|rather than|and not|not) [\"“]?(?P<old>.{1,80}?)[\"”]?"
        ),
        "reword if there",
    ),
    (
        rf"{THING}(?P<id>{ID}) (?:should|shall|must|has to) (?:say|read|be changed to|become):? (?P<text>.+)",
        "change",
    ),
    (rf"(?P<id>{ID}):? (?P<text>(?:add|include|also|plus|and) .{{3,}})", "amend"),
    (rf"(?P<id>{ID}): (?P<text>.{{3,}})", "change"),
    (
        (
            rf"(?:(?:make|set|change) )?{THING}(?P<id>{ID})(?: (?:to|should be|shall be|must be)| ?(?:->|→|=>|=|:))?"
            r" (?P<new>\S+(?: \S+){0,3})"
        ),
        "swap if there",
    ),
    (rf"(?P<id>{ID}) ?(?:->|→|=>) ?(?P<text>\S+(?: \S+){{2,}})", "change"),
    (
        r"use (?P<new>.{1,80}?)(?:,| and| but|, and) (?:then )?drop (?:the )?(?P<old>.{1,80})",
        "instead",
    ),
    (
        r"drop (?:the )?(?P<old>.{1,60}?)(?:,| and|, and) (?:rather )?(?:use|take) (?P<new>.{1,80}?)(?: instead)?",
        "instead",
    ),
    (r"drop (?P<what>.+)", "drop"),
    (r"(?:make|build|plan|turn|do) it (?:as |into |to be )?(?P<text>.{3,80})", "kind"),
    (
        (
            r"(?:(?:it|this)(?: is|['’]s| should be| shall be| must be| ought to be)"
            r"|(?:i|we)(?:['’]d| would)? (?:want|like|need|prefer) (?:it|this) to be) "
            rf"(?P<text>{KIND}(?:,? (?:and )?(?:not|instead of|rather than) .{{2,60}})?)"
        ),
        "kind",
    ),
    (
        r"use (?P<new>.{1,80}?),? (?:instead of|rather than|in place of|and not|not) (?P<old>.{1,80})",
        "instead",
    ),
    (r"replace (?P<old>.{1,80}?) (?:with|by|for) (?P<new>.{1,80})", "instead"),
    (
        r"(?:change|replace) [\"“]?(?P<old>.{1,160}?)[\"”]? (?:to|with|by|into) [\"“]?(?P<new>.{1,160}?)[\"”]?",
        "reword where",
    ),
    (
        r"(?:raise|lower|increase|reduce|extend|shorten|change|set|make) (?:the )?(?P<what>.{3,60}?) to (?P<new>.{1,40})",
        "amount where",
    ),
    (r"(?:switch|move|migrate|change) from (?P<old>.{1,80}?) to (?P<new>.{1,80})", "instead"),
    (r"(?P<new>.{1,80}?) (?:instead of|rather than|in place of) (?P<old>.{1,80})", "instead"),
    (
        (
            r"(?:do not|don['’]?t|never|must not) use (?P<old>.{1,120})"
            r"|(?:avoid|no(?: more)?|without|we (?:don['’]?t|do not) (?:need|want))(?: using)? (?P<old2>.{1,80})"
        ),
        "without",
    ),
    (
        r"(?:no|without)(?: an?| any)? (?P<what>(?!more\b|longer\b|one\b|later\b|need\b)\S+(?: \S+){0,3})",
        "no",
    ),
    (
        (
            r"(?:change|set|switch) (?:the )?"
            r"(?:database|db|data store|store|language|framework|back-?end|front-?end|hosting|host|cloud)"
            r"(?: is| to|:|=)+ (?P<text>.{1,80})"
        ),
        "use",
    ),
    (
        r"(?:store|save|put|hold) (?P<what>.{1,120}?) (?:in|on|with) (?P<where>.{1,80}?)(?P<now> for now)?",
        "keep if named",
    ),
    (r"keep (?P<what>.{1,120}?) (?:in|on|with) (?P<where>.{1,80}?)(?P<now> for now)?", "keep"),
    (r"(?:use|switch to|move to|go with) (?P<text>.{1,120})", "use"),
    (
        (
            r"(?:build|write|implement|make|do|run|host) (?:it|this|everything|the (?:app|tool|product|system|whole thing))"
            r" (?:with|in|on|using) (?P<text>.{1,120})"
        ),
        "use",
    ),
    (r"(?P<text>(?:deploy|host|run)(?: it| everything)? (?:on|in|at|with|to) .{2,80})", "constraint"),
    (
        r"(?:we (?:don['’]?t|do not) (?:need|want)|(?:do not|don['’]?t) build)(?: an?| any| the)? (?P<text>(?:(?!to\b|that\b)\S+ ?){1,8})",
        "rule out",
    ),
)
