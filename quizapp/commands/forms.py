"""`quizapp forms`: forms assembled from a blueprint, with what they fulfil and what they have in common."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from quizapp.commands.forms_report import Report, report_json, report_lines, reported
from quizapp.commands.packs import KIND_NAMES, read_named
from quizapp.facts.pack import Pack
from quizapp.generation.bank import bank
from quizapp.generation.blueprint import (
    DIMENSIONS,
    LENGTH,
    LONGEST,
    Blueprint,
    BlueprintError,
    Quota,
    problems_of,
    quota,
    read_blueprint,
)
from quizapp.generation.parallel import NAMES

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _counts(dimension: str, example: str) -> click.Option:
    """Return an option of NAME=COUNT, which gives quotas of one dimension."""

    def read(_context: click.Context, _option: click.Parameter, values: Iterable[str]) -> tuple[Quota, ...]:
        return tuple(_quota(dimension, value) for value in values)

    return click.Option(
        [f"--{dimension}", f"{dimension}_counts"], multiple=True, callback=read, metavar="NAME=COUNT",
        help=f"How many of a {dimension}, such as {example}; may be repeated.",
    )  # fmt: skip


def _quota(dimension: str, value: str) -> Quota:
    name, _, count = value.partition("=")
    try:
        return quota(dimension, name, count)
    except ValueError as error:
        raise click.BadParameter(f"{name}: {error}", param_hint=f"--{dimension}") from error


EXAMPLES = {
    "topic": "NAME=5 (exactly)", "kind": "value=3+ (at least)", "skill": "S9=2-4", "source": "NAME=0-3",
    "speaker": "NAME=0-2", "band": "hard=4+ (easy, middle, hard)",
}  # fmt: skip


@click.command(
    epilog="\b\nExamples:\n  quizapp forms branches --length 10 --kind value=2+ --seed 1\n"
    "  quizapp forms branches --blueprint lesson.toml --forms 2\n"
    "  quizapp forms branches --forms 2 --length 5 --json",
    params=[_counts(dimension, EXAMPLES[dimension]) for dimension in DIMENSIONS],
)
@click.argument("pack")
@click.option("--blueprint", "file", type=_FILE, help="A blueprint in TOML; options go before what it says.")
@click.option(
    "--length", type=click.IntRange(1, LONGEST), help=f"Questions in a form; {LENGTH} if not given."
)
@click.option("--difficulty", type=click.IntRange(0, 100), help="Mean difficulty, 0 to 100.")
@click.option(
    "--within", type=click.IntRange(1, 100), help="How many points off that it may be; 3 if not given."
)
@click.option(
    "--without", multiple=True, help="A fact, or a family of questions, to leave out; may be repeated."
)
@click.option(
    "--forms",
    "count",
    default=1,
    show_default=True,
    type=click.IntRange(1, len(NAMES)),
    help="Parallel forms.",
)
@click.option("--seed", default="1", show_default=True, help="The same seed gives the same forms everywhere.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with the questions whole.")
def forms(pack: str, file: Path | None, count: int, seed: str, as_json: bool, **options: Any) -> None:
    """Assemble forms from PACK: quizzes in which no question gives another away.

    Forms A, B, C … have as many questions of each topic and kind and the same mean difficulty, and
    ask as few facts twice as can be. What a blueprint asks for and the pack cannot give is said, with
    the most that it can, and the nearest form is printed all the same.
    """
    found = read_named(pack)
    blueprint = _blueprint(found, file, options)
    report = reported(found, blueprint, bank(found, seed), count, seed)
    _print(report, as_json)


def _print(report: Report, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report_json(report), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(report_lines(report)))


def _blueprint(pack: Pack, file: Path | None, options: Mapping[str, Any]) -> Blueprint:
    """Return the blueprint of a file and of the options, which go first; ClickException with its problems."""
    try:
        base = read_blueprint(file.read_text("utf-8"), file.name) if file else Blueprint(LENGTH)
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file and file.name}: not UTF-8 text; save it as UTF-8") from error
    except BlueprintError as error:
        raise click.ClickException("\n".join(error.problems)) from error
    blueprint = _merged(base, options)
    problems = problems_of(blueprint, pack, KIND_NAMES)
    if problems:
        raise click.ClickException("\n".join(problems))
    return blueprint


def _merged(base: Blueprint, options: Mapping[str, Any]) -> Blueprint:
    quotas = [one for dimension in DIMENSIONS for one in options[f"{dimension}_counts"]]
    given = {name: options[name] for name in ("length", "difficulty", "within") if options[name] is not None}
    merged = replace(base.with_quotas(*quotas), **given)
    return replace(merged, without=base.without | frozenset(options["without"]))
