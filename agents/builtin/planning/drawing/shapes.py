"""What each kind of product is made of before anything is known about this one."""

from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.planning.drawing.shapes_local import LOCAL
from agents.builtin.planning.drawing.shapes_served import SERVED
from agents.schemas.architecture import ProductKind

__all__ = ["SHAPES", "Part", "Shape"]

SHAPES: dict[ProductKind, Shape] = {**SERVED, **LOCAL}
