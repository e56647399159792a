"""The quality report of a pack as tables: rows that are printed as text or written as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from quizapp.quality.lifts import FEWEST, Lift, worst
from quizapp.quality.measuring import Quality
from quizapp.quality.mutation import Detection
from quizapp.quality.probe import Probe
from quizapp.quality.proof_report import total
from quizapp.quality.targets import Target, percent, points, significant

Row = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table to print: its title, the heads of its columns, its rows, and a note under it."""

    title: str
    heads: Row
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class Speed:
    """How long a question takes to be made, and to be linted, in seconds of one core."""

    made: float
    linted: float

    @property
    def a_second(self) -> int:
        """How many questions are made and linted in a second."""
        return int(1 / (self.made + self.linted)) if self.made + self.linted else 0


@dataclass(frozen=True)
class Report:
    """What was measured of a pack, the bars that it is held to, and how fast it went."""

    quality: Quality
    held: tuple[Target, ...]
    speed: Speed

    def to_json(self) -> dict[str, Any]:
        """Return the report as plain JSON values; names are those of `Quality`, `Target` and `Speed`."""
        held = [asdict(target) for target in self.held]
        return {**asdict(self.quality), "targets": held, "speed": asdict(self.speed)}


def tables(report: Report) -> Iterator[Table]:
    """Yield the tables of a pack's report, its bars first."""
    quality = report.quality
    yield _targets(report.held)
    yield _figures(quality, report.speed)
    yield _kinds(quality)
    yield _flaws(quality)
    yield from _leaks(quality)
    yield _probes(quality.probes)
    if quality.readings:
        yield _readings(quality)
    yield _balances(quality)


def text_lines(table: Table) -> Iterator[str]:
    """Yield a table as plain text, its columns aligned."""
    rows = [table.heads, *table.rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.heads))]
    yield from ("", table.title)
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
    if table.note:
        yield f"  {table.note}"


def markdown_lines(table: Table) -> Iterator[str]:
    """Yield a table as Markdown."""
    yield from (f"### {table.title}", "", _piped(table.heads), _piped(["---"] * len(table.heads)))
    yield from map(_piped, table.rows)
    yield from ("", table.note, "") if table.note else ("",)


def _piped(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '·') for cell in cells)} |"


def _targets(held: Sequence[Target]) -> Table:
    rows = tuple((one.what, one.figure, one.bar, _verdict(one)) for one in held)
    return Table("Targets", ("what", "figure", "target", ""), rows)


def _verdict(target: Target) -> str:
    if target.met:
        return "met"
    return "MISSED" if target.gates else "missed (told, not gated)"


def detections_table(detections: Iterable[Detection]) -> Table:
    """Return how each rule did on flaws put in, and on changes that only look like them."""
    rows = tuple(
        (
            f"{one.rule}", one.name, one.units, f"{one.injected}", percent(float(one.recall)),
            f"{one.clean}", percent(float(one.alarms)), "" if one.passes else "MISSED",
        )
        for one in detections
    )  # fmt: skip
    heads = ("rule", "name", "of", "flaws put in", "found", "imitations", "false alarms", "")
    return Table("Rules tried on planted flaws", heads, rows, "Targets: 95 % found, 2 % false alarms.")


def _figures(q: Quality, speed: Speed) -> Table:
    frame = f"{q.diversity.templates} ({q.diversity.per_hundred:.1f} for 100 questions)"
    rows = [
        ("facts", f"{q.facts}, {q.coverage.facts} of them may be asked"),
        ("questions", f"{q.items}"),
        ("distinct items, over five seeds", f"{q.distinct}" if q.distinct else "not counted in a sample"),
        ("questions that show what another shows", f"{q.repeated}"),
        ("facts asked by a kind, by three", f"{_share(q.coverage.once, q)}, {_share(q.coverage.thrice, q)}"),
        ("questions by skill", ", ".join(f"{skill} {count}" for skill, count in q.skills.items())),
        ("templates of stems", frame),
        ("largest template", f"{percent(q.diversity.largest)}: {q.diversity.frame}"),
        ("overlap of two stems, word trigrams", percent(q.diversity.overlap)),
        ("forms of 20", f"{q.forms}, {q.form_questions} questions, {_cues(q)} cues"),
        ("made and linted in a second of one core", f"{speed.a_second} questions, on this machine"),
    ]
    return Table("Figures", ("what", "figure"), tuple(rows))


def _share(count: int, q: Quality) -> str:
    return f"{count} ({percent(count / q.coverage.facts if q.coverage.facts else 0)})"


def _cues(q: Quality) -> int:
    return sum(rule.broken for rule in q.flaws.rules if rule.scope == "form")


def _kinds(q: Quality) -> Table:
    rows = tuple(_kind(row) for row in worst(q.lifts).values())
    note = (
        "A guesser's lift is its mean credit less chance, where it has something to go by, with its 95 % "
        "interval by bootstrap over facts; the bound is of what it gains over all questions of the kind "
        f"(one-sided, 95 %). Inconclusive: fewer than {FEWEST} facts."
    )
    heads = ("kind", "questions", "facts", "worst guesser", "fires", "credit", "chance", "lift", "bound")
    return Table("Worst guesser of each kind", heads, rows, note)


def _kind(row: Lift) -> Row:
    bound = points(row.upper) if row.conclusive else "inconclusive"
    return (
        row.kind, f"{row.asked}", f"{row.facts}", row.guesser, percent(row.coverage),
        percent(row.accuracy), percent(row.chance), _lift(row), bound,
    )  # fmt: skip


def _lift(row: Lift) -> str:
    return f"{points(row.lift)} [{100 * row.interval.low:+.1f}, {100 * row.interval.high:+.1f}]"


def _leaks(q: Quality) -> Iterator[Table]:
    found = sorted(significant(q.lifts), key=lambda row: -row.z)
    rows = tuple((*_kind(row), f"{row.z:.1f}") for row in found)
    heads = ("kind", "questions", "facts", "guesser", "fires", "credit", "chance", "lift", "bound", "z")
    note = f"Of {len(q.lifts)} guessers by kind: z beyond Bonferroni's bound, interval above 0."
    if rows:
        yield Table("Guessers that beat chance for certain", heads, rows, note)


def _flaws(q: Quality) -> Table:
    rows = tuple(
        (f"{one.rule}", one.name, one.severity, one.scope, f"{one.broken}", one.example[:80])
        for one in q.flaws.rules
        if one.broken
    )
    shares = f"errors {percent(q.flaws.error_rate)}, warnings {percent(q.flaws.warning_rate)} of questions"
    note = f"{len(q.flaws.rules) - len(rows)} of {len(q.flaws.rules)} rules are not broken; {shares}."
    heads = ("rule", "name", "severity", "scope", "broken by", "for example")
    return Table("Flaws", heads, rows or (("-",) * 6,), note)


def _probes(probes: Sequence[Probe]) -> Table:
    rows = tuple(
        (
            one.kind, one.seen, one.grouped, f"{one.asked}", percent(one.accuracy), percent(one.chance),
            f"{points(one.lift)} [{100 * (one.interval.low - one.chance):+.1f}, "
            f"{100 * (one.interval.high - one.chance):+.1f}]",
        )
        for one in probes
    )  # fmt: skip
    heads = ("kind", "sees", "apart by", "questions", "right", "chance", "lift")
    note = (
        "Logistic regression on letter n-grams and hints, cross-validated; stems tell it which names go with "
        "which subject, as they should. Below chance: it has learnt which names are used up on other facts."
    )
    return Table("Trained probe", heads, rows, note)


def _readings(q: Quality) -> Table:
    rows = tuple(
        (row.kind, f"{row.asked}", *(percent(n / row.asked) for n in (row.cited, row.none, row.wrong)))
        for row in (*q.readings, total(q.readings))
    )
    heads = ("kind", "questions", "cited paragraph", "none", "another paragraph")
    return Table("What a reader answers right; an abstention is wrong", heads, rows)


def _balances(q: Quality) -> Table:
    rows = tuple(
        (one.what, f"{one.options}", " · ".join(map(str, one.counts)), f"{one.p:.2f}") for one in q.balances
    )
    return Table("Where keys stand", ("what", "options", "keys at each place", "p"), rows)
