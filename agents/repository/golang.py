"""What a Go file offers and takes; files of one folder are one package and see each other's names."""

import re
from collections.abc import Collection, Iterator

from tree_sitter import Node

from agents.repository.module import STAR, WHOLE, Call, Definition, Import, Module, Signature, Use
from agents.repository.parsing import chain, few, field, line, once, parsed, text, unquoted

_QUERY = """
(import_spec) @import
(call_expression) @call
(selector_expression) @selector
(qualified_type) @qualified
(type_identifier) @type
"""
_MODULE = re.compile(r"^module[ \t]+\"?([^\s\"]{1,300})\"?", re.MULTILINE)
# https://go.dev/ref/spec#Predeclared_identifiers
_BUILT_IN = frozenset(
    [
        "any",
        "bool",
        "byte",
        "comparable",
        "complex64",
        "complex128",
        "error",
        "float32",
        "float64",
        "int",
        "int8",
        "int16",
        "int32",
        "int64",
        "rune",
        "string",
        "uint",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "uintptr",
        "append",
        "cap",
        "clear",
        "close",
        "complex",
        "copy",
        "delete",
        "imag",
        "len",
        "make",
        "max",
        "min",
        "new",
        "panic",
        "print",
        "println",
        "real",
        "recover",
    ]
)


def read(content: bytes) -> Module | None:
    """The module, None when it is beyond reading."""
    tree = parsed("go", content, _QUERY)
    if tree is None:
        return None
    imports = few(_import(node) for node in tree.found.get("import", ()))
    definitions = few(_defined(tree.root))
    bound = {each.bound for each in imports}
    mine = {each.name for each in definitions} | _BUILT_IN | bound
    uses = (
        *(_call(node, bound, mine) for node in tree.found.get("call", ())),
        *(Use(line(node), chain(node, bound)) for node in tree.found.get("selector", ())),
        *(Use(line(node), chain(node, bound)) for node in tree.found.get("qualified", ())),
        *(Use(line(node), _foreign(node, mine)) for node in tree.found.get("type", ())),
    )
    return Module("go", definitions, imports, once(uses))


def _foreign(node: Node | None, mine: Collection[str]) -> str:
    """A bare name that is not the file's own is another file's of the package, unless it is local."""
    name = text(node) if node is not None and node.type in {"identifier", "type_identifier"} else ""
    return "" if name in mine else name


def read_mod(content: bytes) -> Module:
    """The module path that a `go.mod` gives its folder, as the one name it defines. https://go.dev/ref/mod#go-mod-file-module."""
    found = _MODULE.search(content.decode(errors="replace"))
    return Module("go.mod", (Definition(1, found[1]),) if found else ())


def _import(node: Node) -> Import:
    target, name = unquoted(field(node, "path")), text(field(node, "name"))
    if name == ".":
        return Import(line(node), target, STAR, "")
    # A package is called as its folder is, but for the version at the end of a module's path.
    parts = [part for part in target.split("/") if part]
    last = (
        parts[-2]
        if len(parts) > 1 and parts[-1][:1] == "v" and parts[-1][1:].isdigit()
        else (parts or [""])[-1]
    )
    return Import(line(node), target, WHOLE, name or last)


def _defined(root: Node) -> Iterator[Definition]:
    for child in root.named_children:
        match child.type:
            case "function_declaration":
                yield Definition(line(child), text(field(child, "name")), _signature(child))
            case "type_declaration" | "const_declaration" | "var_declaration":
                for spec in _specs(child):
                    yield from (
                        Definition(line(name), text(name)) for name in spec.children_by_field_name("name")
                    )
            case _:
                continue


def _specs(node: Node) -> Iterator[Node]:
    for child in node.named_children:
        if child.type in {"var_spec_list", "const_spec_list"}:
            yield from child.named_children
        else:
            yield child


def _signature(node: Node) -> Signature | None:
    listed = field(node, "parameters")
    if listed is None or field(node, "type_parameters") is not None:
        return None
    names: list[str] = []
    more = False
    for each in listed.named_children:
        if each.type == "variadic_parameter_declaration":
            more = True
        elif each.type == "parameter_declaration":
            names += [text(name) for name in each.children_by_field_name("name")] or ["_"]
    return Signature(tuple(names), len(names), more)


def _call(node: Node, bound: Collection[str], mine: Collection[str]) -> Use:
    function, given = field(node, "function"), field(node, "arguments")
    called = chain(function, bound) or _foreign(function, mine)
    if not called:
        return Use(line(node), "")
    values = [child for child in given.named_children if child.type != "comment"] if given is not None else []
    # `f(g())` may give `f` all that `g` returns.
    spreads = any(child.type == "variadic_argument" for child in values) or (
        len(values) == 1 and values[0].type == "call_expression"
    )
    return Use(line(node), called, Call(0 if spreads else len(values), (), spreads))
