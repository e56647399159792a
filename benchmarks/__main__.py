"""`python -m benchmarks`: run every size in turn, print what was found, and write the page."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

from benchmarks.measuring import Measured
from benchmarks.page import Setting, page
from benchmarks.summary import by_size

SIZES = (100, 1_000, 10_000, 100_000)
REPEATS = {100: 5, 1_000: 5, 10_000: 3}
"""How often each size is run, others once: the largest takes minutes."""

FORMS = {100: 20, 1_000: 10, 10_000: 3}
"""How many forms are assembled from each size, others none."""


@click.command()
@click.option("--size", "sizes", type=int, multiple=True, help="Facts of a pack; may be given several times.")
@click.option("--seed", default="1", show_default=True, help="The seed of packs and questions.")
@click.option("--once", is_flag=True, help="Run each size once only.")
@click.option("--write", type=click.Path(dir_okay=False, path_type=Path), help="Write the page to this file.")
def bench(sizes: tuple[int, ...], seed: str, once: bool, write: Path | None) -> None:
    """Measure how fast questions are made, linted and dealt."""
    runs = [_in_a_process_of_its_own(size, seed) for size in _turns(sizes or SIZES, once)]
    text = page(by_size(runs), _setting(seed))
    if write:
        write.write_text(text, "utf-8")
    click.echo(text)


def _turns(sizes: tuple[int, ...], once: bool) -> list[int]:
    """Return the sizes in turns: each as often as it is to be run."""
    repeats = {size: 1 if once else REPEATS.get(size, 1) for size in sizes}
    return [size for turn in range(max(repeats.values())) for size in sizes if turn < repeats[size]]


def _in_a_process_of_its_own(facts: int, seed: str) -> Measured:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.one", str(facts), seed, str(FORMS.get(facts, 0))],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    run = Measured(**json.loads(done.stdout))
    click.echo(f"{facts:>9,} facts: {run.questions:>9,} questions, {run.a_second:,.0f} a second", err=True)
    return run


def _setting(seed: str) -> Setting:
    cores = os.cpu_count() or 1
    return Setting(
        datetime.now(UTC).date().isoformat(), version("quizapp"), platform.python_version(),
        "1 core" if cores == 1 else f"{cores} cores", seed,
    )  # fmt: skip


if __name__ == "__main__":
    bench()
