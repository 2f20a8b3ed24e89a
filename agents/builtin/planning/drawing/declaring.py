"""Infrastructure that is written down in code: brought about by a workflow, or a module that others call."""

import re
from collections.abc import Collection

from agents.builtin.planning.drawing.mandates import Mandate
from agents.builtin.planning.drawing.operating import OPERATED, is_operated
from agents.builtin.planning.drawing.shape_parts import CORE, Part, Shape
from agents.builtin.planning.entries import Entries

# What a cloud account is made of, which code that declares it makes and does not talk to.
RESOURCES = re.compile(
    r"(?:(?:aws|amazon|azure|google)\b.*|s3|cloudfront|route ?53|cognito|rds|ec2|eks|ecs|fargate|lambda|sqs|sns|dynamodb|iam|kms|acm|vpc"
    r"|elb|alb|cloudwatch|gke|aks|cloud (?:run|sql|storage|dns)|key vault|blob storage)",
    re.IGNORECASE,
)
DECLARING = re.compile(r"terraform|opentofu|pulumi|helm|ansible|cloudformation", re.IGNORECASE)
DECLARED_WITH = re.compile(
    r"\b(?:terraform|opentofu|pulumi|helm charts?|ansible|cloudformation)\b", re.IGNORECASE
)
# What starts it by itself.
IN_CI = re.compile(
    r"\bci\b|\bci/cd\b|\bgithub actions?\b|\bgitlab\b|\bjenkins\b|\bworkflows?\b|\bpipelines?\b|\b(?:pull|merge) requests?\b"
    r"|\bautomatic|\bpreviews?\b|\bnightly\b|\bschedul|\bevery (?:night|day|hour|week|push|commit|branch)\b|\bon (?:each|every) \w",
    re.IGNORECASE,
)
# What others call by their own means.
CALLED = re.compile(
    r"\bmodules?\b|\bcallers?\b|\bhelm charts?\b|\bproviders?\b|\b(?:ansible|puppet|salt) (?:role|collection)s?\b",
    re.IGNORECASE,
)
IN_A_CLUSTER = re.compile(r"\bkubernetes\b|\bk8s\b|\bopenshift\b|\bpods?\b|\bclusters?\b", re.IGNORECASE)
# `GitOps controllers are not required.`
RULED_OUT = re.compile(r"\b(?:not?|without|never)\b", re.IGNORECASE)
SENTENCE = re.compile(r"[.;\n]")
LOOPING = re.compile(
    r"\bcontrollers?\b|\boperator\b(?! (?:can|may|must|has|needs|sees|decides|knows)\b)|\bcrds?\b|\breconcil",
    re.IGNORECASE,
)


# `Tested with Terratest in GitHub Actions`: who tests a module does not apply it.
TESTED = re.compile(r"\b(?:tests?|tested|linted|checked) [^.;\n]{0,60}", re.IGNORECASE)


def declared(shape: Shape, entries: Entries, named: tuple[Mandate, ...]) -> Shape | None:
    """The shape of what code declares; None where a loop keeps it, or no such code is named."""
    told = f"{entries.opening}\n{entries.all_text()}"
    if any(LOOPING.search(each) and not RULED_OUT.search(each) for each in SENTENCE.split(told)):
        return None
    called = CALLED.search(entries.opening) is not None
    if is_operated(entries) and not called:
        return OPERATED
    if not _is_declared(entries, named):
        return None if IN_A_CLUSTER.search(told) or not IN_CI.search(told) else _declared(shape)
    return _module(shape) if called and not IN_CI.search(TESTED.sub(" ", told)) else _declared(shape)


def is_made(name: str, parts: Collection[str]) -> bool:
    """Whether this is a resource that the code declares and makes, among these parts, and does not talk to."""
    return (
        "declared" in parts and bool({"workflow", "inputs"} & set(parts)) and bool(RESOURCES.fullmatch(name))
    )


def _is_declared(entries: Entries, named: tuple[Mandate, ...]) -> bool:
    return DECLARED_WITH.search(entries.opening) is not None or any(
        DECLARING.match(each.name) for each in named
    )


def _declared(shape: Shape) -> Shape:
    """What is written down in code, and brought about by a workflow that somebody or something starts."""
    signals = next(part for part in shape.parts if part.id == "signals")
    return shape._replace(
        title="infrastructure in code",
        parts=(
            Part(
                "workflow",
                "Workflow",
                "worker",
                "Starts on an event, plans, applies, and says what came of it.",
                serves=(
                    r"\bwhen\b|\bautomatic|\btrigger|\bcreat|\bremov|\bdelet|\bdestroy|\bupdat|\bdeploy|\bpull requests?\b"
                    r"|\bpush|\bcomment|\bschedul|\bnight|\bevery\b|\broll ?(?:back|out)|\bupgrad"
                ),
                also=r"workflows?|pipelines?|ci(?:/cd)?|automation|deployment",
            ),
            CORE,
            Part(
                "declared",
                "Declared environment",
                "config",
                "What shall exist, in modules with few inputs.",
                serves=(
                    r"\bcluster|\bnamespace|\bdatabase|\bdns\b|\bnetwork|\bvpc\b|\bsubnet|\bbucket|\bcopy\b|\bsnapshot"
                    r"|\bdefin|\bdeclar|\bmodules?\b|\binstances?\b|\bfirewall|\btags?\b|\bencrypt|\bbackup|\bregions?\b"
                ),
                also=r"modules?|infrastructure|environments?|resources|network(?:ing)?|configuration",
            ),
            signals,
        ),
        wires=(
            ("workflow", "core", "asks"),
            ("workflow", "declared", "applies"),
            ("core", "signals", "counts"),
        ),
        entry="workflow",
        guard="workflow",
        headline="Everything declared in code, brought about by one workflow",
        why="what is declared in code can be read, reviewed and built again",
        gives_up="what drifts between two runs is seen at the next one",
        rejected=(
            ("A controller that runs all the time", "nothing in the PRD asks for a loop of its own"),
            ("Set up by hand", "it could be neither reviewed nor built again"),
        ),
        runs_on="the cloud or cluster it describes, started by CI",
    )


def _module(shape: Shape) -> Shape:
    """What is written down in code for others to call, who bring it about by their own means."""
    base = _declared(shape)
    declared = next(part for part in base.parts if part.id == "declared")
    signals = next(part for part in base.parts if part.id == "signals")
    callers = Part(
        "inputs",
        "Inputs and outputs",
        "interface",
        "What callers set, with a check of each, and what they get back.",
        serves=(
            r"\bcallers?\b|\binputs?\b|\boutputs?\b|\bvariables?\b|\bparameters?\b|\bvalues?\b|\boptions?\b|\bdefaults?\b"
            r"|\bconfigur|\bset(?:s|tings?)?\b|\bchoos"
        ),
        also=r"inputs?|outputs?|variables?|interface|usage",
    )
    return base._replace(
        title="infrastructure in code",
        parts=(callers, declared._replace(name="Declared resources"), signals),
        wires=(("inputs", "declared", "sets"), ("declared", "signals", "switches on")),
        entry="inputs",
        guard="inputs",
        core="declared",
        keeper="declared",
        headline="Everything declared in code, which its callers apply",
        gives_up="when it is applied, and what drifts between, is up to its callers",
        rejected=(
            *base.rejected,
            ("A workflow that applies it", "the PRD asks for code that others call, and for no workflow"),
        ),
        runs_on="the cloud or cluster it describes, started by whoever calls it",
    )
