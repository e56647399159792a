"""Names beside the dots of a plot, where they hide neither each other nor a dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

LETTER, LINE = 7.5, 13
"""The room that a letter and a line take, in the units of the drawing."""

_DOT = 5


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def shared_with(self, other: Box) -> float:
        """Return the area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, high)


def label_dots(drawing: Element, labels: Sequence[str]) -> None:
    """Write a label beside each circle of a drawing, in their order, on the first side that is free."""
    dots = [
        (parent, float(one.get("cx", 0)), float(one.get("cy", 0)))
        for parent in drawing.iter()
        for one in parent
        if one.tag == "circle"
    ]
    taken = [Box(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for _, x, y in dots]
    for (parent, x, y), label in zip(dots, labels, strict=False):
        box = _free_place(x, y, len(label) * LETTER, taken)
        taken.append(box)
        at = {"x": f"{box.left:.1f}", "y": f"{box.bottom - 2:.1f}", "class": "plot-label"}
        SubElement(parent, "text", at).text = label


def _free_place(x: float, y: float, wide: float, taken: Sequence[Box]) -> Box:
    """Return the first place around a dot where nothing is, or else the one that covers least."""
    half, gap, near = LINE / 2, _DOT + 2, 3
    starts = [
        (x + gap, y - half),
        (x - gap - wide, y - half),
        (x - wide / 2, y - gap - LINE),
        (x - wide / 2, y + gap),
        (x + near, y - near - LINE),
        (x - near - wide, y + near),
        (x + near, y + near),
        (x - near - wide, y - near - LINE),
    ]
    boxes = [Box(left, top, left + wide, top + LINE) for left, top in starts]
    return min(boxes, key=lambda box: sum(box.shared_with(other) for other in taken))
