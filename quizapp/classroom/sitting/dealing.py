"""Which form a learner gets: dealt in turn, and another one for a further attempt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def form_for(forms: int, participant_id: int, sat: Sequence[tuple[int, int]]) -> int:
    """Return the form, from 0, of a learner's next sitting; `sat` has form and learner of each so far.

    The one that the learner has sat least often, of those the one that the class has, and of those
    one by the learner's own number: of two who begin at the same moment, each gets another.
    """
    own = Counter(form for form, learner in sat if learner == participant_id)
    whole = Counter(form for form, _ in sat)
    return min(range(forms), key=lambda form: (own[form], whole[form], (form - participant_id) % forms))
