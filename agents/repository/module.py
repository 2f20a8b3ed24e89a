"""What one source file offers to others and takes from them, in a form that is small enough to keep for every file."""

import json
from dataclasses import astuple, dataclass
from typing import Any

# The name of an import that takes the whole module, and of one that takes all that is in it.
WHOLE, STAR = "", "*"


@dataclass(frozen=True, slots=True)
class Signature:
    """What a call must give: `parameters` in order, the first `required` of them without a default.

    `more` takes any number of further ones. The rest is Python's: `named` can only be given by name, `named_required` must
    be, `any_name` takes every name, and the first `unnamed` parameters cannot be given by name.
    """

    parameters: tuple[str, ...]
    required: int
    more: bool = False
    named: tuple[str, ...] = ()
    named_required: tuple[str, ...] = ()
    any_name: bool = False
    unnamed: int = 0

    def takes(self, call: "Call") -> bool:
        """Whether a call fits; one that spreads a list or a mapping is given the benefit of the doubt."""
        if call.count > len(self.parameters) and not self.more:
            return False
        by_name = {*self.parameters[self.unnamed :], *self.named}
        if not self.any_name and not set(call.names) <= by_name:
            return False
        if call.spreads:
            return True
        missing = set(self.parameters[call.count : self.required]) - set(call.names)
        return not missing and set(self.named_required) <= set(call.names)

    def __str__(self) -> str:
        """`(a, b=…, *, c)`, as people write it."""
        shown = [name if place < self.required else f"{name}=…" for place, name in enumerate(self.parameters)]
        shown += ["…"] if self.more else []
        shown += ["*", *self.named_required] if self.named_required else []
        return f"({', '.join(shown)})"


@dataclass(frozen=True, slots=True)
class Definition:
    """A name that others can take from the file; `signature` is None where it is no function or cannot be told."""

    line: int
    name: str
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """One name taken from `target`, which is written as in the file, and the name it has there."""

    line: int
    target: str
    name: str
    bound: str


@dataclass(frozen=True, slots=True)
class Call:
    """How something is called: values by place, values by name, and whether a list or mapping is spread into it."""

    count: int
    names: tuple[str, ...] = ()
    spreads: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """A dotted chain that begins with an imported name, as written; `call` is None where it is not called."""

    line: int
    chain: str
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class Module:
    """One source file. `unclear` says that it may offer names which neither its text nor those it passes on tell."""

    language: str
    definitions: tuple[Definition, ...] = ()
    imports: tuple[Import, ...] = ()
    uses: tuple[Use, ...] = ()
    unclear: bool = False


def packed(module: Module) -> bytes:
    """The module as few bytes."""
    return json.dumps(astuple(module), separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )


def unpacked(content: bytes) -> Module:
    """The module that was packed; raises ValueError, TypeError or IndexError on anything else."""
    language, definitions, imports, uses, unclear = json.loads(content.decode("utf-8", "surrogatepass"))
    return Module(
        language=str(language),
        definitions=tuple(Definition(line, name, _signature(given)) for line, name, given in definitions),
        imports=tuple(Import(*each) for each in imports),
        uses=tuple(Use(line, chain, _call(given)) for line, chain, given in uses),
        unclear=bool(unclear),
    )


def _signature(given: list[Any] | None) -> Signature | None:
    if given is None:
        return None
    parameters, required, more, named, named_required, any_name, unnamed = given
    return Signature(
        tuple(parameters), required, more, tuple(named), tuple(named_required), any_name, unnamed
    )


def _call(given: list[Any] | None) -> Call | None:
    return None if given is None else Call(given[0], tuple(given[1]), given[2])
