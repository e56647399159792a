"""Where an entry of a pack stands, and what is wrong with it: every problem names its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quizapp.facts.wording import nearest_name


@dataclass(frozen=True)
class Placed:
    """An entry of a pack, its table, and the file it stands in."""

    file: str
    table: str
    entry: Any

    @property
    def name(self) -> str:
        """Its id; a link, which has none, is named by its facts."""
        return getattr(self.entry, "id", None) or " + ".join(getattr(self.entry, "facts", ()))

    @property
    def place(self) -> str:
        return f'{self.file}: {self.table} "{self.name}": ' if self.name else f"{self.file}: {self.table}: "


@dataclass
class Problems:
    """The problems found so far, a line each."""

    lines: list[str] = field(default_factory=list)

    def add(self, placed: Placed, where: str, what: str) -> None:
        self.lines.append(f"{placed.place}{where}: {what}" if where else f"{placed.place}{what}")

    def known(self, placed: Placed, where: str, name: str, table: Mapping[str, Any], kind: str) -> bool:
        if name in table:
            return True
        near = f'; did you mean "{nearest_name(name, table)}"?' if table else ""
        self.add(placed, where, f'no {kind} is called "{name}"{near}')
        return False
