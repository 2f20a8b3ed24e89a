"""JavaScript whose types stand in JSDoc: it runs as it is, and the compiler checks it with `checkJs`.

https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html
"""

from agents.builtin.scaffold import node_files
from agents.builtin.scaffold.code import Files, Language
from agents.builtin.scaffold.javascript import boundaries, domain, service, skeleton, store
from agents.builtin.scaffold.node import on_node, words
from agents.builtin.scaffold.site import Site
from agents.builtin.scaffold.text import fill


def _project(site: Site) -> Files:
    return {
        "package.json": (
            fill(skeleton.PACKAGE, **words(site)),
            "names the project; it depends on nothing yet",
        ),
        "jsconfig.json": (skeleton.CONFIG, "has the types in the comments checked strictly"),
        ".gitignore": (node_files.GITIGNORE, "keeps what is generated, and .env, out of the repository"),
    }


JAVASCRIPT: Language = on_node(
    node_files, skeleton, service, domain, store, boundaries, between=("", ", "), project=_project
)
