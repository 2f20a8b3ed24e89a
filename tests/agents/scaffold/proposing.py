"""One unit of the invoices plan, proposed by the scaffolder."""

from agents.builtin.decompose import DecompositionInputs, Wish, decompose
from agents.builtin.scaffold import ImplementationInputs, propose
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import Proposal
from tests.agents.scaffold.plans import invoices

PACK = invoices()
BACKLOG = decompose(DecompositionInputs(pack=PACK))


def unit_of(kind: str, *, backlog: Backlog = BACKLOG) -> str:
    return next(unit.id for unit in backlog.units if unit.kind == kind)


def proposal(
    kind: str,
    *,
    tree: tuple[str, ...] = (),
    files: dict[str, str] | None = None,
    feedback: tuple[str, ...] = (),
    pack: ArchitecturePack = PACK,
) -> Proposal:
    backlog = decompose(DecompositionInputs(pack=pack, tree=tree))
    answer = propose(
        ImplementationInputs(
            pack=pack,
            backlog=backlog,
            unit_id=unit_of(kind, backlog=backlog),
            tree=tree,
            files=files or {},
            feedback=tuple(Wish(text=text) for text in feedback),
        )
    )
    assert isinstance(answer, Proposal), answer
    return answer


def contents(answer: Proposal) -> dict[str, str]:
    return {file.path: file.content or "" for file in answer.files}
