"""The answer forms: how a question is answered, and what its key is.

A form is a plain frozen value. `match` statements and the templates
`partials/_answer_<name>.html` go by the closed union `AnswerForm`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose one of `options` options; `key` is the 0-based place of the right one."""

    name: ClassVar[str] = "choice"
    options: int
    key: int


@dataclass(frozen=True, slots=True)
class Select:
    """Tick every right option; `key` holds the 0-based places, ascending, at least one."""

    name: ClassVar[str] = "select"
    options: int
    key: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """Type a number.

    `text` is the key as the source prints it ("about 22 million", "55 percent");
    `unit` is what is counted ("agencies", "%", "weeks"), shown beside the field.
    How far off an answer may be follows from the last digit that `text` reports.
    """

    name: ClassVar[str] = "number"
    text: str
    unit: str


@dataclass(frozen=True, slots=True)
class Text:
    """Type a few words.

    `accepted` lists every spelling that is right, the one to show first. `rivals`
    are names of other things: a close spelling counts only when no rival is as close.
    """

    name: ClassVar[str] = "text"
    accepted: tuple[str, ...]
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Put `items` items in order; `key[n]` is the 0-based position of the n-th item shown.

    An answer is a rank from 1 for each item, in the order in which the items are shown.
    """

    name: ClassVar[str] = "order"
    items: int
    key: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Match each of `prompts` prompts with one of `choices` choices.

    `key[n]` is the 0-based choice of the n-th prompt. There are more choices than
    prompts, so that the last pair is not given by the others. An answer is a choice for
    each prompt, in the order of the prompts; a choice may be given twice.
    """

    name: ClassVar[str] = "match"
    prompts: int
    choices: int
    key: tuple[int, ...]


AnswerForm = Choice | Select | Number | Text | Order | Match

FORMS: dict[str, Callable[..., AnswerForm]] = {
    form.name: form for form in (Choice, Select, Number, Text, Order, Match)
}

LETTERS = "ABCDEFGHIJ"
"""What pages and notes call the items of an order and the prompts of a match; none has more."""


def form_to_json(form: AnswerForm) -> dict[str, Any]:
    """Return the form as plain JSON values, with its name under "form"."""
    return {"form": form.name, **asdict(form)}


def form_from_json(data: dict[str, Any]) -> AnswerForm:
    """Rebuild the form that `form_to_json` wrote; raise KeyError for an unknown name."""
    values = {name: value for name, value in data.items() if name != "form"}
    make = FORMS[data["form"]]
    return make(**{name: tuple(v) if isinstance(v, list) else v for name, v in values.items()})


def lettered(places: Sequence[int]) -> str:
    """Return the letters of some places as a sentence lists them: "A", "A and C", "A, B and D"."""
    letters = [LETTERS[place] for place in places]
    return " and ".join(filter(None, [", ".join(letters[:-1]), *letters[-1:]]))
