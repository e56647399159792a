"""What may be said of invented things: a matter is told twice, in our words and in the article's.

`says` is our sentence, `told` are the article's, in other words. Both are clauses with
{slots}; nothing in this folder names a place or a person that exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sort:
    """A sort of thing: its entity type, and how its name is made of an invented one."""

    id: str
    type: str
    name: str


@dataclass(frozen=True)
class Matter:
    """What is said of one sort of thing: a relation, its questions, and its wording.

    `slots` are those beside "thing". `determined` lists the slots that the others fix;
    the rest can be told false only because every source is closed. `sizes` are the powers of
    ten between which figures lie, `fillers` the terms or labels that may fill a slot.
    """

    id: str
    sort: str
    slots: Mapping[str, str]
    says: str
    told: tuple[str, ...]
    ask: Mapping[str, str]
    determined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unit: str = ""
    sizes: tuple[int, int] = (2, 4)
    fillers: tuple[str, ...] = ()
    set_ask: str = ""


SORTS = {
    sort.id: sort
    for sort in (
        Sort("bridge", "place", "{} Bridge"), Sort("tower", "place", "{} Tower"),
        Sort("harbour", "place", "{} Harbour"), Sort("market", "place", "{} Market"),
        Sort("canal", "place", "{} Canal"), Sort("park", "place", "{} Park"),
        Sort("library", "body", "{} Library"), Sort("club", "body", "{} Rowing Club"),
        Sort("school", "body", "{} School"), Sort("museum", "body", "{} Museum"),
        Sort("ferry", "body", "{} Ferry"), Sort("choir", "body", "{} Choir"),
    )
}  # fmt: skip


def listed(words: str) -> tuple[str, ...]:
    """Return the parts of a list written with commas."""
    return tuple(word.strip() for word in words.split(","))
