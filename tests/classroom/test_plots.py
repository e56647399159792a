"""A drawing within a page: named, and with nothing that a strict policy would stop."""

from __future__ import annotations

from xml.etree import ElementTree

from quizapp.classroom.plots import Axes, Bars, Point, draw_bars, draw_histogram, draw_points, inline

AXES = Axes("Facility, %", "Discrimination", (-0.2, 0, 0.2, 0.4))


def drawn(chart: object, labels: tuple[str, ...] = ()) -> ElementTree.Element:
    return ElementTree.fromstring(inline(chart, "one", "Sense & sentences", "What <it> shows.", labels))


def test_a_drawing_holds_shapes_and_words_only() -> None:
    bars = draw_bars(["A", "B"], [Bars("Lower <third>", [10, None]), Bars("Upper", [20, 30])], AXES)
    for chart in (bars, draw_histogram([1, 2], [0, 10, 20], AXES), draw_points([], (0, 50), AXES)):
        elements = list(drawn(chart).iter())
        assert {one.tag for one in elements} <= {
            "svg", "title", "desc", "g", "rect", "path", "circle", "text"
        }  # fmt: skip
        names = {name for one in elements for name in one.attrib}
        assert not [name for name in names if name == "style" or name.startswith("on") or "href" in name]


def test_a_drawing_is_named_by_its_title_and_what_it_shows() -> None:
    root = drawn(draw_histogram([1, 2], [0, 10, 20], AXES))
    ids = {one.get("id"): one.text for one in root.iter() if one.get("id")}
    assert root.get("role") == "img"
    assert [ids[name] for name in (root.get("aria-labelledby") or "").split()] == [
        "Sense & sentences",
        "What <it> shows.",
    ]


def test_axes_and_legends_are_in_words_and_no_label_is_cut_short() -> None:
    chart = draw_bars(["Fairly sure of it all"], [Bars("What it stands for", [20])], AXES)
    words = {one.text for one in drawn(chart).iter("text")}
    assert {"Fairly sure of it all", "What it stands for", "Discrimination", "−0.2", "20"} <= words


def test_dots_that_lie_together_have_labels_that_do_not() -> None:
    points = [Point(str(n), 50 + 3 * (n % 2), 0.2 + n / 60) for n in range(6)]
    root = drawn(draw_points(points, (0, 50, 100), AXES), tuple(point.label for point in points))
    labels = [one for one in root.iter("text") if one.get("class") == "plot-label"]
    assert [one.text for one in labels] == [point.label for point in points]
    places = [(float(one.get("x", 0)), float(one.get("y", 0))) for one in labels]
    apart = [abs(a[0] - b[0]) >= 7 or abs(a[1] - b[1]) >= 10 for a in places for b in places if a is not b]
    assert all(apart)
