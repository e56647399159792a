"""The fairness report as lines of plain text and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from quizapp.quality.fairness import Fairness, FormSpread


def fairness_json(report: Fairness) -> dict[str, Any]:
    """Return the report as plain JSON values; names are those of `Fairness` and what it holds."""
    return asdict(report)


def fairness_lines(report: Fairness) -> Iterator[str]:
    """Yield the report as plain text, a table for each part."""
    yield f"{report.title} [{report.pack}]: {report.facts} facts, {report.questions} questions"
    yield from (
        "",
        f"{'who speaks':42}{'claims':>8}{'opinions':>10}{'predictions':>13}{'qualified':>11}  verbs",
    )
    for one in report.speakers:
        verbs = ", ".join(f"{verb} {number}" for verb, number in one.verbs.items())
        counts = (
            f"{one.claims:>8}{one.opinions:>10}{one.predictions:>13}{_share(one.qualified, one.said):>11}"
        )
        yield f"{one.name[:41]:42}{counts}  {verbs}"
    yield from _counts("facts by outlet", report.outlets)
    yield from _counts("facts by kind of text", report.text_kinds)
    yield from _counts("keys of verdict questions", report.verdicts)
    for form in report.forms:
        yield from _form(form)
    yield from ("", f"loaded words outside quotation marks: {len(report.loaded) or 'none'}")
    yield from (f"  {one.word}: {one.place}: {one.text}" for one in report.loaded)


def _form(form: FormSpread) -> Iterator[str]:
    yield from _counts(f"form of seed {form.seed}, {form.questions} questions, by source", form.sources)
    speakers = ", ".join(f"{name} {number}" for name, number in form.speakers.items())
    yield f"  speakers: {speakers or 'none'}"


def _counts(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    yield from ("", title)
    total = sum(counts.values())
    for name, number in counts.items():
        yield f"  {name[:70]:72}{number:>5}{_share(number, total):>7}"


def _share(part: int, whole: int) -> str:
    """Return a share as "13 %", halves up; "0 %" of nothing."""
    return f"{(200 * part + whole) // (2 * whole) if whole else 0} %"
