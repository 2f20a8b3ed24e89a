"""What each kind of product is made of before anything is known about this one."""

from agents.builtin.planning.shape_parts import Part, Shape
from agents.builtin.planning.shapes_local import LOCAL
from agents.builtin.planning.shapes_served import SERVED
from agents.schemas.architecture import ProductKind

__all__ = ["SHAPES", "Part", "Shape"]

SHAPES: dict[ProductKind, Shape] = {**SERVED, **LOCAL}
