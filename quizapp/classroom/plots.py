"""Plots as SVG within a page: shapes and words only, without a style, a script or a colour of their own.

pygal lays them out. What it would have a browser load or run is left behind: only the elements
and attributes named here are copied, and `plots.css` gives them the colours of the page.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import pygal
from markupsafe import Markup
from pygal.style import Style

from quizapp.classroom.plot_labels import label_dots

# pygal looks for plugins with maps by a finder of a kind that Python 3.11 warns about whenever a module
# is not found, anywhere in the process, and later versions ignore. There are no maps here.
sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]

WIDTH, HEIGHT = 380, 280
"""In the units of the drawing: on the narrowest phones these are nearly pixels, so 14 stays legible."""

_STYLE = Style(
    font_family="serif",
    label_font_size=14,
    major_label_font_size=14,
    title_font_size=14,
    legend_font_size=14,
    value_font_size=13,
    value_label_font_size=14,
)
_ELEMENTS = {"svg", "g", "rect", "path", "circle", "text"}
_ATTRIBUTES = {
    "viewBox", "transform", "d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "text-anchor"
}  # fmt: skip
_LEFT_OUT = {"background", "tooltip-overlay"}
_SVG = "http://www.w3.org/2000/svg"
_LONG = re.compile(r"\d+\.\d{2,}(?!e)")


@dataclass(frozen=True)
class Plot:
    """A drawing with its title, what it shows in a sentence or two, and the table that says the same.

    `id` is unique on its page. Of each row of the table, the first cell is its head.
    """

    id: str
    title: str
    about: str
    drawing: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Axes:
    """What the axes say; `down` are the numbers beside the vertical one, the lowest first."""

    across: str
    upward: str
    beside: Sequence[float]


@dataclass(frozen=True)
class Bars:
    """A row of bars, one at each label; None draws none."""

    name: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class Point:
    label: str
    across: float
    up: float


def draw_histogram(counts: Sequence[int], edges: Sequence[float], axes: Axes) -> Any:
    """Draw a bar for each count, between one edge and the next."""
    chart = pygal.Histogram(**_settings(axes), show_legend=False)
    chart.x_labels = list(edges[::2])
    chart.add("", [(count, *edges[n : n + 2]) for n, count in enumerate(counts)])
    return chart


def draw_points(points: Sequence[Point], beneath: Sequence[float], axes: Axes) -> Any:
    """Draw a dot for each point; `beneath` are the numbers under the horizontal axis."""
    chart = pygal.XY(**_settings(axes), show_legend=False, stroke=False, dots_size=4)
    chart.xrange = (beneath[0], beneath[-1])
    chart.x_labels = list(beneath)
    chart.add("", [(point.across, point.up) for point in points])
    return chart


def draw_bars(labels: Sequence[str], rows: Sequence[Bars], axes: Axes) -> Any:
    """Draw the rows of bars beside each other at each label, each bar with its number, and a legend."""
    chart = pygal.Bar(
        **_settings(axes),
        show_legend=True,
        legend_at_bottom=True,
        legend_at_bottom_columns=len(rows),
        print_values=True,
        print_values_position="top",
        formatter=lambda value: f"{value:.0f}",
    )
    chart.x_labels = list(labels)
    for row in rows:
        chart.add(row.name, list(row.values))
    return chart


def inline(chart: Any, id: str, title: str, about: str, labels: Sequence[str] = ()) -> Markup:
    """Return the drawing for a page, named for screen readers by its title and what it shows.

    `labels` are written beside its dots, in the order of the points.
    """
    drawing = _copied(ElementTree.fromstring(chart.render(is_unicode=True)))
    label_dots(drawing, labels)
    drawing.set("class", "plot-drawing")
    drawing.set("role", "img")
    drawing.set("aria-labelledby", f"plot-{id}-title plot-{id}-about")
    for place, (name, words) in enumerate([("title", title), ("desc", about)]):
        element = ElementTree.Element(name, id=f"plot-{id}-{'about' if place else 'title'}")
        element.text = words
        drawing.insert(place, element)
    # Its text was escaped on the way out, and nothing else but the names above is in it.
    return Markup(ElementTree.tostring(drawing, encoding="unicode"))


def _settings(axes: Axes) -> dict[str, Any]:
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "margin": 6,
        "js": [],
        "css": [],
        "style": _STYLE,
        "no_prefix": True,
        "disable_xml_declaration": True,
        "x_title": axes.across,
        "y_title": axes.upward,
        "range": (axes.beside[0], axes.beside[-1]),
        "y_labels": [{"value": value, "label": f"{value:g}".replace("-", "−")} for value in axes.beside],
        "truncate_label": -1,
        "truncate_legend": -1,
    }


def _copied(source: ElementTree.Element) -> ElementTree.Element:
    kept = {name: _short(value) for name, value in source.attrib.items() if name in _ATTRIBUTES}
    element = ElementTree.Element(_name(source), kept)
    element.text = source.text
    if classes := source.get("class", "").split():
        element.set("class", " ".join(f"plot-{name}" for name in classes))
    element.extend(_copied(child) for child in source if _is_drawn(child))
    return element


def _is_drawn(element: ElementTree.Element) -> bool:
    return _name(element) in _ELEMENTS and not _LEFT_OUT & set(element.get("class", "").split())


def _name(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(f"{{{_SVG}}}")


def _short(value: str) -> str:
    return _LONG.sub(lambda number: f"{float(number[0]):.1f}", value)
