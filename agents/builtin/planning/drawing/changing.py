"""What a change to something that exists is drawn as: the parts that it has, of which none is set up."""

from agents.builtin.planning.drawing.shape_parts import Shape
from agents.builtin.seldom import Seldom

# Of these there is no single one: `infrastructure software`.
UNCOUNTED = Seldom(r"\b(?:code|infrastructure|software)$")


def changed(shape: Shape) -> Shape:
    """The parts that such a product has, of which none is set up: they say where the change lands."""
    what = shape.title.partition(" ")[2]
    return shape._replace(
        # Nobody knows here what its data is kept in, unless the text says so.
        parts=tuple(part._replace(technology="") for part in shape.parts),
        title=f"a change to existing {what}" if UNCOUNTED.search(what) else f"a change to an existing {what}",
        headline=f"One change to the {what} that is there, in its place",
        why="the text asks for a change to something that runs already, so nothing is set up beside it",
        gives_up="what is there is taken as it is and not designed anew",
        rejected=(
            ("A new product beside it", "the text changes what there is and asks for no other product"),
        ),
        language="",
    )
