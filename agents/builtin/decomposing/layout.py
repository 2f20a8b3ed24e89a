"""Where things stand in the repository a plan is built in: its language, its shape, and the paths that follow."""

import re
from dataclasses import dataclass
from typing import Literal

from agents.builtin.decomposing.language import NODE, Language, language_of, written_in
from agents.builtin.decomposing.names import distinct, kebab, package, snake
from agents.builtin.titles import names_product
from agents.schemas.architecture import ProductKind
from agents.schemas.pack import ArchitecturePack

Shape = Literal["service", "command", "library"]

_KIND_OF_DOCUMENT = re.compile(
    r"\b(?:product|software|system|functional|technical|business) (?:requirements?|design|specifications?)(?: documents?)?\b"
    r"|产品需求文档|\bproduct\b(?=\W*$)|\b(?:prd|rfc|mvp|srs|tdd)\b|\bdocument\b|\buse cases\b",
    re.IGNORECASE,
)
_SHAPES: dict[ProductKind, Shape] = {
    "service": "service",
    "web_app": "service",
    "cli": "command",
    "pipeline": "command",
}
# Names the foundation units own as modules, folders or tests; a component or an entity never takes them.
TAKEN = (
    "api",
    "domain",
    "command",
    "exchange",
    "health",
    "init",
    "main",
    "service",
    "settings",
    "store",
    "fields",
    "boundaries",
    "storage",
    "integrations",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """`root` is the folder of the code, `package` its Python name, `existing` whether the repository has code already.

    `in_place` says that the plan changes what is there and sets nothing up, `tests` is the folder of the tests and `mark`
    the word in the names of Node.js tests, as in `store.test.ts`.
    """

    language: Language
    spoken: str
    shape: Shape
    product: str
    slug: str
    package: str
    root: str
    suffix: str
    existing: bool
    in_place: bool
    tests: str
    mark: str = "test"

    @property
    def node(self) -> bool:
        """Whether the code runs on Node.js."""
        return self.language in NODE

    @property
    def index(self) -> str:
        """The module that stands for its folder."""
        return "__init__" if self.language == "python" else "index"

    def code(self, *parts: str) -> str:
        """The path of a module, as in `invoice_parser/domain/invoice.py`."""
        return "/".join((self.root, *parts)) + self.suffix

    def proof(self, name: str) -> str:
        """The path of a test file; `*` in `name` stands for any letters."""
        if self.language == "python":
            return f"{self.tests}/test_{name}.py"
        return f"{self.tests}/{name}.{self.mark}{self.suffix}"


def layout_of(pack: ArchitecturePack, *, tree: tuple[str, ...] = (), named: str = "") -> Layout:
    """The layout for a plan in a repository that holds the paths in `tree`; `named` overrules the product's name."""
    title = pack.prd.title if names_product(pack.prd.title) else ""
    product = named or _product(pack.prd.product or title)
    plan = pack.architecture
    spoken, language = language_of(plan.language, kind=plan.kind, tree=tree)
    there = bool(written_in(tree))
    if plan.in_place and not there:
        # Where the code stands that is changed, and in which language, nobody can say here.
        spoken, language = plan.language, "none"
    name, root = _package(product, language=language, tree=() if named else tree)
    if plan.kind == "infrastructure" and language == "none" and not tree:
        root = "infrastructure"
    if plan.in_place and not there:
        root = ""
    existing = there or plan.in_place
    tests, mark = _tests(language, root=root, tree=tree)
    return Layout(
        language=language,
        spoken=spoken,
        # What runs already keeps its own entry; the scaffold adds modules to it, never a second service.
        shape="library" if existing else _SHAPES.get(plan.kind, "library"),
        product=product,
        slug=kebab(product, fallback="product"),
        package=name,
        root=root,
        suffix=_suffix(language, existing=existing),
        existing=existing,
        in_place=plan.in_place,
        tests=tests,
        mark=mark,
    )


def entity_modules(pack: ArchitecturePack) -> dict[str, str]:
    """The module name of each entity by its id; neither it nor its `api_` test is taken by anything else."""
    given = set(TAKEN)
    modules: dict[str, str] = {}
    for entity in pack.entities:
        name = candidate = snake(entity.name, fallback="entity")
        count = 1
        while given & {candidate, f"api_{candidate}"}:
            count += 1
            candidate = f"{name}_{count}"
        given |= {candidate, f"api_{candidate}"}
        modules[entity.id] = candidate
    return modules


def component_folders(pack: ArchitecturePack) -> dict[str, str]:
    """The folder of each component that holds our own code, by its id."""
    own = tuple(
        part
        for part in pack.architecture.components
        if part.kind not in {"external", "store", "files", "queue"}
    )
    names = (snake(part.id, fallback="part") for part in own)
    roots = {*TAKEN} - {"command", "boundaries", "fields", "init"}
    whole = distinct(f"{name}_part" if name in roots else name for name in names)
    return dict(zip((part.id for part in own), whole, strict=True))


def _product(title: str) -> str:
    """The product's name in a document's title: what stands in quotes, or what is left without the kind of document."""
    if quoted := re.search(r"[“\"]([^”\"]{2,40})[”\"]", title):
        return quoted[1]
    left = re.sub(r"\(\W*\)", " ", _KIND_OF_DOCUMENT.sub(" ", title))
    parts = [part.strip(" \t:|&—–-") for part in re.split(r"\s[—–|-]\s|:\s|：", left)]
    name = next((part for part in parts if any(char.isalpha() for char in part)), "")
    return " ".join(re.sub(r"^(?:for|of)\b", "", name, flags=re.IGNORECASE).split()) or "Product"


def _package(product: str, *, language: Language, tree: tuple[str, ...]) -> tuple[str, str]:
    """The Python package and the folder of the code: the one that is there, or one named from the product."""
    name = package(product)
    if language != "python":
        folders = {path.partition("/")[0] for path in tree if re.search(r"/.*\.[cm]?[jt]sx?$", path)}
        return name, "lib" if "lib" in folders and "src" not in folders else "src"
    found = sorted(
        (
            path.removesuffix("/__init__.py")
            for path in tree
            if re.fullmatch(r"(src/)?[a-z_][a-z0-9_]*/__init__\.py", path)
        ),
        key=lambda path: (not path.startswith("src/"), path),
    )
    kept = [path for path in found if path not in {"tests", "test", "docs", "scripts", "examples"}]
    if f"src/{name}" in kept or name in kept:
        return name, f"src/{name}" if f"src/{name}" in kept else name
    return (kept[0].rsplit("/", 1)[-1], kept[0]) if kept else (name, name)


def _tests(language: Language, *, root: str, tree: tuple[str, ...]) -> tuple[str, str]:
    """Where the tests of a repository stand and the word in their names; its own way where it has one."""
    if language == "python":
        there = {path.partition("/")[0] for path in tree if path.endswith(".py")}
        return "test" if "test" in there and "tests" not in there else "tests", "test"
    if language not in NODE:
        return "test", "test"
    proofs = [
        found for path in tree if (found := re.fullmatch(r"(?:(.+)/)?[^/]+\.(test|spec)\.[cm]?[jt]sx?", path))
    ]
    mark = "spec" if proofs and all(found[2] == "spec" for found in proofs) else "test"
    folders = {(found[1] or "").partition("/")[0] for found in proofs}
    own = next((name for name in ("test", "tests", "__tests__") if name in folders), "")
    return own or (root if root in folders else "test"), mark


def _suffix(language: Language, *, existing: bool) -> str:
    """A JavaScript module ends in .mjs where a package.json that is not ours decides what .js means."""
    match language:
        case "python":
            return ".py"
        case "typescript":
            return ".ts"
        case "javascript" | "none":
            return ".mjs" if existing else ".js"
