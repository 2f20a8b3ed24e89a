"""The units every plan ends with: what the product runs on, and the runbook."""

from agents.builtin.decomposing.draft import Draft
from agents.builtin.decomposing.layout import Layout
from agents.schemas.pack import ArchitecturePack

LAST = "last"
# Parts of programs that are installed where somebody has machines already: nothing is rented for them.
ON_MACHINES_OF_OTHERS = frozenset({"intake", "devices"})


def last(pack: ArchitecturePack, *, layout: Layout) -> tuple[Draft, ...]:
    """What the product runs on, and the runbook, which the people on call read."""
    watched = {"reliability", "availability", "observability", "performance", "security", "scalability"}
    return (
        *_infrastructure(pack, layout=layout),
        Draft(
            key="runbook:",
            kind="runbook",
            group=LAST,
            title="Runbook: start, watch, restore, roll back",
            summary="What the people on call need: how to start and stop it, what to watch with the targets of the plan, "
            "what to do when an outside system is down, how to roll back.",
            acceptance=(
                "every target of the plan has a line that says where to look",
                "rollback is written step by step",
            ),
            files=("docs/runbook.md",),
            test="a person who did not write it starts and rolls back the product by it",
            after=() if layout.language == "none" else ("local:",),
            requirement_ids=tuple(each.id for each in pack.nfrs if each.category in watched),
            foundation=True,
        ),
    )


def _infrastructure(pack: ArchitecturePack, *, layout: Layout) -> tuple[Draft, ...]:
    """Infrastructure as code, where the plan has something that runs on a server and the repository had nothing."""
    elsewhere = any(part.id in ON_MACHINES_OF_OTHERS for part in pack.architecture.components)
    if layout.existing or elsewhere or pack.architecture.kind not in {"service", "web_app", "pipeline"}:
        return ()
    return (
        Draft(
            key="infrastructure:",
            kind="infrastructure",
            group=LAST,
            title="Infrastructure as code: a module for each part, without a provider",
            summary="Terraform for network, compute, data, queues and secrets as far as the plan has them. It plans as it stands and "
            "creates nothing; where people must choose a provider's resources, a boundary is marked TODO.",
            acceptance=(
                "`terraform validate` passes without an account",
                "every boundary that needs a choice is marked TODO and listed in the README",
                "no value of a secret is written down",
            ),
            files=("infra/**",),
            test="`terraform -chdir=infra validate` passes",
            after=() if layout.language == "none" else ("local:",),
            component_ids=tuple(
                part.id
                for part in pack.architecture.components
                if part.kind in {"store", "files", "queue", "external"}
            ),
            foundation=True,
        ),
    )
