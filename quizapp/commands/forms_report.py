"""What `quizapp forms` prints: each form in brief, what it fulfils, and what the forms have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from quizapp.exchange.json_lines import question_json
from quizapp.facts.pack import Pack
from quizapp.generation.assembly import Form
from quizapp.generation.blueprint import Blueprint
from quizapp.generation.cueing import Cue, cues
from quizapp.generation.draws import Draw
from quizapp.generation.limits import points, shortfalls
from quizapp.generation.ordering import runs
from quizapp.generation.parallel import NAMES, Parallel, parallel
from quizapp.generation.pool import Pool, band, position
from quizapp.generation.question import Question

BRIEF = 90
"""So many characters of a stem are printed."""


@dataclass(frozen=True)
class Sheet:
    """One form with what is to be said of it: cues, and in words what it lacks."""

    name: str
    form: Form
    cues: tuple[Cue, ...]
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """Forms of one blueprint, from one pack and seed."""

    pack: str
    seed: str
    blueprint: Blueprint
    sheets: tuple[Sheet, ...]
    parallel: Parallel


def reported(
    pack: Pack, blueprint: Blueprint, questions: Sequence[Question], count: int, seed: str
) -> Report:
    """Return the report on some forms of a bank."""
    pool = Pool.of(pack, questions)
    found = parallel(pool, blueprint, count, Draw(seed, "forms"))
    sheets = (
        Sheet(
            name,
            form,
            tuple(cues(pack, form.questions)),
            tuple(one.words for one in shortfalls(pool, blueprint, form, Draw(seed, "limits"))),
        )
        for name, form in zip(NAMES, found.forms, strict=False)
    )
    return Report(pack.id, seed, blueprint, tuple(sheets), found)


def report_lines(report: Report) -> Iterator[str]:
    """Yield the report, a line each."""
    for sheet in report.sheets:
        yield from _sheet_lines(sheet, report.blueprint)
        yield ""
    if len(report.sheets) > 1:
        yield from _common_lines(report)


def _sheet_lines(sheet: Sheet, blueprint: Blueprint) -> Iterator[str]:
    form = sheet.form
    yield f"Form {sheet.name}: {len(form.questions)} questions, mean difficulty {points(form.difficulty)}"
    for number, question in enumerate(form.questions, 1):
        yield f"  {number:>2}. {_brief(question)}"
    for dimension, counts in _counts(form.questions).items():
        yield f"  {dimension}: " + ", ".join(f"{name} {count}" for name, count in counts.items())
    yield f"  longest run of keys in one place: {max(runs(form.questions), default=0)}"
    yield f"  cues: {len(sheet.cues)}"
    yield from (f"  not met: {lack}" for lack in sheet.lacks)
    if not sheet.lacks and (blueprint.quotas or blueprint.difficulty is not None):
        yield "  the blueprint is met"


def _brief(question: Question) -> str:
    key = "".join(f", key {place}" for _, place in position(question))
    text = " ".join(f"{question.stem} {question.quote}".split())
    shown = text if len(text) <= BRIEF else text[: BRIEF - 1].rstrip() + "…"
    return f"{question.kind} · {question.topic} · {question.difficulty}{key} · {shown}"


def _counts(questions: Sequence[Question]) -> dict[str, dict[str, int]]:
    """Return how many questions there are of each topic, kind, skill, band and place of the key, by name."""
    found = {
        "topics": [one.topic for one in questions],
        "kinds": [one.kind for one in questions],
        "skills": [one.skill for one in questions],
        "bands": [band(one.difficulty) for one in questions],
        "keys": [place for one in questions for _, place in position(one)],
    }
    return {dimension: dict(sorted(Counter(names).items())) for dimension, names in found.items()}


def _common_lines(report: Report) -> Iterator[str]:
    found = report.parallel
    names = [sheet.name for sheet in report.sheets]
    yield "In common, facts / questions:"
    yield "     " + "".join(f"{name:>7}" for name in names[1:])
    shared = {(one.first, one.second): f"{one.facts}/{one.questions}" for one in found.overlaps}
    for row, name in enumerate(names[:-1]):
        yield f"  {name:<3}" + "".join(
            f"{shared.get((row, column), ''):>7}" for column in range(1, len(names))
        )
    means = [sheet.form.difficulty for sheet in report.sheets]
    yield f"Mean difficulties lie within {points(max(means) - min(means))} points of each other."
    yield from (f"Form {name} differs from form A in {cell}." for name, cell in uneven(report))
    yield from _again_lines(found)


def uneven(report: Report) -> Iterator[tuple[str, str]]:
    """Yield each form and cell (topic and kind) of which it has another number of questions than form A."""
    cells = [Counter(f"{one.topic} {one.kind}" for one in sheet.form.questions) for sheet in report.sheets]
    for sheet, counts in zip(report.sheets, cells, strict=True):
        for cell in sorted({*cells[0], *counts}):
            if counts[cell] != cells[0][cell]:
                yield sheet.name, f"{cell}: {counts[cell]}, not {cells[0][cell]}"


def _again_lines(found: Parallel) -> Iterator[str]:
    if not found.again:
        yield "No fact is asked in two forms."
        return
    yield f"Facts asked again: {found.again}; the pack forces at least {found.forced}."
    for one in found.scarce:
        yield f"  {one.name}: the forms need {one.needed} questions, at most {one.most} share no fact"


def report_json(report: Report) -> dict[str, Any]:
    """Return the report as plain JSON values, with the questions whole."""
    found = report.parallel
    return {
        "pack": report.pack,
        "seed": report.seed,
        "blueprint": _blueprint_json(report.blueprint),
        "forms": [_sheet_json(sheet) for sheet in report.sheets],
        "overlaps": [
            {"forms": NAMES[one.first] + NAMES[one.second], "facts": one.facts, "questions": one.questions}
            for one in found.overlaps
        ],
        "facts_asked_again": found.again,
        "forced": found.forced,
        "scarce": [asdict(one) for one in found.scarce],
    }


def _blueprint_json(blueprint: Blueprint) -> dict[str, Any]:
    return {
        "length": blueprint.length,
        "difficulty": blueprint.difficulty,
        "within": blueprint.within,
        "without": sorted(blueprint.without),
        "counts": [
            {"of": one.trait[0], "name": one.trait[1], "least": one.least, "most": one.most}
            for one in blueprint.quotas
        ],
    }


def _sheet_json(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "difficulty": float(sheet.form.difficulty),
        **_counts(sheet.form.questions),
        "longest_run": max(runs(sheet.form.questions), default=0),
        "cues": [asdict(cue) for cue in sheet.cues],
        "not_met": list(sheet.lacks),
        "questions": [question_json(question) for question in sheet.form.questions],
    }
