"""`quizapp fairness`: how evenly a pack speaks."""

from __future__ import annotations

import json

import click

from quizapp.commands.packs import read_named
from quizapp.quality.fairness import fairness as report_on
from quizapp.quality.fairness_report import fairness_json, fairness_lines


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
