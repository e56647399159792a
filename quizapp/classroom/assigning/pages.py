"""The contexts of the pages of an assignment: all that a template gets, put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizapp.assessment.credit import CreditRule
from quizapp.assessment.review import Moment
from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.assigning.drafting import bank_of
from quizapp.classroom.assigning.forms import NewAssignmentForm, SettingsForm
from quizapp.classroom.assigning.pressing import Outcome
from quizapp.classroom.assigning.previewing import ShownForm, shown_forms
from quizapp.classroom.assigning.queries import Begun, begun, forms_of
from quizapp.classroom.assigning.selection import Selection, questions_in
from quizapp.classroom.assigning.settings import MOMENTS, NUMBER_RULES, PARTS, SELECT_RULES, rule_words
from quizapp.classroom.moments import local_words, zone_words
from quizapp.classroom.sharing.pages import ShareCard, share_card
from quizapp.classroom.times import State, closes_at, policy_of, state_of
from quizapp.facts.pack import Pack
from quizapp.site.packs import all_packs, find_pack
from quizapp.site.words import counted
from quizapp.store.assignments import Assignment
from quizapp.store.classes import SchoolClass

RULES = {name: rule_words(name) for name in (*SELECT_RULES, *NUMBER_RULES)}


@dataclass(frozen=True)
class ClassLink:
    """A class to choose."""

    id: int
    title: str


@dataclass(frozen=True)
class PackLink:
    """Sources to choose; `here` are those that the page is about."""

    id: str
    title: str
    here: bool


@dataclass(frozen=True)
class NewPage:
    """A new assignment: its class and sources, what was chosen, and the questions made for it.

    `note` says what the last button did, `at` is the place of the question it did it to, or "".
    """

    class_id: int
    class_title: str
    zone: str
    pack: Pack
    packs: tuple[PackLink, ...]
    form: NewAssignmentForm
    selection: Selection
    forms: tuple[ShownForm, ...]
    note: str
    at: str
    lacks: tuple[str, ...]
    refused: bool
    moments: Mapping[str, str] = field(default_factory=lambda: MOMENTS)
    parts: Mapping[str, str] = field(default_factory=lambda: PARTS)
    rules: Mapping[str, str] = field(default_factory=lambda: RULES)

    @property
    def questions(self) -> int:
        """How many questions a learner will have: those of the longest form."""
        return max((len(form.questions) for form in self.forms), default=0)


@dataclass(frozen=True)
class AssignmentPage:
    """An assignment that was handed out: what it is, how far it has been taken, and its questions."""

    id: int
    class_id: int
    class_title: str
    title: str
    share: ShareCard
    state: State
    state_words: str
    settings: Mapping[str, str]
    waits_for_closing: bool
    begun: Begun
    forms: tuple[ShownForm, ...]
    done: str


@dataclass(frozen=True)
class ChangePage:
    """The settings of an assignment, to be changed; `has_begun`: some may not be any more."""

    id: int
    class_id: int
    class_title: str
    title: str
    zone: str
    form: SettingsForm
    has_begun: bool
    kept: Mapping[str, str]
    moments: Mapping[str, str] = field(default_factory=lambda: MOMENTS)
    parts: Mapping[str, str] = field(default_factory=lambda: PARTS)
    rules: Mapping[str, str] = field(default_factory=lambda: RULES)


@dataclass(frozen=True)
class DeletePage:
    """What goes when an assignment is deleted."""

    id: int
    class_id: int
    class_title: str
    title: str
    begun: Begun


def new_page(school_class: SchoolClass, pack: Pack, form: NewAssignmentForm, outcome: Outcome) -> NewPage:
    selection = outcome.selection
    questions = questions_in(bank_of(pack, selection.seed), selection) or ()
    return NewPage(
        class_id=school_class.id,
        class_title=school_class.title,
        zone=zone_words(school_class.time_zone),
        pack=pack,
        packs=tuple(PackLink(one.id, one.title, one.id == pack.id) for one in all_packs().values()),
        form=form,
        selection=selection,
        forms=shown_forms(pack.id, questions),
        note=outcome.note,
        at=_place_of(outcome),
        lacks=outcome.lacks,
        refused=outcome.refused,
    )


def _place_of(outcome: Outcome) -> str:
    """Return where the question stands that something was done to; "" where it was the last and is gone."""
    spot, forms = outcome.spot, outcome.selection.forms
    if spot is None or spot.form >= len(forms) or spot.position >= len(forms[spot.form]):
        return ""
    return f"{spot.form}-{spot.position}"


def assignment_page(own: OwnAssignment, done: str, now: datetime) -> AssignmentPage:
    one, zone = own.assignment, own.school_class.time_zone
    policy = policy_of(one)
    return AssignmentPage(
        id=one.id,
        class_id=own.school_class.id,
        class_title=own.school_class.title,
        title=one.title,
        share=share_card(one),
        state=state_of(one, now),
        state_words=_state_words(one, zone, now),
        settings=dict(settings_in_words(one, zone)),
        waits_for_closing=one.due_at is None
        and Moment.CLOSED in (policy.correctness, policy.key, policy.explanation),
        begun=begun(one.id),
        forms=shown_forms(one.pack, forms_of(one.id)),
        done=done,
    )


def change_page(own: OwnAssignment, form: SettingsForm, so_far: Begun) -> ChangePage:
    zone = own.school_class.time_zone
    words = dict(settings_in_words(own.assignment, zone))
    return ChangePage(
        id=own.assignment.id,
        class_id=own.school_class.id,
        class_title=own.school_class.title,
        title=own.assignment.title,
        zone=zone_words(zone),
        form=form,
        has_begun=so_far.sittings > 0,
        kept={name: words[name] for name in ("Certainty", *RULE_NAMES)},
    )


def delete_page(own: OwnAssignment) -> DeletePage:
    one = own.assignment
    return DeletePage(one.id, own.school_class.id, own.school_class.title, one.title, begun(one.id))


RULE_NAMES = ("Several right options", "Answers in numbers")


def settings_in_words(one: Assignment, zone: str) -> Iterator[tuple[str, str]]:
    """Yield the settings of an assignment, each with its name, as its page lists them."""
    pack = find_pack(one.pack)
    marking = {"select": SELECT_RULES[0], "number": NUMBER_RULES[0], **one.marking}
    yield "Sources", pack.title if pack else one.pack
    yield "Opens", local_words(one.opens_at, zone) if one.opens_at else "When it is handed out"
    yield "Due", local_words(one.due_at, zone) if one.due_at else "No due time: it closes when you close it"
    yield "Clock", zone_words(zone)
    yield "Attempts", counted(one.attempts_allowed, "attempt")
    yield "Time limit", counted(one.minutes, "minute") if one.minutes else "None"
    yield "Certainty", "Asked with every answer" if one.with_certainty else "Not asked"
    for name, title in PARTS.items():
        yield title, MOMENTS[getattr(one, name)]
    for name, rule in zip(RULE_NAMES, (marking["select"], marking["number"]), strict=True):
        yield name, CreditRule[rule].title


def _state_words(one: Assignment, zone: str, now: datetime) -> str:
    ends = closes_at(one)
    match state_of(one, now):
        case "closed":
            assert ends is not None
            return f"Closed since {local_words(ends, zone)}."
        case "not open yet":
            assert one.opens_at is not None
            return f"Not open yet: it opens on {local_words(one.opens_at, zone)}."
        case "open":
            return f"Open until {local_words(ends, zone)}." if ends else "Open until you close it."
