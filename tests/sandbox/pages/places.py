"""The place in which the texts of these tests stand: `acme/shop`, where #7, @mona and one commit exist."""

from sandbox.pages.place import Place

SHA = "1c9e04b7aa31d07be6634f1099887766554433aa"


class Few:
    """Knows issue and pull request 7 of acme/shop, two accounts, a team and one commit."""

    def issue(self, owner: str, repo: str, number: int) -> str | None:
        return f"/{owner}/{repo}/issues/7" if (owner, repo, number) == ("acme", "shop", 7) else None

    def account(self, login: str) -> str | None:
        return "/" + login.partition("/")[0] if login in {"mona", "acme", "acme/data"} else None

    def commit(self, owner: str, repo: str, sha: str) -> str | None:
        return f"/{owner}/{repo}/commit/{SHA}" if SHA.startswith(sha) else None


COMMENT = Place("acme", "shop", Few(), site="http://127.0.0.1:9")
FILE = Place("acme", "shop", Few(), site="http://127.0.0.1:9", ref="main", folder="docs")
