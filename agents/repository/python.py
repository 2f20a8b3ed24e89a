"""What a Python file offers and takes."""

from collections.abc import Collection, Iterator

from tree_sitter import Node

from agents.repository.module import STAR, WHOLE, Call, Definition, Import, Module, Signature, Use
from agents.repository.parsing import chain, few, field, line, once, parsed, text

_QUERY = """
(import_statement) @import
(import_from_statement) @from
(call) @call
(attribute) @attribute
"""
# What stands at the top level inside of these is defined when the file is imported, or may be.
_BLOCKS = frozenset(
    {
        "block",
        "if_statement",
        "elif_clause",
        "else_clause",
        "try_statement",
        "except_clause",
        "finally_clause",
        "with_statement",
    }
)
# Decorators that leave what a call must give as it is.
_HARMLESS = frozenset(
    {
        "cache",
        "functools.cache",
        "lru_cache",
        "functools.lru_cache",
        "contextmanager",
        "contextlib.contextmanager",
    }
)


def read(content: bytes) -> Module | None:
    """The module, None when it is beyond reading."""
    tree = parsed("python", content, _QUERY)
    if tree is None:
        return None
    imports = few(
        (
            *(each for node in tree.found.get("import", ()) for each in _plain(node)),
            *(each for node in tree.found.get("from", ()) for each in _from(node)),
        )
    )
    definitions = few(_defined(tree.root, imports))
    bound = {each.bound.partition(".")[0] for each in imports}
    calls = (_call(node, bound) for node in tree.found.get("call", ()))
    named = (Use(line(node), chain(node, bound)) for node in tree.found.get("attribute", ()))
    return Module(
        language="python",
        definitions=definitions,
        imports=imports,
        uses=once((*calls, *named)),
        unclear=any(each.name == "__getattr__" for each in definitions),
    )


def _plain(node: Node) -> Iterator[Import]:
    for name in node.children_by_field_name("name"):
        if name.type == "aliased_import":
            yield Import(line(node), text(field(name, "name")), WHOLE, text(field(name, "alias")))
        else:
            # `import a.b` binds `a`, and what is used is written from there on.
            yield Import(line(node), text(name), WHOLE, text(name))


def _from(node: Node) -> Iterator[Import]:
    target = text(field(node, "module_name"))
    if any(child.type == "wildcard_import" for child in node.named_children):
        yield Import(line(node), target, STAR, "")
    for name in node.children_by_field_name("name"):
        taken = text(field(name, "name")) if name.type == "aliased_import" else text(name)
        bound = text(field(name, "alias")) if name.type == "aliased_import" else taken
        yield Import(line(name), target, taken, bound)


def _defined(root: Node, imports: tuple[Import, ...]) -> Iterator[Definition]:
    """The names of the top level; one that is given twice has no signature that can be told."""
    found: dict[str, Definition] = {}
    for each in (*_top(root), *(Definition(one.line, one.bound.partition(".")[0]) for one in imports)):
        known = found.get(each.name)
        if known is None:
            found[each.name] = each
        elif known.signature is not None:
            found[each.name] = Definition(known.line, known.name)
    yield from found.values()


def _top(node: Node) -> Iterator[Definition]:
    for child in node.named_children:
        match child.type:
            case "function_definition":
                yield Definition(line(child), text(field(child, "name")), _signature(child, bound=0))
            case "class_definition":
                yield Definition(line(child), text(field(child, "name")), _made(child))
            case "decorated_definition":
                yield from _decorated(child)
            case "expression_statement":
                yield from _assigned(child)
            case "type_alias_statement":
                yield from (Definition(line(child), text(each)) for each in _names(child.named_children[0]))
            case "for_statement" | "while_statement":
                left = field(child, "left")
                yield from (Definition(line(child), text(each)) for each in _names(left))
                yield from _top(child)
            case kind if kind in _BLOCKS:
                yield from _top(child)
            case _:
                continue


def _decorated(node: Node) -> Iterator[Definition]:
    inner = field(node, "definition")
    if inner is None:
        return
    words = [text(child).lstrip("@").partition("(")[0].strip() for child in node.named_children[:-1]]
    plain = inner.type == "function_definition" and all(word in _HARMLESS for word in words)
    yield Definition(line(inner), text(field(inner, "name")), _signature(inner, bound=0) if plain else None)


def _assigned(node: Node) -> Iterator[Definition]:
    for child in node.named_children:
        if child.type == "assignment":
            yield from (Definition(line(child), text(name)) for name in _names(field(child, "left")))
            right = field(child, "right")
            if right is not None and right.type == "assignment":
                yield from (Definition(line(child), text(name)) for name in _names(field(right, "left")))


def _names(node: Node | None) -> Iterator[Node]:
    if node is None:
        return
    if node.type == "identifier":
        yield node
    elif node.type in {"pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern", "type"}:
        for child in node.named_children:
            yield from _names(child)


def _made(node: Node) -> Signature | None:
    """What making an object of the class takes, where its own `__init__` says so."""
    body = field(node, "body")
    methods = {
        text(field(child, "name")): child
        for child in (body.named_children if body is not None else ())
        if child.type == "function_definition"
    }
    keywords = any(
        child.type == "keyword_argument" for child in (field(node, "superclasses") or node).named_children
    )
    if "__new__" in methods or "__init__" not in methods or keywords:
        return None
    return _signature(methods["__init__"], bound=1)


def _signature(node: Node, *, bound: int) -> Signature | None:
    """`bound` parameters at the front are given by Python itself."""
    listed = field(node, "parameters")
    names: list[str] = []
    required = unnamed = 0
    named: list[str] = []
    named_required: list[str] = []
    more = any_name = only_named = False
    for each in listed.named_children if listed is not None else ():
        kind = each.type if each.type != "typed_parameter" else each.named_children[0].type
        name = text(field(each, "name") or (each.named_children or [each])[0])
        defaulted = kind in {"default_parameter", "typed_default_parameter"}
        match kind:
            case "identifier" | "default_parameter" | "typed_default_parameter" if only_named:
                named.append(name)
                named_required += [] if defaulted else [name]
            case "identifier":
                names.append(name)
                required = len(names)
            case "default_parameter" | "typed_default_parameter":
                names.append(name)
            case "list_splat_pattern":
                more = only_named = True
            case "dictionary_splat_pattern":
                any_name = True
            case "keyword_separator":
                only_named = True
            case "positional_separator":
                unnamed = len(names)
            case "comment":
                continue
            case _:
                return None
    if len(names) < bound:
        return None
    return Signature(
        parameters=tuple(names[bound:]),
        required=max(required - bound, 0),
        more=more,
        named=tuple(named),
        named_required=tuple(named_required),
        any_name=any_name,
        unnamed=max(unnamed - bound, 0),
    )


def _call(node: Node, bound: Collection[str]) -> Use:
    called, given = chain(field(node, "function"), bound), field(node, "arguments")
    if not called or given is None:
        return Use(line(node), "")
    if given.type != "argument_list":
        return Use(line(node), called, Call(1))
    values = [child for child in given.named_children if child.type != "comment"]
    spreads = any(child.type in {"list_splat", "dictionary_splat"} for child in values)
    names = tuple(text(field(child, "name")) for child in values if child.type == "keyword_argument")
    count = sum(child.type not in {"keyword_argument", "list_splat", "dictionary_splat"} for child in values)
    return Use(line(node), called, Call(count, names, spreads))
