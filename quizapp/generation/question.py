"""A question: a plain value that holds all that asking, marking and explaining need.

It goes to JSON and back unchanged, so an attempt keeps a snapshot of it and a later
edit of the pack changes nothing for whoever is answering.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

from quizapp.assessment.forms import AnswerForm, form_from_json, form_to_json

Origin = Literal["from-fact", "computed", "answer-form"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a fact stands, complete enough to be printed without the pack.

    `outlet`, `title`, `author` and `date` are None where the text does not state them;
    `elsewhere` says what is known from outside the text ("title: …, seen at …").
    `label` is the short name used in running text, `citation` the legal form, or None.
    `paragraphs` count the text's non-blank lines from 1; a source known by reference has
    a `place` of its own ("§ 2(b)"), and `seen` says how far it was verified, `url` where.
    `asserted_by` is the speaker, or None for the text's own voice; `through` names who
    relayed it, in order.
    """

    fact: str
    source: str
    label: str
    outlet: str | None
    title: str | None
    author: str | None
    date: str | None
    elsewhere: tuple[str, ...]
    text_kind: str
    paragraphs: tuple[int, ...]
    as_of: str
    status: str
    asserted_by: str | None
    through: tuple[str, ...]
    citation: str | None = None
    url: str | None = None
    seen: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its text, whether it is right, and why, with the proof's citations.

    `origin` says where it comes from: a fact of the pack, computed near the key, or the
    answer form itself (fixed labels). `proof` names the rule that makes it false; it is
    empty for a right option.
    """

    text: str
    correct: bool
    feedback: str
    origin: Origin
    proof: str = ""
    citations: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What follows an answer, right or wrong.

    `statement` is the true statement and comes first. `evidence` holds the printed words
    that prove it, the key's first: for each piece, the ways in which it may be printed
    (a name and its aliases), each at most nine words. `status` is reported, attributed, opinion or
    prediction, and `status_note` says in a sentence what that means; `strategy` is one
    line of advice for the skill.
    """

    statement: str
    evidence: tuple[tuple[str, ...], ...]
    status: str
    status_note: str
    as_of: str
    strategy: str

    @property
    def in_print(self) -> tuple[str, ...]:
        """The pieces of evidence whose wording is known to the letter, the key's first."""
        return tuple(ways[0] for ways in self.evidence if len(ways) == 1)


@dataclass(frozen=True, slots=True)
class Look:
    """What a linked fact adds to an explanation: why it bears on the key, what it says, and where."""

    kind: str
    why: str
    statements: tuple[str, ...]
    citations: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question (item), its key, and everything an answer to it is met with.

    `kind` says how it was made, `form` how it is answered and what its key is. `options`
    is empty for typed answers. `facts` are the facts it asks, `shows` every fact whose
    statement its explanation or feedback reveals, `displays` those whose statement is in
    print before the answer. `difficulty` runs from 0 to 100;
    `skill` is S1 to S10; `answer` is the key in words. `quote` is a passage of our own
    words that the stem is about (a statement to judge, a sentence with a gap), or "";
    `quote_note` stands before it once it has been answered ("False:"), or "". `prompts` are
    what a match gives, and `options` then its choices: the right ones each with the
    statement of its pair, the surplus ones with the proof that they fit no prompt.
    """

    pack: str
    kind: str
    form: AnswerForm
    topic: str
    difficulty: int
    skill: str
    facts: tuple[str, ...]
    slot: str
    shows: tuple[str, ...]
    stem: str
    quote: str
    quote_note: str
    options: tuple[Option, ...]
    answer: str
    explanation: Explanation
    second_look: tuple[Look, ...]
    citations: tuple[Reference, ...]
    seed: str
    displays: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Hash of the content without the seed: 16 hexadecimal digits, never sent to a browser.

        Prompts count where there are any: a snapshot from before there were keeps its id.
        """
        left_out = ("seed", "displays") if self.prompts else ("seed", "displays", "prompts")
        return _digest({k: v for k, v in self._content().items() if k not in left_out})

    @property
    def family(self) -> str:
        """Hash of kind, facts and asked slot: questions whose statistics belong together."""
        return _digest([self.pack, self.kind, list(self.facts), self.slot])

    def to_json(self) -> dict[str, Any]:
        """Return the question as plain JSON values, id and family included."""
        return {"id": self.id, "family": self.family, **self._content()}

    def _content(self) -> dict[str, Any]:
        plain = asdict(self)
        plain["form"] = form_to_json(self.form)
        normalised: dict[str, Any] = json.loads(json.dumps(plain))
        return normalised


def question_from_json(data: dict[str, Any]) -> Question:
    """Rebuild the question that `Question.to_json` wrote; derived fields are recomputed.

    Snapshots of older versions lack what it displays, and prompts: they have neither.
    """
    values = {k: v for k, v in data.items() if k not in ("id", "family")}
    values["form"] = form_from_json(data["form"])
    values["options"] = tuple(_option(option) for option in data["options"])
    values["explanation"] = _explanation(data["explanation"])
    values["second_look"] = tuple(_look(look) for look in data["second_look"])
    values["citations"] = tuple(_reference(citation) for citation in data["citations"])
    values["facts"] = tuple(data["facts"])
    values["shows"] = tuple(data["shows"])
    values["displays"] = tuple(data.get("displays", ()))
    values["prompts"] = tuple(data.get("prompts", ()))
    return Question(**values)


def _explanation(data: dict[str, Any]) -> Explanation:
    return Explanation(**{**data, "evidence": tuple(tuple(ways) for ways in data["evidence"])})


def _option(data: dict[str, Any]) -> Option:
    return Option(**{**data, "citations": tuple(_reference(c) for c in data["citations"])})


def _look(data: dict[str, Any]) -> Look:
    cited = tuple(_reference(c) for c in data["citations"])
    return Look(**{**data, "statements": tuple(data["statements"]), "citations": cited})


def _reference(data: dict[str, Any]) -> Reference:
    lists = {k: tuple(v) for k, v in data.items() if isinstance(v, list)}
    return Reference(**{**data, **lists})


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
