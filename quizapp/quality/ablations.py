"""What each practice of the generator is worth: a bank made without it, and the figure that moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from quizapp.facts.pack import Pack
from quizapp.facts.values import Entity
from quizapp.generation.bank import KINDS, sound
from quizapp.generation.practices import Practice, without
from quizapp.generation.question import Question
from quizapp.quality.figures import Figure, commonest, flawed, lead, past_the_gate, same_relation
from quizapp.quality.naive import naive
from quizapp.quality.quality_report import Table, text_lines
from quizapp.quality.synthetic import Synthetic

FACTS = 1_100
"""How many facts an invented pack needs for these tables; with more they take longer and say the same."""

CHOICES = ("value", "who-said", "which-source", "evidence", "wording", "select-all")

TRIALS: tuple[tuple[Practice, Figure], ...] = (
    (Practice.PROOF, Figure("a wrong option may be true (rule 17)",
                            ("value", "verdict", "select-all", "which-source", "evidence"), flawed(17))),
    (Practice.RANK, Figure("lead of the middle number", ("value",), lead("middle number"))),
    (Practice.ROUNDNESS, Figure("lead of the roundest number", ("value",), lead("most round"))),
    (Practice.LENGTH, Figure("an option stands out by its length (rule 1)", CHOICES, flawed(1))),
    (Practice.CLANG, Figure("the key alone shares a word with the stem (rule 11)", CHOICES, flawed(11))),
    (Practice.CLANG, Figure("lead of the echo of the stem", ("evidence",), lead("clang"))),
    (Practice.NEARNESS, Figure("wrong names from the key’s own relation", ("value",), same_relation)),
    (Practice.PLACES, Figure("lead of the first option", ("value", "who-said", "which-source", "evidence"),
                             lead("first"))),
    (Practice.BALANCE, Figure("share of the commonest label", ("what-kind", "compare-sources"), commonest)),
    (Practice.CAP, Figure("lead of whoever is right most often", ("who-said",), lead("often right"))),
    (Practice.PAIRS, Figure("share of the commonest verdict", ("verdict",), commonest)),
    (Practice.GATE, Figure("flawed questions that no kind avoids by itself", (), past_the_gate)),
)  # fmt: skip
"""Each practice with a figure that gets worse without it. The gate is a second net: it may find nothing."""

LEADS = "A lead is what a guesser earns above chance, on the questions that it can tell apart."

NAIVE_KINDS = ("value", "who-said", "which-source", "verdict", "what-kind")

BESIDE: tuple[Figure, ...] = (
    Figure("a wrong option may be true (rule 17)", ("value", "who-said", "which-source"), flawed(17)),
    Figure("questions that break a rule", NAIVE_KINDS, flawed()),
    Figure("lead of the middle number", ("value",), lead("middle number")),
    Figure("lead of the roundest number", ("value",), lead("most round")),
    Figure("lead of the longest option", ("value", "who-said"), lead("longest")),
    Figure("lead of whoever is right most often", ("who-said",), lead("often right")),
    Figure("lead of the name shown least often", ("value",), lead("not frequency")),
    Figure("share of the commonest verdict", ("verdict",), commonest),
    Figure("share of the commonest label", ("what-kind",), commonest),
)  # fmt: skip
"""What the naive generator's questions are measured by, beside ours of the same kinds."""


@dataclass(frozen=True)
class Ablation:
    """A practice left out: how many questions with it and without, and what its figure was and became."""

    practice: Practice
    figure: str
    items: tuple[int, int]
    before: float | None
    after: float | None

    @property
    def moved(self) -> float:
        """How much the figure rose without the practice, as a share."""
        return (self.after or 0.0) - (self.before or 0.0)


@dataclass(frozen=True)
class Comparison:
    """A figure of our questions, of the naive generator's, and of its own with figures in order."""

    figure: str
    ours: float | None
    naive: float | None
    ordered: float | None


def ablations(synthetic: Synthetic, seed: str) -> tuple[Ablation, ...]:
    """Leave each practice out in turn and measure what it is there for."""
    return tuple(_ablation(practice, figure, synthetic.pack, seed) for practice, figure in TRIALS)


def _ablation(practice: Practice, figure: Figure, whole: Pack, seed: str) -> Ablation:
    pack = talkative(whole) if practice is Practice.CAP else whole
    kept, left_out = _made(pack, seed, figure.kinds), _made(pack, seed, figure.kinds, practice)
    return Ablation(
        practice, figure.words, (len(kept), len(left_out)), figure.of(pack, kept), figure.of(pack, left_out)
    )


def _made(
    pack: Pack, seed: str, kinds: Sequence[str], left_out: Practice | None = None
) -> tuple[Question, ...]:
    """Return the bank of some kinds (none named: all), with or without a practice."""
    fresh = replace(pack)  # what a pack remembers may be remembered of another way to generate
    with without(left_out) if left_out else nullcontext():
        drafts = (d for kind in KINDS if not kinds or kind.NAME in kinds for d in kind.drafts(fresh, seed))
        return tuple(question for draft in drafts if (question := sound(draft)))


def talkative(pack: Pack) -> Pack:
    """Return the pack with every second claim of a source given to one of its speakers.

    The invented papers let all speak alike; real ones do not, and that is what the cap is for.
    """
    loudest: dict[str, Entity] = {}
    facts = dict(pack.facts)
    for place, fact in enumerate(pack.facts.values()):
        if fact.asserted_by:
            loud = loudest.setdefault(fact.sources[0], fact.asserted_by)
            facts[fact.id] = replace(fact, asserted_by=loud) if place % 2 else fact
    return replace(pack, facts=facts)


def beside_naive(synthetic: Synthetic, seed: str) -> tuple[Comparison, ...]:
    """Return our figures and those of a naive generator, on the same facts and kinds."""
    pack = synthetic.pack
    ours = _made(pack, seed, NAIVE_KINDS)
    shuffled, ordered = naive(pack, seed), naive(pack, seed, ascending=True)
    return tuple(
        Comparison(figure.words, *(figure.of(pack, bank) for bank in (ours, shuffled, ordered)))
        for figure in BESIDE
    )


def ablations_table(rows: Iterable[Ablation]) -> Table:
    """Return the ablations as a table of the report."""
    heads = ("left out", "what is measured", "questions", "with it", "without")
    cells = (
        (
            row.practice.title, row.figure, f"{row.items[0]:,} → {row.items[1]:,}",
            share(row.before), share(row.after),
        )
        for row in rows
    )  # fmt: skip
    return Table("Ablations: each practice left out in turn", heads, tuple(cells), LEADS)


def comparison_table(rows: Iterable[Comparison]) -> Table:
    """Return the comparison with the naive generator as a table of the report."""
    heads = ("what is measured", "ours", "naive", "naive, figures in order")
    cells = ((row.figure, share(row.ours), share(row.naive), share(row.ordered)) for row in rows)
    return Table("Beside a naive generator, on the same facts", heads, tuple(cells), LEADS)


def ablation_lines(rows: Iterable[Ablation]) -> list[str]:
    """Return the ablations as lines to print, in columns."""
    return list(text_lines(ablations_table(rows)))


def comparison_lines(rows: Iterable[Comparison]) -> list[str]:
    """Return the comparison with the naive generator as lines to print, in columns."""
    return list(text_lines(comparison_table(rows)))


def share(value: float | None) -> str:
    """Return a share in percent; "–" for none."""
    return "–" if value is None else f"{100 * value:.1f} %"
