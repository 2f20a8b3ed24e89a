"""TypeScript that Node.js runs as it is, by leaving the types out; the compiler only checks it.

https://nodejs.org/api/typescript.html#type-stripping
"""

from agents.builtin.scaffold import node_files
from agents.builtin.scaffold.code import Files, Language
from agents.builtin.scaffold.node import on_node, words
from agents.builtin.scaffold.site import Site
from agents.builtin.scaffold.text import fill
from agents.builtin.scaffold.typescript import boundaries, domain, service, skeleton, store


def _project(site: Site) -> Files:
    return {
        "package.json": (
            fill(skeleton.PACKAGE, **words(site)),
            "names the project; only its type check needs packages",
        ),
        "tsconfig.json": (skeleton.CONFIG, "has the types checked strictly"),
        ".gitignore": (node_files.GITIGNORE, "keeps what is generated, and .env, out of the repository"),
    }


TYPESCRIPT: Language = on_node(
    node_files, skeleton, service, domain, store, boundaries, between=("  ", ";\n"), project=_project
)
