"""What people write above the parts of a short text, as they would say it: `What I can't judge`, `Leave out`, `Fixed`."""

from typing import Final

from agents.builtin.reader.words.topic import Topic

_WE = r"(?:i|we|nobody|they)"
_NOT = r"(?: did not| didn['’]t| do not| don['’]t| cannot| can not| can['’]t| could not| couldn['’]t| have not| haven['’]t)"

# Asked before all others: some of these words stand in theirs.
TYPED: Final[tuple[tuple[Topic, str], ...]] = (
    (
        "question",
        (
            rf"^(?:(?:and )?what |(?:the )?(?:things|stuff) )?{_WE}{_NOT}(?: yet| really)? (?:know|answer|judge|decide|decided|say|tell|agree|agreed|settle|settled)(?: yet)?$"
            r"|^(?:still )?(?:unsure|not sure|unclear|undecided|not decided|open|to decide|to be decided)(?: (?:to|for) (?:me|us))?$|^where i(?:['’]m| am) (?:unsure|not sure)$"
        ),
    ),
    (
        "non_goal",
        (
            r"^(?:(?:please )?leave out|leave it out|not part of (?:it|this)|what is out|what['’]s out|not here|not wanted|things (?:i|we) (?:don['’]t|do not) (?:want|need)"
            r"|what (?:it|we|you) need(?:s)? not (?:do|have|be)|(?:i|we)['’]d (?:leave out|skip|drop)|(?:i|we) would (?:leave out|skip|drop)|no thanks|hands off|don['’]t (?:bother|touch))$"
        ),
    ),
    (
        "feature",
        (
            r"^(?:expected|desired|requested|wanted)(?: (?:behaviou?r|change|result))?$"
            r"|^(?:(?:the )?things (?:that|which) (?:really )?(?:matter|count)|what (?:really )?(?:matters|counts)|(?:the )?(?:important|main) things|what(?:['’]s| is) important)(?: (?:most|(?:most )?to (?:me|us)|for (?:me|us)))?$"
            r"|^(?:erwartet(?:es verhalten)?|gewünscht(?:es verhalten)?|(?:comportement )?(?:attendu|souhaité)|(?:comportamiento )?(?:esperado|deseado))$"
        ),
    ),
    (
        "neutral",
        (
            r"^(?:reporter|reported by|assignee|assigned to|severity|story points|epic link|fix versions?|affected versions?|affects versions?|issue type)$"
            r"|^(?:(?:actual|observed)(?: (?:behaviou?r|results?|outcome|output))?|current (?:behaviou?r|results?|outcome))$"
            r"|^(?:suspected|likely|probable|possible|presumed|assumed) (?:root )?(?:cause|reason)s?$"
            r"|^(?:symptoms?|(?:error|server) logs?|log (?:output|excerpt)|stack ?trace|root cause|workaround)$"
        ),
    ),
    (
        "deferred",
        r"^(?:can wait|(?:some ?day|one day|eventually|some other time|another time|next (?:year|round|time|version)|not (?:in )?the first (?:cut|round|version)))$",
    ),
    (
        "constraint",
        (
            r"^(?:fixed|fix|what is fixed|what['’]s fixed|set|settled|frame|framework conditions|must use|money and time|time and money|budget and time|rahmen"
            r"|what we have to (?:keep to|live with|work with)|what is (?:already )?there)$"
            # What a request for proposals asks of those who answer it.
            r"|^(?:proposal|bid|tender|vendor|response) (?:requirements|conditions)$|^submission (?:instructions|requirements|conditions)$"
            r"|^(?:code|intellectual property|ip) ownership$|^ownership,? (?:and|&) (?:handover|intellectual property|ip|licen[cs]ing|maintenance|post[- ]launch|support)\b|^intellectual property(?: rights)?(?: (?:and|&) \w+)?$"
        ),
    ),
    (
        "metric",
        (
            r"^(?:how (?:we|i)(?:['’]d| would| will|['’]ll)? (?:know|notice|see|tell)\b.{0,30}|when (?:are we|is it) (?:done|good|finished)|done when|good when|happy when"
            r"|(?:i|we)(?:['’]re| are|['’]m| am) (?:happy|done|satisfied) (?:when|if)|it works (?:when|if)|(?:a )?good (?:result|outcome))$"
        ),
    ),
    (
        "background",
        (
            r"^(?:what (?:annoys|bothers|bugs|hurts|is wrong|is annoying|goes wrong|happens (?:now|today))\b.{0,30}|what['’]s (?:wrong|broken|annoying)(?: (?:now|today))?"
            r"|context|how it is (?:now|today)|the (?:problem|situation)|how (?:it|this) works (?:now|today)|(?:the )?mess|why i(?:['’]m| am) (?:writing|asking)|where we (?:are|stand)(?: (?:now|today))?)$"
        ),
    ),
)
