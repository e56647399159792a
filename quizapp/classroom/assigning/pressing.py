"""What the buttons of a new assignment do to its questions, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizapp.classroom.assigning.choices import Choices
from quizapp.classroom.assigning.dealing import deal
from quizapp.classroom.assigning.drafting import DraftBank, bank_of
from quizapp.classroom.assigning.rearranging import Rearranged, Spot, leave_out, swap
from quizapp.classroom.assigning.selection import Selection, questions_in
from quizapp.facts.pack import Pack

NOTHING_CHOSEN = (
    "There is no question to hand out. Tick more topics or kinds, or bring back what was left out."
)
MADE_ANEW = "The questions were made anew for what you changed. Look at them; then hand the quiz out."


@dataclass(frozen=True)
class Outcome:
    """The questions after a button: what was done in a sentence ("" for nothing to tell), what they lack.

    `as_shown`: they are the ones that the teacher had before them, and may be handed out;
    `refused`: there is none of them.
    """

    selection: Selection
    note: str = ""
    lacks: tuple[str, ...] = ()
    as_shown: bool = False
    refused: bool = False
    spot: Spot | None = None


@dataclass(frozen=True)
class Press:
    """A button: what it does, where it stands (leave and swap), and the seed of other questions."""

    does: str
    spot: Spot | None
    new_seed: str


def dealt_anew(pack: Pack, choices: Choices, selection: Selection, note: str = "") -> Outcome:
    found = deal(bank_of(pack, selection.seed), choices, selection)
    return Outcome(found.selection, note, found.lacks)


def pressed(pack: Pack, choices: Choices, selection: Selection, press: Press) -> Outcome:
    """Return what a button does to a selection; choices that have changed since go first."""
    if press.does == "other":
        return dealt_anew(
            pack, choices, replace(selection, seed=press.new_seed), "These are other questions."
        )
    if press.does == "restore":
        fresh = replace(selection, left_out=())
        return dealt_anew(pack, choices, fresh, "Nothing is left out any more.")
    bank = bank_of(pack, selection.seed)
    if selection.mark != choices.mark(pack, selection.seed) or questions_in(bank, selection) is None:
        return dealt_anew(pack, choices, selection, "" if press.does == "show" else MADE_ANEW)
    if press.does == "assign" and not selection.forms:
        return Outcome(selection, NOTHING_CHOSEN, refused=True)
    if press.spot and press.does in ("leave", "swap") and _is_there(selection, press.spot):
        done = _rearranged(bank, choices, selection, press.does, press.spot)
        return Outcome(done.selection, done.note, as_shown=True, spot=press.spot)
    return Outcome(selection, as_shown=True)


def _is_there(selection: Selection, spot: Spot) -> bool:
    return spot.form < len(selection.forms) and spot.position < len(selection.forms[spot.form])


def _rearranged(bank: DraftBank, choices: Choices, selection: Selection, does: str, spot: Spot) -> Rearranged:
    return leave_out(bank, selection, spot) if does == "leave" else swap(bank, choices, selection, spot)
