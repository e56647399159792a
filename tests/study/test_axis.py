from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.axis import APART, Axis, axis_for

DAYS = st.dates(date(1700, 1, 1), date(2100, 1, 1))
ENTRIES = st.lists(st.tuples(DAYS, st.integers(20, 90)), min_size=1, max_size=12)


def drawn(entries: list[tuple[date, int]]) -> Axis:
    starts = sorted(day for day, _ in entries)
    return axis_for(starts, starts[-1], [height for _, height in entries], 18)


@given(ENTRIES)
def test_every_entry_has_room_for_its_height(entries: list[tuple[date, int]]) -> None:
    heights = [height for _, height in entries]
    downs = [down for _, down in drawn(entries).knots]
    assert all(
        below - above >= height for (above, below), height in zip(pairwise(downs), heights, strict=False)
    )


@given(ENTRIES, DAYS, DAYS)
def test_a_later_day_is_never_further_up(entries: list[tuple[date, int]], a: date, b: date) -> None:
    axis = drawn(entries)
    assert axis.at(min(a, b)) <= axis.at(max(a, b))


@given(ENTRIES)
def test_ticks_are_in_order_and_apart(entries: list[tuple[date, int]]) -> None:
    ticks = drawn(entries).ticks()
    assert all(b.at - a.at >= APART and b.year > a.year for a, b in pairwise(ticks))


def test_a_long_empty_stretch_is_cut_and_has_no_ticks() -> None:
    axis = drawn([(date(1791, 1, 1), 40), (date(1996, 9, 30), 40), (date(2002, 1, 1), 40)])
    assert len(axis.breaks) == 1
    assert [tick.year for tick in axis.ticks() if tick.year < 1996] == [1791]


def test_an_entry_that_lasts_reaches_to_its_last_day() -> None:
    axis = axis_for([date(2011, 1, 1)], date(2013, 12, 31), [40], 18)
    assert axis.bottom > axis.at(date(2012, 1, 1)) > axis.at(date(2011, 1, 1)) == 18
