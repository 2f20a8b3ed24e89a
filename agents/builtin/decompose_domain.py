"""The units of the domain: shared value checks, one for each entity, and in a service the store and one resource each."""

from agents.builtin.decompose_draft import Draft, Mentions
from agents.builtin.decompose_foundation import proof_command
from agents.builtin.decompose_layout import Layout, entity_modules
from agents.builtin.decompose_names import pascal, plain, plural
from agents.schemas.pack import ArchitecturePack

DOMAIN = "domain"


def domain(pack: ArchitecturePack, *, layout: Layout, found: Mentions) -> tuple[Draft, ...]:
    """Shared value checks, one unit for each entity, and for a service the store and one resource for each entity."""
    if not pack.entities:
        return ()
    names = entity_modules(pack)
    drafts: list[Draft] = []
    if layout.language != "none":
        drafts.append(_fields(layout))
    for entity in pack.entities:
        module = names[entity.id]
        ids = found.of(entity.name)
        title = plain(entity.name, limit=60)
        listed = ", ".join(plain(each, limit=40) for each in entity.attributes[:20])
        drafts.append(
            Draft(
                key=f"entity:{entity.id}",
                kind="entity",
                group=DOMAIN,
                title=f"Domain entity {title}",
                summary=f"{title} as a value that is valid from the moment it exists. "
                + (
                    f"Attributes: {listed}."
                    if listed
                    else "The PRD names no attributes; it starts with an id alone."
                ),
                acceptance=(
                    "a valid value survives a round trip through JSON",
                    "a missing, unknown or wrong field is refused by name",
                ),
                files=(layout.code("domain", module), layout.proof(module))
                if layout.language != "none"
                else ("src/**", "test/**", "tests/**"),
                test=proof_command(layout, module),
                after=("domain:fields",) if layout.language != "none" else ("skeleton:",),
                requirement_ids=ids,
                foundation=not ids,
            )
        )
    if layout.shape == "service" and layout.language != "none":
        drafts += _resources(pack, layout=layout, names=names, found=found)
    return tuple(drafts)


def _fields(layout: Layout) -> Draft:
    init = "__init__" if layout.language == "python" else ""
    return Draft(
        key="domain:fields",
        kind="domain",
        group=DOMAIN,
        title="Value checks the domain entities share",
        summary="Checks for texts, numbers, moments, days, addresses and links; each names the field it refuses.",
        acceptance=("each check takes what it should and refuses the rest by name",),
        files=(
            *((layout.code("domain", init),) if init else ()),
            layout.code("domain", "fields"),
            layout.proof("fields"),
        ),
        test=proof_command(layout, "fields"),
        after=("skeleton:",),
        foundation=True,
    )


def _resources(
    pack: ArchitecturePack, *, layout: Layout, names: dict[str, str], found: Mentions
) -> tuple[Draft, ...]:
    store = Draft(
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
    resources = []
    for entity in pack.entities:
        module = names[entity.id]
        ids = found.of(entity.name)
        resources.append(
            Draft(
                key=f"interface:{entity.id}",
                kind="interface",
                group=DOMAIN,
                title=f"Interface stub for {pascal(entity.name, fallback='entity')}: list, create, read",
                summary=f"`/{plural(module).replace('_', '-')}` over the stand-in store, with every refusal in the tests.",
                acceptance=(
                    "what is created can be listed and read",
                    "what is wrong is refused with its reason",
                ),
                files=(layout.code("api", module), layout.proof(f"api_{module}")),
                test=proof_command(layout, f"api_{module}"),
                after=(f"entity:{entity.id}", "store:memory"),
                requirement_ids=ids,
                foundation=not ids,
            )
        )
    return (store, *resources)
