"""The units that carry the requirements or user stories: one or more for each, grouped by component or heading."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from agents.builtin.decomposing.draft import Draft, Mentions, chunks
from agents.builtin.decomposing.foundation import proof_command
from agents.builtin.decomposing.layout import Layout, component_folders
from agents.builtin.decomposing.names import plain, snake
from agents.builtin.decomposing.place import base, code_folder, serving_of, test_files
from agents.builtin.planning.drawing.part_names import marks, name_of
from agents.builtin.reader.text.inline import capital
from agents.schemas.pack import ArchitecturePack
from agents.schemas.requirements import Requirement, UserStory

# More acceptance criteria than this are too many for one small pull request.
CRITERIA = 4
# A component with more requirements than this is cut along the headings of the document.
REQUIREMENTS = 12
# With more groups than this, those of few units are put together.
GROUPS = 8
FEW = 2
REST = "Smaller areas"
# However little it says, `Area 7` tells one slice from the next.
COUNTED = re.compile(r"(?:area|block|group|module|part|section)\s\d{1,4}", re.IGNORECASE)
# What stands before the point of a requirement: `The system shall be able to`. Of `each booking shall` the point is whose it is.
_LEAD = re.compile(
    r"^(?:the|this|our)\s(?:[\w'/-]{1,20}\s){0,3}?"
    r"(?:system|app|application|platform|service|tool|product|software|program|website|site|solution|library|sdk|cli|api|back-?end|server|bot|plug-?in|extension)\s"
    r"(?:must|shall|should|will)\s(?:be able to\s|also\s)?(?!not\b|be\b)",
    re.IGNORECASE,
)
# A line that points to another place is no criterion: `Maps to: CreateOrder`, `See docs/orders.md`.
_ELSEWHERE = re.compile(
    r"^(?:maps? to|traces? to|links? to|refs?|references?|related|source)\b[^:.]{0,20}:|^see (?:also )?[`\[]?[\w/-]+(?:/|\.md)",
    re.IGNORECASE,
)
# A word that begins small, and is no name, path or command: `ship lines to the store`.
SMALL = re.compile(r"[a-zäöüàéè]+(?=[ ,;:.]|$)(?! (?:--|/))")
_RANK = {"must": 0, "should": 1, "unstated": 1, "could": 2, "wont": 3}

Risks = Mapping[str, Literal["medium", "high"]]


def requirements(
    pack: ArchitecturePack, *, layout: Layout, found: Mentions, risk: Risks
) -> tuple[Draft, ...]:
    """Units for every requirement, grouped by the component that serves it first; must comes before could."""
    own = {} if layout.in_place else component_folders(pack)
    serving = serving_of(pack)
    speaks_of: dict[str, list[str]] = {}
    for entity in pack.entities:
        for each in found.of(entity.name):
            speaks_of.setdefault(each, []).append(f"entity:{entity.id}")
    home = {
        each.id: next((part for part in serving.get(each.id, ()) if part in own), "")
        for each in pack.requirements
    }
    groups = _groups(pack, home=home)
    order = {part: index for index, part in enumerate(own)}
    drafts: list[tuple[tuple[int, int], Draft]] = []
    for wanted in pack.requirements:
        part = home[wanted.id]
        served = serving.get(wanted.id, ())
        after = (base(layout), *speaks_of.get(wanted.id, ()))
        rank = (order.get(part, len(order)), _RANK[wanted.priority])
        for draft in _requirement(
            wanted, group=groups[wanted.id], folder=own.get(part, ""), layout=layout, after=after
        ):
            placed = draft._replace(component_ids=served)
            drafts.append((rank, placed._replace(risk=risk[wanted.id]) if wanted.id in risk else placed))
    return _by_group(drafts)


def stories(pack: ArchitecturePack, *, layout: Layout) -> tuple[Draft, ...]:
    """Units for user stories, when the document has nothing else to build from."""
    if pack.requirements:
        return ()
    return tuple(_story(each, layout=layout) for each in pack.prd.user_stories)


def _requirement(
    each: Requirement, *, group: str, folder: str, layout: Layout, after: tuple[str, ...]
) -> tuple[Draft, ...]:
    parts = chunks([one for one in each.acceptance if not _ELSEWHERE.match(one)], size=CRITERIA)
    name = snake(each.id, fallback="requirement")
    drafts: list[Draft] = []
    for index, criteria in enumerate(parts, start=1):
        suffix = f" ({index} of {len(parts)})" if len(parts) > 1 else ""
        module = name if len(parts) == 1 else f"{name}_{index}"
        drafts.append(
            Draft(
                key=f"requirement:{each.id}" + (f"/{index}" if index > 1 else ""),
                kind="requirement",
                group=group,
                title=f"{_title(each.text, instead=each.id, product=layout.product)}{suffix}",
                summary=plain(each.text, limit=1500),
                acceptance=tuple(plain(one, limit=500) for one in criteria) or (_shown(each),),
                files=(code_folder(layout, folder), *test_files(layout, name)),
                test=proof_command(layout, module),
                after=(*after, *((drafts[-1].key,) if drafts else ())),
                requirement_ids=(each.id,),
                size="M" if len(criteria) > 2 or len(each.text) > 300 else "S",
            )
        )
    return tuple(drafts)


def _shown(each: Requirement) -> str:
    """The criterion of a requirement that has none: its words, unless the title has them all."""
    if _title(each.text, instead=each.id).endswith("…"):
        return f"a test shows that {each.id} holds: {plain(each.text, limit=400)}"
    return f"a test shows that {each.id} holds, and fails without it"


def _groups(pack: ArchitecturePack, *, home: Mapping[str, str]) -> dict[str, str]:
    """The slice title of each requirement: its component, or the document's heading where that would be too much.

    With many groups the smallest share one, because a parent issue for a single unit helps nobody.
    """
    names = {part.id: plain(part.name, limit=80) for part in pack.architecture.components}
    sizes = Counter(home.values())
    areas = Counter(each.area for each in pack.requirements)
    ids = marks(areas)
    groups: dict[str, str] = {}
    for each in pack.requirements:
        part = home[each.id]
        crowded = (not part or sizes[part] > REQUIREMENTS) and areas[each.area] > FEW
        named = name_of(each.area, ids=ids) or (each.area if COUNTED.fullmatch(each.area) else "")
        area = plain(named, limit=80) if crowded else ""
        groups[each.id] = area or names.get(part, "") or "Requirements"
    count = Counter(groups.values())
    if len(count) <= GROUPS:
        return groups
    return {each: group if count[group] > FEW else REST for each, group in groups.items()}


def _by_group(drafts: list[tuple[tuple[int, int], Draft]]) -> tuple[Draft, ...]:
    """Components in their order, groups in the order they first appear, and in a group must before could."""
    first: dict[str, tuple[int, int]] = {}
    for index, ((part, _), draft) in enumerate(drafts):
        first.setdefault(draft.group, (part, index))
    ranked = sorted(drafts, key=lambda row: (row[1].group == REST, first[row[1].group], row[0][1]))
    return tuple(draft for _, draft in ranked)


def _story(each: UserStory, *, layout: Layout) -> Draft:
    return Draft(
        key=f"requirement:{each.id}",
        kind="requirement",
        group="User stories",
        title=_title(each.want or each.text, instead=each.id, product=layout.product),
        summary=plain(each.text, limit=1500),
        acceptance=tuple(plain(one, limit=500) for one in each.acceptance)
        or (f"a test tells the story of {each.id} from end to end",),
        files=(code_folder(layout, ""), *test_files(layout, snake(each.id, fallback="story"))),
        test=proof_command(layout, snake(each.id, fallback="story")),
        after=(base(layout),),
        requirement_ids=(each.id,),
        size="M",
    )


def _title(text: str, *, instead: str, product: str = "") -> str:
    whole = plain(text, limit=600)
    bare = _LEAD.sub("", whole)
    # `shelfctl find x lists them`: a command stays as it is typed.
    small = SMALL.match(bare) if bare.split(" ")[0] != product else None
    line = plain(capital(bare) if bare != whole or small else bare, limit=90)
    return line.rstrip(" .:;,") or instead
