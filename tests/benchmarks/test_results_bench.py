"""The bench of the results opens every page it names: whatever the machine, never how fast."""

from __future__ import annotations

from click.testing import CliRunner

from benchmarks.results import PAGES, bench


def test_every_page_is_measured_alone_and_beside_other_classes() -> None:
    done = CliRunner().invoke(bench, ["--others", "1", "--times", "1", "--pack", "branches"])
    assert done.exit_code == 0, done.output
    assert [line.split("|")[1].strip() for line in done.output.splitlines()[2:]] == list(PAGES)
