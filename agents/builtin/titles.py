"""Whether a document's heading names a product, or only says what kind of page it is."""

import re

# Words that say what stands on a page; a heading of these alone names nothing that could be built.
_KIND_OF_PAGE = re.compile(
    r"(?:the|a|an|of|for|and|our|my|new|next|future|later|planned|upcoming|deferred|draft|user|use|app|product|project|software|system|"
    r"functional|technical|feature|features|idea|ideas|stories|story|cases|case|spec|specs|specification|specifications|requirement|"
    r"requirements|document|documents|prd|srs|mvp|todo|todos|backlog|roadmap|notes|overview|introduction|summary|scope|plan|"
    r"historias|historia|de|usuario|requisitos|anforderungen|exigences)",
    re.IGNORECASE,
)


def names_product(title: str) -> bool:
    """False for `User Stories` or `Future Specs (To Be Added Later)`, true when any other word is left."""
    words = re.findall(r"[^\W_]+", re.sub(r"\([^()]*\)", " ", title))
    return any(not _KIND_OF_PAGE.fullmatch(word) for word in words)
