"""Where things stand in the repository a plan is built in: its language, its shape, and the paths that follow."""

import re
from dataclasses import dataclass
from typing import Literal

from agents.builtin.decompose_names import distinct, kebab, package, snake
from agents.builtin.titles import names_product
from agents.schemas.architecture import ProductKind
from agents.schemas.pack import ArchitecturePack

Language = Literal["python", "javascript", "none"]
Shape = Literal["service", "command", "library"]

_LANGUAGES: tuple[tuple[str, Language], ...] = (
    (r"\bpython\b|\bdjango\b|\bfastapi\b|\bflask\b", "python"),
    (
        r"\btypescript\b|\bjavascript\b|\bnode(\.?js)?\b|\breact\b|\bvue\b|\bnext\.?js\b|\bsvelte\b",
        "javascript",
    ),
)
# What is written in when neither the plan nor the repository says; the others need a toolkit that must be chosen first.
_USUAL: dict[ProductKind, Language] = {
    "service": "python",
    "cli": "python",
    "library": "python",
    "pipeline": "python",
    "web_app": "javascript",
    "extension": "javascript",
}
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
    """`root` is the folder of the code, `package` its Python name, `existing` whether the repository has code already."""

    language: Language
    spoken: str
    shape: Shape
    product: str
    slug: str
    package: str
    root: str
    suffix: str
    existing: bool

    def code(self, *parts: str) -> str:
        """The path of a module, as in `invoice_parser/domain/invoice.py`."""
        return "/".join((self.root, *parts)) + self.suffix

    def proof(self, name: str) -> str:
        """The path of a test file."""
        return f"tests/test_{name}.py" if self.language == "python" else f"test/{name}.test{self.suffix}"


def layout_of(pack: ArchitecturePack, *, tree: tuple[str, ...] = (), named: str = "") -> Layout:
    """The layout for a plan in a repository that holds the paths in `tree`; `named` overrules the product's name."""
    title = pack.prd.title if names_product(pack.prd.title) else ""
    product = named or _product(pack.prd.product or title)
    spoken, language = _language(pack, tree=tree)
    name, root = _package(product, language=language, tree=() if named else tree)
    existing = any(path in {"pyproject.toml", "setup.py", "setup.cfg", "package.json"} for path in tree)
    return Layout(
        language=language,
        spoken=spoken,
        # What runs already keeps its own entry; the scaffold adds modules to it, never a second service.
        shape="library" if existing else _SHAPES.get(pack.architecture.kind, "library"),
        product=product,
        slug=kebab(product, fallback="product"),
        package=name,
        root=root,
        suffix=_suffix(language, existing=existing),
        existing=existing,
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


def _language(pack: ArchitecturePack, *, tree: tuple[str, ...]) -> tuple[str, Language]:
    asked = pack.architecture.language.strip()
    for pattern, language in _LANGUAGES:
        if re.search(pattern, asked, re.IGNORECASE):
            return asked, language
    if asked:
        return asked, "none"
    if any(path.endswith(".py") for path in tree):
        return "Python", "python"
    if "package.json" in tree:
        return "JavaScript", "javascript"
    if any(
        path in {"go.mod", "Cargo.toml", "pom.xml", "build.gradle", "Gemfile", "composer.json"}
        for path in tree
    ):
        return "", "none"
    usual = _USUAL.get(pack.architecture.kind, "none")
    return {"python": "Python", "javascript": "JavaScript", "none": ""}[usual], usual


def _package(product: str, *, language: Language, tree: tuple[str, ...]) -> tuple[str, str]:
    """The Python package and the folder of the code: the one that is there, or one named from the product."""
    name = package(product)
    if language != "python":
        return name, "src"
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


def _suffix(language: Language, *, existing: bool) -> str:
    """A module ends in .mjs where a package.json that is not ours decides what .js means."""
    if language == "python":
        return ".py"
    return ".mjs" if existing else ".js"
