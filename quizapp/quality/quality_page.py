"""The page `docs/quality.md`: what the figures mean, then the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.quality.guessers import GUESSERS
from quizapp.quality.mutation import Detection
from quizapp.quality.quality_report import Report, Table, detections_table, markdown_lines, tables

HOW = """\
# How good the questions are

`make quality` writes this page and fails where a target is missed. Nothing here is written by hand.

The generator is measured on a pack of **invented facts**, as only there every kind of question has a
thousand independent facts and more; of each kind a sample is drawn. The packs that are shipped stand
beside it. They are small: where fewer than 100 facts bear a figure, it is called inconclusive.

**Guessers** answer without the source. Each has a twin that avoids what it picks. What they know of
other questions comes from other facts: neither the asked fact nor those that lent an option count.
Chance is one in the number of options; for statements to judge the share of the commonest label; for
orders and pairs the mean credit of all possible answers, for ticks that of as many ticks; nothing for
what is typed. A bound is
met if a guesser gains less than 5 points over all questions of a kind, with 95 % confidence, by
bootstrap over facts. Kinds whose stem is the evidence (what kind of statement, wording, evidence,
two sources compared, numeracy, level of government) are held to the hints that only place, length and
numbers of the options give.

**Distinct items** differ in kind, facts, slot, stem or set of options; five are counted at most of
one fact, slot and kind. A statement to judge counts once, true or false.

Flaw rates of other banks, by other lists of rules, are 46 to 77 % (Tarrant 2006; Tarrant and Ware
2008; Ob-Gyn books, PMC9458348): they are no like-for-like comparison."""

GUESSES = "## The guessers"


WORTH = "## What the generator's practices are worth"


def page_lines(
    head: str, reports: Sequence[Report], detections: Sequence[Detection], worth: Sequence[Table] = ()
) -> Iterator[str]:
    """Yield the page: how it is measured, a part for each pack, the rules, the practices, the guessers."""
    yield from (HOW, "", head, "")
    for report in reports:
        yield from (f"## {report.quality.title} (`{report.quality.pack}`)", "")
        yield from (line for table in tables(report) for line in markdown_lines(table))
    if detections:
        yield from ("## The rules, tried", "", *markdown_lines(detections_table(detections)))
    if worth:
        yield from (WORTH, "")
        yield from (line for table in worth for line in markdown_lines(table))
    yield from (GUESSES, "")
    yield from (f"- {one.name}: {one.about}" for one in GUESSERS if not one.name.startswith("not "))
