"""The answer forms: how a question is answered, and what its key is.

A form is a plain frozen value. `match` statements and the templates
`partials/_answer_<name>.html` go by the closed union `AnswerForm`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar


@dataclass(frozen=True)
class Choice:
    """Choose one of `options` options; `key` is the 0-based place of the right one."""

    name: ClassVar[str] = "choice"
    options: int
    key: int


@dataclass(frozen=True)
class Select:
    """Tick every right option; `key` holds the 0-based places, ascending, at least one."""

    name: ClassVar[str] = "select"
    options: int
    key: tuple[int, ...]


@dataclass(frozen=True)
class Number:
    """Type a number.

    `text` is the key as the source prints it ("about 22 million", "55 percent");
    `unit` is what is counted ("agencies", "%", "weeks"), shown beside the field.
    How far off an answer may be follows from the last digit that `text` reports.
    """

    name: ClassVar[str] = "number"
    text: str
    unit: str


@dataclass(frozen=True)
class Text:
    """Type a few words.

    `accepted` lists every spelling that is right, the one to show first. `rivals`
    are names of other things: a close spelling counts only when no rival is as close.
    """

    name: ClassVar[str] = "text"
    accepted: tuple[str, ...]
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """Put `items` items in order; `key[n]` is the 0-based position of the n-th item shown.

    An answer is a rank from 1 for each item, in the order in which the items are shown.
    """

    name: ClassVar[str] = "order"
    items: int
    key: tuple[int, ...]


AnswerForm = Choice | Select | Number | Text | Order

FORMS: dict[str, type[Choice] | type[Select] | type[Number] | type[Text] | type[Order]] = {
    form.name: form for form in (Choice, Select, Number, Text, Order)
}

LETTERS = "ABCDEFGHIJ"
"""What pages and notes call the items of an order, as shown; no order has more."""


def form_to_json(form: AnswerForm) -> dict[str, Any]:
    """Return the form as plain JSON values, with its name under "form"."""
    return {"form": form.name, **asdict(form)}


def form_from_json(data: dict[str, Any]) -> AnswerForm:
    """Rebuild the form that `form_to_json` wrote; raise KeyError for an unknown name."""
    kind = FORMS[data["form"]]
    values = {field.name: data[field.name] for field in fields(kind)}
    make: Callable[..., AnswerForm] = kind
    return make(**{name: tuple(v) if isinstance(v, list) else v for name, v in values.items()})
