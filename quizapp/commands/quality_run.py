"""What `quizapp quality` does: packs measured, timed, and told in three ways."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import Any

from quizapp import __version__
from quizapp.facts.pack import Pack
from quizapp.facts.texts import Paragraphs, paragraphs, read_texts
from quizapp.generation.bank import bank
from quizapp.quality.ablations import FACTS, ablations, ablations_table, beside_naive, comparison_table
from quizapp.quality.measuring import Limits, Measured, seeds_from
from quizapp.quality.measuring import quality as measure
from quizapp.quality.mutation import Detection, mutate_and_detect
from quizapp.quality.proving import known_paragraphs
from quizapp.quality.quality_page import page_lines
from quizapp.quality.quality_report import Report, Speed, Table, detections_table, tables, text_lines
from quizapp.quality.rules import RULEBOOK
from quizapp.quality.sampling import sampled_bank
from quizapp.quality.synthetic import synthesise
from quizapp.quality.targets import Target, missed, mutation_target, targets

Begin = Callable[..., Future[Any]]
"""How a part of the work is begun: now, or by another process."""

SAMPLED = 2_800
"""On how many invented facts each kind is measured at most: enough to bound a lift of 5 points."""

LIMITS = Limits(linted=3_000, read=150, probed=1_500, forms=5)

TIMED = 1_000
"""How many questions are linted against the clock."""

WHOLE = 1_000
"""Of how many invented facts a whole bank is made against the clock."""

MUTATED = 1_000
"""From how many invented facts the questions come that the rules are tried on."""


@dataclass(frozen=True)
class Findings:
    """All that was found on a day: a report for each pack, and how the rules did on planted flaws.

    `worth` are the tables of ablations and of the naive generator, empty where not asked for.
    """

    day: date
    seed: str
    reports: tuple[Report, ...]
    detections: tuple[Detection, ...]
    rules: tuple[Target, ...]
    worth: tuple[Table, ...] = ()

    @property
    def missed(self) -> list[Target]:
        """The targets that are missed."""
        return missed([*(target for one in self.reports for target in one.held), *self.rules])


def findings(
    packs: Sequence[Pack], seed: str, day: date, texts: Path | None, synthetic: int | None,
    *, ablated: bool = False,
) -> Findings:  # fmt: skip
    """Measure the generator on invented facts, if asked for, and the packs.

    With invented facts it takes minutes, and is done by as many processes as there are cores.
    """
    if synthetic is None:
        return _findings(_at_once, packs, seed, day, texts, None, ablated)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return _findings(pool.submit, packs, seed, day, texts, synthetic, ablated)


def _findings(
    begin: Begin, packs: Sequence[Pack], seed: str, day: date, texts: Path | None, synthetic: int | None,
    ablated: bool,
) -> Findings:  # fmt: skip
    read = read_texts(texts) if texts else {}
    generator = [begin(_generator, synthetic, seed, day)] if synthetic else []  # the longest first
    worth = begin(_worth, seed) if ablated else None
    shipped = [begin(_shipped, pack, seed, day, known_paragraphs(pack, read.values())) for pack in packs]
    detections = begin(_detections, seed).result() if synthetic else ()
    rules = (mutation_target(detections),) if detections else ()
    reports = tuple(one.result() for one in generator + shipped)
    return Findings(day, seed, reports, detections, rules, worth.result() if worth else ())


def _at_once(work: Callable[..., Any], *arguments: Any) -> Future[Any]:
    done: Future[Any] = Future()
    done.set_result(work(*arguments))
    return done


def as_text(found: Findings) -> Iterator[str]:
    """Yield the findings as plain text, a heading for each pack."""
    for report in found.reports:
        yield from ("", f"{report.quality.title} [{report.quality.pack}], seed {found.seed}, {__version__}")
        yield from (line for table in tables(report) for line in text_lines(table))
    if found.detections:
        yield from text_lines(detections_table(found.detections))
    yield from (line for table in found.worth for line in text_lines(table))


def as_json(found: Findings) -> str:
    """Return the findings as one JSON object."""
    told = {
        "version": __version__,
        "seed": found.seed,
        "date": found.day.isoformat(),
        "packs": [report.to_json() for report in found.reports],
        "rules": [detection.__dict__ for detection in found.detections],
        "worth": {table.title: [table.heads, *table.rows] for table in found.worth},
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_markdown(found: Findings) -> Iterator[str]:
    """Yield the findings as the page `docs/quality.md`."""
    head = f"Measured on {found.day.isoformat()}, version {__version__}, seed {found.seed}."
    yield from page_lines(head, found.reports, found.detections, found.worth)


def _generator(facts: int, seed: str, day: date) -> Report:
    invented = synthesise(facts, seed)
    known = {name: dict(enumerate(paragraphs(text), 1)) for name, text in invented.texts.items()}
    sample = sampled_bank(invented.pack, seed, SAMPLED)
    measured = Measured(
        invented.pack, seed, (sample,), known, Limits(linted=3_000, read=150, probed=1_500, forms=5)
    )
    return _reported(measured, day, _seconds_to_make(seed), generator=True)


def _seconds_to_make(seed: str) -> float:
    """Return the seconds of one core that a question of a whole bank takes; a sample lists many in vain."""
    pack = synthesise(WHOLE, seed).pack
    start = process_time()
    made = len(bank(pack, seed))
    return (process_time() - start) / made


def _shipped(pack: Pack, seed: str, day: date, known: Mapping[str, Paragraphs]) -> Report:
    start = process_time()
    banks = tuple(bank(pack, one) for one in seeds_from(seed))
    made = process_time() - start
    measured = Measured(pack, seed, banks, known)
    return _reported(measured, day, made / max(sum(map(len, banks)), 1), generator=False)


def _reported(measured: Measured, day: date, made: float, *, generator: bool) -> Report:
    lint = RULEBOOK.linter(measured.pack, day, measured.known)
    quality = measure(measured, lint)
    start = process_time()
    for question in measured.bank[:TIMED]:
        lint(question)
    linted = (process_time() - start) / max(len(measured.bank[:TIMED]), 1)
    return Report(quality, targets(quality, generator=generator), Speed(made, linted))


def _detections(seed: str) -> tuple[Detection, ...]:
    invented = synthesise(MUTATED, seed)
    return mutate_and_detect(bank(invented.pack, seed), invented.pack, seed)


def _worth(seed: str) -> tuple[Table, ...]:
    """Return what each practice is worth, and our questions beside naive ones, on invented facts."""
    invented = synthesise(FACTS, seed)
    return ablations_table(ablations(invented, seed)), comparison_table(beside_naive(invented, seed))
