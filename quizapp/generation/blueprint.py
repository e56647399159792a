"""A blueprint: what a form should hold, as counts of topics, kinds, skills, sources, speakers and bands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from quizapp.facts.pack import Pack
from quizapp.facts.wording import nearest_name
from quizapp.generation.citing import STRATEGIES

Trait = tuple[str, str]
"""What a question counts for: a dimension, and a name in it ("kind", "value")."""

DIMENSIONS = ("topic", "kind", "skill", "source", "speaker", "band")

BANDS = {"easy": range(40), "middle": range(40, 60), "hard": range(60, 101)}
"""Bands of difficulty, by the points in them."""

LENGTH, WITHIN, LONGEST = 20, 3, 200
LISTED = 24
"""So many names are listed as a remedy; of more, the nearest is named."""
_COUNT = re.compile(r"(\d+)(\+)?(?:-(\d+))?")
_NUMBERS = {"length": (1, LONGEST), "difficulty": (0, 100), "within": (1, 100)}
_LISTS = ("without",)


class BlueprintError(ValueError):
    """A blueprint that cannot be used: every problem, with its place and the remedy."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Quota:
    """How many questions of a trait a form must have at least, and may have at most (None: any number)."""

    trait: Trait
    least: int = 0
    most: int | None = None

    @property
    def name(self) -> str:
        """The trait in words: "kind value"."""
        return " ".join(self.trait)

    @property
    def words(self) -> str:
        """The counts in words: "exactly 3", "3 to 8", "at least 3"."""
        if self.most is None:
            return f"at least {self.least}"
        return f"exactly {self.least}" if self.least == self.most else f"{self.least} to {self.most}"


@dataclass(frozen=True)
class Blueprint:
    """What a form should hold.

    `difficulty` is the mean wanted, 0 to 100, `within` how many points off it may be;
    `without` names facts, and families of questions, that it must not have.
    """

    length: int
    quotas: tuple[Quota, ...] = ()
    difficulty: int | None = None
    within: int = WITHIN
    without: frozenset[str] = frozenset()

    def with_quotas(self, *quotas: Quota) -> Blueprint:
        """Return the blueprint with more quotas, which take the place of older ones for the same trait."""
        merged = {quota.trait: quota for quota in (*self.quotas, *quotas)}
        return replace(self, quotas=tuple(merged.values()))

    def lacking(self, quota: Quota) -> Blueprint:
        """Return the blueprint without one of its quotas."""
        return replace(self, quotas=tuple(one for one in self.quotas if one != quota))


def quota(dimension: str, name: str, count: object) -> Quota:
    """Read a count as a blueprint writes it: 3 (exactly), "3+" (at least) or "3-8".

    Raises ValueError for anything else.
    """
    found = _COUNT.fullmatch(str(count).strip()) if not isinstance(count, bool) else None
    if found is None or (found[2] and found[3]):
        raise ValueError(f'"{count}" is no count; write 3 for exactly 3, "3+" for at least 3, or "3-8"')
    least = int(found[1])
    most = None if found[2] else int(found[3] or least)
    if most is not None and most < least:
        raise ValueError(f'"{count}" ends before it begins; write the smaller number first')
    return Quota((dimension, name), least, most)


def read_blueprint(text: str, place: str) -> Blueprint:
    """Read a blueprint from TOML; raise BlueprintError with every problem, each after its place."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BlueprintError([f"{place}: not valid TOML: {error}"]) from error
    problems: list[str] = []
    values = {name: _number(name, tables, problems) for name in _NUMBERS if name in tables}
    quotas = [
        found
        for dimension in DIMENSIONS
        for name, count in _table(dimension, tables, problems).items()
        if (found := _read_quota(dimension, name, count, problems))
    ]
    without = _names(tables, problems)
    known = (*_NUMBERS, *_LISTS, *DIMENSIONS)
    problems += [f"{name}: {_unknown(name, 'field', known)}" for name in tables if name not in known]
    if problems:
        raise BlueprintError([f"{place}: {problem}" for problem in problems])
    return Blueprint(
        values.get("length", LENGTH),
        tuple(quotas),
        values.get("difficulty"),
        values.get("within", WITHIN),
        without,
    )


def _number(name: str, tables: Mapping[str, Any], problems: list[str]) -> int:
    value, (low, high) = tables[name], _NUMBERS[name]
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return value
    problems.append(f"{name}: {value!r} is not a whole number from {low} to {high}; write one")
    return low


def _table(dimension: str, tables: Mapping[str, Any], problems: list[str]) -> Mapping[str, Any]:
    table = tables.get(dimension, {})
    if isinstance(table, Mapping):
        return table
    problems.append(f"{dimension}: {table!r} is not a table; write [{dimension}] and a count for each name")
    return {}


def _read_quota(dimension: str, name: str, count: object, problems: list[str]) -> Quota | None:
    try:
        return quota(dimension, name, count)
    except ValueError as error:
        problems.append(f"{dimension}.{name}: {error}")
        return None


def _names(tables: Mapping[str, Any], problems: list[str]) -> frozenset[str]:
    names = tables.get("without", [])
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        return frozenset(names)
    problems.append(f'without: {names!r} is not a list of ids; write ["fact-id", …]')
    return frozenset()


def problems_of(blueprint: Blueprint, pack: Pack, kinds: Iterable[str]) -> list[str]:
    """Return what makes a blueprint impossible whatever the questions: unknown names, sums that cannot be."""
    known: dict[str, Collection[str]] = {
        "topic": [topic.id for topic in pack.topics],
        "kind": list(kinds),
        "skill": list(STRATEGIES),
        "source": list(pack.sources),
        "speaker": [name for name, entity in pack.entities.items() if name in pack.by_speaker],
        "band": list(BANDS),
    }
    unknown = [
        f"{dimension}.{name}: {_unknown(name, dimension, known[dimension])}"
        for dimension, name in (quota.trait for quota in blueprint.quotas)
        if name not in known[dimension]
    ]
    return unknown + [problem for name in DIMENSIONS for problem in _sums(blueprint, name, known[name])]


def _unknown(name: str, what: str, known: Collection[str]) -> str:
    listed = f"there are {', '.join(sorted(known))}"
    remedy = listed if len(known) <= LISTED else f'did you mean "{nearest_name(name, known)}"?'
    return f'no {what} is called "{name}"; {remedy}'


def _sums(blueprint: Blueprint, dimension: str, known: Collection[str]) -> Iterable[str]:
    """Yield a problem if the counts of a dimension add up to more, or at most to less, than the length."""
    quotas = {quota.trait[1]: quota for quota in blueprint.quotas if quota.trait[0] == dimension}
    if dimension in ("source", "speaker"):
        return  # a question may have several, or none
    least = sum(quota.least for quota in quotas.values())
    if least > blueprint.length:
        yield f"{dimension}: at least {least} are asked for, and the length is {blueprint.length}; raise it"
    limits = [quotas[name].most if name in quotas else None for name in known]
    most = sum(limit for limit in limits if limit is not None)
    if None not in limits and most < blueprint.length:
        yield f"{dimension}: at most {most} are allowed, and the length is {blueprint.length}; lower it"
