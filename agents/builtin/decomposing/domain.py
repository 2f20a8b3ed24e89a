"""The units of the domain: shared value checks, one for each entity, and in a service the store and one resource each."""

from agents.builtin.decomposing.draft import Draft, Mentions
from agents.builtin.decomposing.foundation import proof_command
from agents.builtin.decomposing.layout import Layout, entity_modules
from agents.builtin.decomposing.names import plain, plural
from agents.schemas.pack import ArchitecturePack
from agents.schemas.requirements import Entity

DOMAIN = "domain"
# So many requirements must speak of an entity without attributes before it is worth a unit.
MENTIONS = 2


def domain(pack: ArchitecturePack, *, layout: Layout, found: Mentions) -> tuple[Draft, ...]:
    """Shared value checks, one unit for each entity, and in a service the store and one resource for each entity.

    An entity the PRD gives no attributes gets a unit only when several requirements speak of it: the word alone may be
    just a word. Its resource waits until people have said what it holds.
    """
    names = entity_modules(pack)
    known = layout.language != "none"
    chosen = tuple(each for each in pack.entities if each.attributes or len(found.of(each.name)) >= MENTIONS)
    drafts = [_fields(layout)] if chosen and known else []
    drafts += [
        _entity(each, module=names[each.id], layout=layout, ids=found.of(each.name)) for each in chosen
    ]
    whole = tuple(each for each in chosen if each.attributes)
    if whole and known and layout.shape == "service":
        drafts.append(_store(layout))
        drafts += [
            _resource(each, module=names[each.id], layout=layout, ids=found.of(each.name)) for each in whole
        ]
    return tuple(drafts)


def _entity(entity: Entity, *, module: str, layout: Layout, ids: tuple[str, ...]) -> Draft:
    title = plain(entity.name, limit=60)
    listed = ", ".join(plain(each, limit=40) for each in entity.attributes[:20])
    known = layout.language != "none"
    agreed = () if listed else ("the people who asked agree on its fields",)
    return Draft(
        key=f"entity:{entity.id}",
        kind="entity",
        group=DOMAIN,
        title=f"Domain entity {title}",
        summary=f"{title} as a value that is valid from the moment it exists. "
        + (
            f"Attributes: {listed}."
            if listed
            else "The PRD names no attributes, so its fields are agreed first."
        ),
        acceptance=(
            *agreed,
            "a valid value survives a round trip through JSON"
            if known
            else "a valid value is the same after it was kept and read back",
            "a missing, unknown or wrong field is refused by name",
        ),
        files=(layout.code("domain", module), layout.proof(module)) if known else ("**",),
        test=proof_command(layout, module),
        after=("domain:fields",) if known else ("skeleton:",),
        requirement_ids=ids,
        foundation=not ids,
    )


def _fields(layout: Layout) -> Draft:
    return Draft(
        key="domain:fields",
        kind="domain",
        group=DOMAIN,
        title="Value checks the domain entities share",
        summary="Checks for texts, numbers, moments, days, addresses and links; each names the field it refuses.",
        acceptance=("each check takes what it should and refuses the rest by name",),
        files=(
            *((layout.code("domain", "__init__"),) if layout.language == "python" else ()),
            layout.code("domain", "fields"),
            layout.proof("fields"),
        ),
        test=proof_command(layout, "fields"),
        after=("skeleton:",),
        foundation=True,
    )


def _store(layout: Layout) -> Draft:
    return Draft(
        key="store:memory",
        kind="store",
        group=DOMAIN,
        title="Store boundary with a stand-in that keeps data in memory",
        summary="What every store can do, a stand-in for tests and first starts, and the cases each later store must pass.",
        acceptance=("the cases pass on the stand-in", "an id is taken once"),
        files=(layout.code("store"), layout.proof("store")),
        test=proof_command(layout, "store"),
        after=("skeleton:",),
        foundation=True,
    )


def _resource(entity: Entity, *, module: str, layout: Layout, ids: tuple[str, ...]) -> Draft:
    path = plural(module.rstrip("_")).replace("_", "-")
    return Draft(
        key=f"interface:{entity.id}",
        kind="interface",
        group=DOMAIN,
        title=f"Interface stub for {plain(entity.name, limit=60)}: list, create, read",
        summary=f"/{path} over the stand-in store, with every refusal in the tests.",
        acceptance=("what is created can be listed and read", "what is wrong is refused with its reason"),
        files=(layout.code("api", module), layout.proof(f"api_{module}")),
        test=proof_command(layout, f"api_{module}"),
        after=(f"entity:{entity.id}", "store:memory"),
        requirement_ids=ids,
        foundation=not ids,
    )
