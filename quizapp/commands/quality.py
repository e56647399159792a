"""`quizapp fairness` and `quizapp quality`: how evenly a pack speaks, and how good its questions are."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from quizapp.commands.packs import read_named
from quizapp.quality.fairness import fairness as report_on
from quizapp.quality.fairness_report import fairness_json, fairness_lines

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)
_NEEDS = "numpy and scikit-learn are needed; install them with: pip install 'quizapp[quality]'"
_EXTRA = ("numpy", "scipy", "sklearn")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    epilog="\b\nExamples:\n  quizapp fairness branches\n  quizapp fairness branches --seed 7 --json"
)
@click.argument("pack")
@click.option("--seed", default="1", show_default=True, help="The bank of this seed, and forms from it on.")
@click.option(
    "--count", default=10, show_default=True, type=click.IntRange(min=1), help="Questions in each form."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def fairness(pack: str, seed: str, count: int, as_json: bool) -> None:
    """Print who speaks in PACK and how often, in which words, and from which texts.

    Exits with 1 if a loaded word stands outside quotation marks anywhere in statements, questions,
    options or feedback.
    """
    report = report_on(read_named(pack), seed, count)
    if as_json:
        click.echo(json.dumps(fairness_json(report), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(fairness_lines(report)))
    if report.loaded:
        words = f"{len(report.loaded)} loaded word{'s' if len(report.loaded) != 1 else ''}"
        raise click.ClickException(f"{words} outside quotation marks; quote, or say it neutrally")


def _run() -> ModuleType:
    """Return the module that measures; raise ClickException if what it needs is not installed."""
    try:
        return import_module("quizapp.commands.quality_run")
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in _EXTRA:
            raise click.ClickException(_NEEDS) from error
        raise


@click.command(
    epilog="\b\nExamples:\n  quizapp quality branches\n  quizapp quality branches --seed 7 --json\n"
    "  quizapp quality branches --synthetic 12000 --gate --write docs/quality.md"
)
@click.argument("packs", metavar="[PACK]...", nargs=-1)
@click.option("--seed", default="1", show_default=True, help="The bank of this seed, and those from it on.")
@click.option("--texts", type=_FOLDER, help="Folder of the articles as *.txt, for the reader to read.")
@click.option(
    "--synthetic", type=click.IntRange(min=100), metavar="FACTS",
    help="Also measure the generator, on so many invented facts; 12000 are enough for every kind.",
)  # fmt: skip
@click.option("--ablations", is_flag=True, help="Also leave out each practice of the generator in turn.")
@click.option("--gate", is_flag=True, help="Exit with 1 if a target is missed, and name it.")
@click.option("--write", type=_FILE, help="Write the report to this file, as Markdown.")
@click.option("--date", "day", type=_DAY, help="The day it is measured on, as 2026-01-31; today by default.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def quality(
    packs: tuple[str, ...], seed: str, texts: Path | None, synthetic: int | None, ablations: bool,
    gate: bool, write: Path | None, day: datetime | None, as_json: bool,
) -> None:  # fmt: skip
    """Measure the questions of PACK: flaws, guessers, a trained probe, a reader, wording, coverage.

    Guessers answer without the source: what they earn above chance is a leak. It needs numpy and
    scikit-learn: pip install 'quizapp[quality]'.
    """
    if not packs and synthetic is None and not ablations:
        raise click.UsageError("name a pack, or ask for --synthetic FACTS or --ablations")
    run = _run()
    chosen = [read_named(name) for name in packs]
    on = (day or datetime.now(UTC)).date()
    findings = run.findings(chosen, seed, on, texts, synthetic, ablated=ablations)
    click.echo(run.as_json(findings) if as_json else "\n".join(run.as_text(findings)))
    if write:
        write.write_text("\n".join(run.as_markdown(findings)) + "\n", "utf-8")
    if gate and findings.missed:
        lines = (f"  {one.pack}: {one.what}: {one.figure}; {one.bar} is wanted" for one in findings.missed)
        names = "\n".join(lines)
        raise click.ClickException(f"{len(findings.missed)} targets are missed:\n{names}")
