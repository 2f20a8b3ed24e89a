"""What a JavaScript or TypeScript file offers and takes, by `import`, `export` and `require`."""

from collections.abc import Collection, Iterator

from tree_sitter import Node

from agents.repository.module import STAR, WHOLE, Call, Definition, Import, Module, Signature
from agents.repository.module import Use as Used
from agents.repository.parsing import chain, few, field, line, once, parsed, text, unquoted

_QUERY = """
(import_statement) @import
(export_statement) @export
(call_expression) @call
(new_expression) @new
(member_expression) @member
(assignment_expression) @assignment
"""
DEFAULT = "default"
_FUNCTIONS = frozenset(
    {
        "function_declaration",
        "generator_function_declaration",
        "function_expression",
        "generator_function",
        "arrow_function",
        "method_definition",
    }
)


def read(language: str, content: bytes) -> Module | None:
    """The module, None when it is beyond reading."""
    tree = parsed(language, content, _QUERY)
    if tree is None:
        return None
    strict = language != "javascript"
    exports = tree.found.get("export", [])
    calls = tree.found.get("call", [])
    imports = few(
        (
            *(each for node in tree.found.get("import", ()) for each in _imported(node)),
            *(each for node in exports for each in _passed_on(node)),
            *(each for node in calls for each in _required(node)),
        )
    )
    local = _functions(tree.root, strict=strict)
    definitions = [each for node in exports for each in _exported(node, local, strict=strict)]
    common, computed = _common(tree.found.get("assignment", []), local, strict=strict)
    bound = {each.bound for each in imports if each.bound}
    uses = (
        *(_call(node, field(node, "function"), bound) for node in calls),
        *(_call(node, field(node, "constructor"), bound) for node in tree.found.get("new", ())),
        *(Used(line(node), chain(node, bound)) for node in tree.found.get("member", ())),
    )
    return Module(
        language=language,
        definitions=few(_first((*definitions, *common))),
        imports=imports,
        uses=once(uses),
        unclear=computed or any(text(node).startswith("export =") for node in exports),
    )


def _first(definitions: tuple[Definition, ...]) -> Iterator[Definition]:
    """Each name once; one that is given twice, as with overloads, has no signature that can be told."""
    found: dict[str, Definition] = {}
    for each in definitions:
        twice = each.name in found
        found[each.name] = Definition(found[each.name].line, each.name) if twice else each
    yield from found.values()


def _imported(node: Node) -> Iterator[Import]:
    for child in node.named_children:
        if child.type == "import_require_clause":
            bound = text(child.named_children[0])
            yield Import(line(node), unquoted(field(child, "source")), WHOLE, bound)
    target = unquoted(field(node, "source"))
    if not target:
        return
    clause = next((child for child in node.named_children if child.type == "import_clause"), None)
    if clause is None:
        yield Import(line(node), target, WHOLE, "")
        return
    for child in clause.named_children:
        match child.type:
            case "identifier":
                yield Import(line(child), target, DEFAULT, text(child))
            case "namespace_import":
                yield Import(line(child), target, WHOLE, text(child.named_children[0]))
            case "named_imports":
                for each in child.named_children:
                    name = text(field(each, "name"))
                    yield Import(line(each), target, name, text(field(each, "alias")) or name)
            case _:
                continue


def _passed_on(node: Node) -> Iterator[Import]:
    """`export {a} from './b'`, and `export * from './b'`, whose names cannot be told from this file alone."""
    target = unquoted(field(node, "source"))
    if not target:
        return
    clause = next((child for child in node.named_children if child.type == "export_clause"), None)
    named = any(child.type == "namespace_export" for child in node.named_children)
    if clause is None:
        yield Import(line(node), target, WHOLE if named else STAR, "")
        return
    for each in clause.named_children:
        yield Import(line(each), target, text(field(each, "name")), "")


def _required(node: Node) -> Iterator[Import]:
    """`require('./b')` under the names it is given, and `import('./b')`."""
    called = text(field(node, "function"))
    given = field(node, "arguments")
    if called not in {"require", "import"} or given is None or not given.named_children:
        return
    target = unquoted(given.named_children[0])
    if not target:
        return
    above = node.parent
    name = field(above, "name") if above is not None and above.type == "variable_declarator" else None
    if above is not None and above.type == "member_expression":
        yield Import(line(node), target, text(field(above, "property")), "")
    elif name is not None and name.type == "identifier":
        yield Import(line(node), target, WHOLE, text(name))
    elif name is not None and name.type == "object_pattern":
        for each in name.named_children:
            if each.type == "shorthand_property_identifier_pattern":
                yield Import(line(each), target, text(each), text(each))
            elif each.type == "pair_pattern":
                yield Import(line(each), target, text(field(each, "key")), text(field(each, "value")))
    else:
        yield Import(line(node), target, WHOLE, "")


def _exported(node: Node, local: dict[str, Signature | None], *, strict: bool) -> Iterator[Definition]:
    defaulted = any(child.type == "default" for child in node.children)
    declared = field(node, "declaration")
    value = field(node, "value")
    if declared is not None and declared.type == "ambient_declaration":
        declared = declared.named_children[0] if declared.named_children else None
    for child in node.named_children:
        if child.type == "namespace_export":
            yield Definition(line(child), text(child.named_children[0]))
        elif child.type == "export_clause":
            for each in child.named_children:
                name, alias = text(field(each, "name")), text(field(each, "alias"))
                known = None if field(node, "source") is not None else local.get(name)
                yield Definition(line(each), alias or name, known)
    if value is not None:
        called = local.get(text(value)) if value.type == "identifier" else _signature(value, strict=strict)
        yield Definition(line(value), DEFAULT, called)
    if declared is None:
        return
    if declared.type in {"lexical_declaration", "variable_declaration"}:
        yield from _declared(declared, strict=strict)
    else:
        name = DEFAULT if defaulted else text(field(declared, "name"))
        yield Definition(line(declared), name, _signature(declared, strict=strict))


def _declared(node: Node, *, strict: bool) -> Iterator[Definition]:
    for each in node.named_children:
        name = field(each, "name") if each.type == "variable_declarator" else None
        if name is None:
            continue
        if name.type == "identifier":
            yield Definition(line(each), text(name), _signature(field(each, "value"), strict=strict))
        else:
            yield from (Definition(line(inner), text(inner)) for inner in _leaves(name))


def _leaves(node: Node) -> Iterator[Node]:
    if node.type in {"identifier", "shorthand_property_identifier_pattern"}:
        yield node
    for child in node.named_children:
        if child.type != "property_identifier":
            yield from _leaves(child)


def _functions(root: Node, *, strict: bool) -> dict[str, Signature | None]:
    """The file's own functions by their names, for those that are exported further down."""
    found: dict[str, Signature | None] = {}
    for child in root.named_children:
        if child.type in {"lexical_declaration", "variable_declaration"}:
            each = [(one.name, one.signature) for one in _declared(child, strict=strict)]
        else:
            each = [(text(field(child, "name")), _signature(child, strict=strict))]
        for name, signature in each:
            found[name] = None if name in found else signature
    return found


def _common(
    nodes: list[Node], local: dict[str, Signature | None], *, strict: bool
) -> tuple[tuple[Definition, ...], bool]:
    """What CommonJS exports, and whether some of it is computed.

    https://nodejs.org/api/modules.html#moduleexports
    """
    found: list[Definition] = []
    computed = False
    for node in nodes:
        left, right = text(field(node, "left")), field(node, "right")
        if left == "module.exports" and right is not None and right.type == "object":
            for each in right.named_children:
                if each.type == "spread_element":
                    computed = True
                    continue
                name = text(field(each, "key") or field(each, "name") or each)
                value = field(each, "value")
                known = local.get(text(value) if value is not None else name)
                found.append(Definition(line(each), name, known or _signature(value or each, strict=strict)))
        elif left == "module.exports":
            computed = True
        elif left.startswith(("module.exports.", "exports.")):
            name = left.removeprefix("module.").removeprefix("exports.")
            known = local.get(text(right))
            found.append(Definition(line(node), name, known or _signature(right, strict=strict)))
    return tuple(found), computed


def _signature(node: Node | None, *, strict: bool) -> Signature | None:
    """What a call must give; JavaScript itself takes any number of further values, TypeScript does not."""
    if node is None or node.type not in _FUNCTIONS:
        return None
    single = field(node, "parameter")
    if single is not None:
        return Signature((text(single),), 1, more=not strict)
    listed = field(node, "parameters")
    names: list[str] = []
    required, more = 0, not strict
    for each in listed.named_children if listed is not None else ():
        pattern = (
            field(each, "pattern") if each.type in {"required_parameter", "optional_parameter"} else each
        )
        if each.type in {"comment", "decorator"} or text(pattern) == "this":
            continue
        if pattern is not None and pattern.type == "rest_pattern":
            more = True
            continue
        optional = (
            each.type in {"optional_parameter", "assignment_pattern"} or field(each, "value") is not None
        )
        plain = pattern is not None and pattern.type in {"identifier", "assignment_pattern"}
        names.append(text(field(pattern, "left") or pattern) if plain and pattern is not None else "{…}")
        required = required if optional else len(names)
    return Signature(tuple(names), required, more)


def _call(node: Node, function: Node | None, bound: Collection[str]) -> Used:
    called, given = chain(function, bound), field(node, "arguments")
    if not called:
        return Used(line(node), "")
    values = [child for child in given.named_children if child.type != "comment"] if given is not None else []
    spreads = any(child.type == "spread_element" for child in values)
    count = sum(child.type != "spread_element" for child in values)
    return Used(line(node), called, Call(count, (), spreads))
