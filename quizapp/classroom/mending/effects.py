"""What a mending would do to marks, before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.assessment.accepting import Rule
from quizapp.assessment.marks import exact_credit
from quizapp.classroom.gradebook import AssignedItem, Gradebook, Sat, Score, credit_of
from quizapp.classroom.mending.regrading import Tried, regrade


@dataclass(frozen=True)
class Effect:
    """How many of the learners who were asked a question gain and lose, as shares of what counts.

    A learner with several sittings may do both. `by_points`: whoever gains, gains one whole point.
    """

    learners: int
    gain: int
    lose: int
    by_points: bool

    @property
    def words(self) -> str:
        if not self.learners:
            return "Nobody has been asked it yet."
        if not self.gain and not self.lose:
            return "Nobody’s mark changes."
        of = f"of {self.learners} learner{'' if self.learners == 1 else 's'}"
        gain = f"{self.gain} {of} gain{'s' if self.gain == 1 else ''}{' a point' if self.by_points else ''}"
        if not self.lose:
            return f"{gain}; nobody loses."
        if not self.gain:
            return f"{self.lose} {of} lose{'s' if self.lose == 1 else ''}; nobody gains."
        return f"{gain}; {self.lose} lose{'s' if self.lose == 1 else ''}."


class Foresight:
    """What changes of the rule of one question would do to everybody's marks."""

    def __init__(
        self, book: Gradebook, item: AssignedItem, tries: Mapping[int, Sequence[Tried]], before: Rule
    ) -> None:
        self._item, self._tries, self._before = item, tries, before
        self._scores = [(sat, book.score(sat)) for sat in book.sittings if sat.form in item.places]

    def effect_of(self, after: Rule) -> Effect:
        gain, lose, points = set(), set(), set()
        for sat, score in self._scores:
            new = self._score_after(sat, score, after)
            if new.share > score.share:
                gain.add(sat.participant_id)
                points.add(new.points - score.points if new.of == score.of else Fraction(0))
            if new.share < score.share:
                lose.add(sat.participant_id)
        learners = len({sat.participant_id for sat, _ in self._scores})
        return Effect(learners, len(gain), len(lose), by_points=points == {Fraction(1)})

    def _score_after(self, sat: Sat, score: Score, after: Rule) -> Score:
        counted = credit_of(self._item, sat) if self._item.counts else Fraction(0)
        counts = after.standing != "dropped"
        earned = self._credit_after(sat.id, after) if counts else Fraction(0)
        return Score(score.points - counted + earned, score.of - self._item.counts + counts)

    def _credit_after(self, sitting_id: int, after: Rule) -> Fraction:
        if after.standing == "full":
            return Fraction(1)
        tries = regrade(self._item.question.form, self._tries.get(sitting_id, ()), self._before, after)
        return next((exact_credit(one.credit) for one in tries if one.final), Fraction(0))
