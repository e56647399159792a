"""The bench measures a small pack and writes its page: whatever the machine, never how fast."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.__main__ import SIZES, bench
from benchmarks.measuring import Measured
from benchmarks.page import Setting, page
from benchmarks.summary import by_size, exponent
from quizapp.generation.bank import KINDS, bank
from quizapp.quality.synthetic import synthesise


def a_run(facts: int, making: float) -> Measured:
    return Measured(facts, making=making, linting=1, questions=facts, kinds={"value": making})


def test_measures_a_small_pack_and_writes_the_page(tmp_path: Path) -> None:
    done = CliRunner().invoke(bench, ["--size", "100", "--once", "--write", str(tmp_path / "page.md")])
    assert done.exit_code == 0, done.output
    written = (tmp_path / "page.md").read_text("utf-8")
    assert f"| questions | {len(bank(synthesise(100).pack, '1')):,} |" in written
    assert all(f"| {kind.NAME} |" in written for kind in KINDS)


@pytest.mark.parametrize(("power", "name"), [(1, "in step"), (2, "with the square")])
def test_the_exponent_says_how_time_grows(power: int, name: str) -> None:
    sizes = by_size([a_run(facts, making=3.0 * facts**power) for facts in (10, 100, 1000)])
    assert exponent(sizes, lambda run: run.making) == pytest.approx(power), name


def test_one_size_has_no_exponent() -> None:
    assert exponent(by_size([a_run(10, 1)]), lambda run: run.making) is None


def test_of_several_runs_the_median_stands_with_the_lowest_and_highest() -> None:
    setting = Setting("2030-01-01", "1", "3.13", "2 cores", "s")
    assert "| 2.00 (1.00 to 9.00) |" in page(by_size([a_run(10, t) for t in (9, 1, 2)]), setting)


def test_the_page_in_the_docs_tells_of_every_size() -> None:
    written = (Path(__file__).parents[2] / "docs" / "performance.md").read_text("utf-8")
    assert [size for size in SIZES if f" {size:,} facts |" not in written] == []
