"""A pack proven against texts: its problems, and what the reader found, as lines to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.facts.pack import Pack
from quizapp.facts.texts import prove
from quizapp.generation.bank import bank
from quizapp.quality.proving import FOUND_FROM, Readings, found, known_paragraphs, measure, unproven

SEED = "1"


@dataclass(frozen=True)
class Proof:
    """What the texts do not bear out (nothing: all is proven), and the reader's table; lines to print."""

    problems: tuple[str, ...]
    table: tuple[str, ...]


def proven(pack: Pack, texts: Mapping[str, str], seed: str = SEED) -> Proof:
    """Prove a pack's facts, and every question of a seed, against texts by file name.

    It is a problem, too, if the reader finds less than `FOUND_FROM` of the answers in the cited
    paragraphs. The table is empty if no question could be read.
    """
    known, questions = known_paragraphs(pack, texts.values()), bank(pack, seed)
    problems = prove(pack, texts)
    if not problems:
        problems = unproven(pack, questions, known)
    readings = measure(pack, questions, known, seed)
    if found(readings) < FOUND_FROM:
        share = f"{_percent(found(readings))} of the answers; at least {_percent(FOUND_FROM)} are wanted"
        problems.append(f"{pack.id}: from the cited paragraphs a reader finds {share}: see the table")
    return Proof(tuple(problems), tuple(table(pack.id, readings)) if readings else ())


def table(pack_id: str, readings: Sequence[Readings]) -> Iterator[str]:
    """Yield the reader's table: by kind and all together, then what was not found."""
    yield f"{pack_id}: what a reader answers right who has only a paragraph; an abstention counts as wrong"
    yield f"{'kind':12}{'questions':>10}{'cited':>9}{'none':>9}{'wrong one':>11}"
    for row in (*readings, total(readings)):
        cited, none, wrong = (_percent(_share(hits, row.asked)) for hits in (row.cited, row.none, row.wrong))
        yield f"{row.kind:12}{row.asked:>10}{cited:>9}{none:>9}{wrong:>11}"
    yield from (f"  not found: {row.kind} {name}" for row in readings for name in row.missed)


def total(readings: Sequence[Readings]) -> Readings:
    """Return all kinds together, as a row called "all"."""
    asked, cited = sum(row.asked for row in readings), sum(row.cited for row in readings)
    none, wrong = sum(row.none for row in readings), sum(row.wrong for row in readings)
    return Readings("all", asked, cited, none, wrong, ())


def _share(hits: int, asked: int) -> Fraction:
    return Fraction(hits, asked) if asked else Fraction(0)


def _percent(share: Fraction) -> str:
    """Return "97.2 %", rounded down: a share just below a bound never looks as if it had met it."""
    tenths = int(share * 1000)
    return f"{tenths // 10}.{tenths % 10} %"
