"""`who-said`: whom does the source credit with a claim, an opinion or a prediction?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from quizapp.assessment.spelling import TITLES
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import Entity
from quizapp.facts.wording import occurs, sentence
from quizapp.generation.citing import placed, references, source_of
from quizapp.generation.composing import arranged, compose, right_option
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import bearing_on
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.picking import first_group
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import clang, odd_length

NAME = "who-said"
TITLE = "Who said it"
TRAINS = "Tying a statement to the person who made it, and to the source that reports it."


EACH = 5
"""How many claims of one speaker a bank asks for: who speaks most must not be the better guess."""

MANY = 24
"""How many speakers of one text, or of one group, are looked at as rivals."""

OTHERS = 2
"""How many rivals stand beside a speaker."""


@dataclass(frozen=True)
class Cast:
    """Who stands in the options: the speaker's name, and each rival's with a claim of theirs."""

    name: str
    rivals: tuple[tuple[str, Fact], ...]


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for claims whose speaker is named and not disputed by a link, a few of each speaker."""
    asked = [fact for said in _keys(pack, seed).values() for fact in said]
    casting = cache(partial(_casting, pack, seed))
    for fact in asked:
        yield Draft(NAME, fact, partial(_question, pack, seed, fact, casting))


def _keys(pack: Pack, seed: str) -> dict[str, list[Fact]]:
    """Return the claims to ask, by speaker: those that may stand in the options, as others or themselves."""
    found: dict[str, list[Fact]] = {}
    for name, said in pack.by_speaker.items():
        fit = [fact for fact in said if _may_be_asked(pack, fact, pack.entities[name])]
        if fit:
            found[name] = Draw(seed, NAME, name).shuffled(fit)[: EACH if is_on(Practice.CAP) else None]
    return found


def _may_be_asked(pack: Pack, fact: Fact, speaker: Entity) -> bool:
    if fact.status == "reported" or _is_author(pack, fact, speaker) or not _credit_is_closed(pack, fact):
        return False
    return not _named_in(speaker, _stem(pack, fact))


def _stem(pack: Pack, fact: Fact) -> str:
    return sentence(f"in {placed(pack, fact)}, who is credited with saying that {fact.clause()}?")


@dataclass
class Company:
    """The speakers, the name each is shown by, and how often those who are a key are due as rivals.

    Each is due twice as often as key: who is often among the options and seldom right
    would be the worse guess.
    """

    by_source: dict[str, list[str]]
    by_group: dict[tuple[str, str], list[str]]
    names: dict[str, str]
    due: Counter[str]

    def beside(self, fact: Fact, draw: Draw) -> list[str]:
        """Return speakers of the same text, and of the same group, a few of each where there are many."""
        speaker = _speaker(fact)
        pools = (self.by_source[fact.sources[0]], self.by_group[speaker.type, speaker.group])
        few = (pool if len(pool) <= MANY else [draw.choice(pool) for _ in range(MANY)] for pool in pools)
        return draw.shuffled(list(dict.fromkeys(name for pool in few for name in pool)))


def _company(pack: Pack, keys: Mapping[str, list[Fact]]) -> Company:
    by_source: dict[str, list[str]] = {source: [] for source in pack.sources}
    by_group: dict[tuple[str, str], list[str]] = {}
    for name, said in pack.by_speaker.items():
        speaker = pack.entities[name]
        by_group.setdefault((speaker.type, speaker.group), []).append(name)
        for source in dict.fromkeys(fact.sources[0] for fact in said):
            by_source[source].append(name)
    due = Counter({name: OTHERS * len(said) for name, said in keys.items()})
    return Company(by_source, by_group, _names_shown(pack, pack.by_speaker), due)


def _casting(pack: Pack, seed: str) -> dict[str, Cast]:
    """Choose the rivals of every question; those who are the key of none come last, if at all."""
    keys = _keys(pack, seed)
    first = _cast_all(pack, seed, keys, _company(pack, keys))
    able = {name: said for name, said in keys.items() if any(fact.id in first for fact in said)}
    return _cast_all(pack, seed, keys, _company(pack, able))


def _cast_all(pack: Pack, seed: str, keys: Mapping[str, list[Fact]], company: Company) -> dict[str, Cast]:
    """Choose the rivals of one question after the other, in a drawn order."""
    chosen: dict[str, Cast] = {}
    for fact in Draw(seed, NAME, "casting").shuffled([fact for said in keys.values() for fact in said]):
        cast = _cast(pack, fact, company, Draw(seed, NAME, fact.id))
        if cast:
            chosen[fact.id] = cast
            names = [_speaker(lender).id for _, lender in cast.rivals]
            company.due.subtract(name for name in names if name in company.due)
    return chosen


def _is_author(pack: Pack, fact: Fact, speaker: Entity) -> bool:
    """Tell whether the speaker wrote the text: it credits nobody with what it says itself."""
    return occurs(speaker.name, source_of(pack, fact).author.value or "")


def _credit_is_closed(pack: Pack, fact: Fact) -> bool:
    disputed = any(
        link.kind == "differs" and len(_speakers(pack, link.facts)) > 1 for link in pack.links_of([fact.id])
    )
    return not disputed and fact.relation.is_closed_in(fact.sources)


def _speakers(pack: Pack, facts: Iterable[str]) -> set[str]:
    return {speaker.id for name in facts if (speaker := pack.facts[name].asserted_by)}


def _question(
    pack: Pack, seed: str, fact: Fact, casting: Callable[[], Mapping[str, Cast]]
) -> Question | None:
    cast = casting().get(fact.id)
    if cast is None:
        return None
    options = [right_option(pack, fact, cast.name)]
    options += [_wrong(pack, fact, name, lender) for name, lender in cast.rivals]
    shown, form = arranged(options, Draw(seed, NAME, fact.id, "shown"))
    return compose(
        pack, fact, kind=NAME, seed=seed, form=form, skill="S3", stem=_stem(pack, fact), answer=cast.name,
        options=shown,
    )  # fmt: skip


def _cast(pack: Pack, fact: Fact, company: Company, draw: Draw) -> Cast | None:
    """Return two rivals: such as are a key somewhere, the nearest (text, then group), the most due."""
    lenders = _lenders(pack, fact, company.beside(fact, draw), draw)
    near = sorted(lenders, key=lambda lender: _rank(fact, lender, company.due))
    pair = first_group(
        near, OTHERS, lambda pair: _stand_together(_stem(pack, fact), *_names(company, fact, pair))
    )
    if pair is None:
        return None
    key, *others = _names(company, fact, pair)
    return Cast(key, tuple(zip(others, pair, strict=True)))


def _names(company: Company, fact: Fact, pair: Sequence[Fact]) -> tuple[str, ...]:
    return tuple(company.names[_speaker(one).id] for one in (fact, *pair))


def _stand_together(stem: str, *names: str) -> bool:
    """Tell whether none of the names stands out, by its length or by being a mere description."""
    named = len({name[:1].isupper() for name in names}) == 1
    return named and not odd_length(list(names)) and not clang(stem, names[0], list(names[1:]))


def _lenders(pack: Pack, fact: Fact, names: Iterable[str], draw: Draw) -> Iterator[Fact]:
    """Yield the nearest claim of each speaker who provably did not say it."""
    spoken = _spoken(pack, fact)
    speaker, stem = _speaker(fact), _stem(pack, fact)
    for name in names:
        rival = pack.entities[name]
        apart = rival.type == speaker.type and not any(pack.overlap(rival, one) for one in spoken)
        if apart and not _named_in(rival, stem):
            said = draw.shuffled(pack.by_speaker[name])
            yield min(said, key=lambda other: _distance(fact, other))


def _spoken(pack: Pack, fact: Fact) -> list[Entity]:
    """Return who said it, passed it on, or said what bears on it."""
    if not is_on(Practice.PROOF):
        return [_speaker(fact)]
    alike = _speakers(pack, (other.id for other in bearing_on(pack, fact)))
    return [_speaker(fact), *fact.through, *(pack.entities[name] for name in sorted(alike))]


def _names_shown(pack: Pack, speakers: Iterable[str]) -> dict[str, str]:
    """Return one name for each speaker: the usual one, or a shorter full one if that is long."""
    people = [pack.entities[name] for name in speakers]
    middle = {
        kind: _middle([len(one.name) for one in people if one.type == kind])
        for kind in {one.type for one in people}
    }
    return {one.id: _shown(one, middle[one.type]) for one in people}


def _middle(lengths: list[int]) -> int:
    return sorted(lengths)[len(lengths) // 2]


def _shown(entity: Entity, usual: int) -> str:
    if entity.type != "person" or len(entity.name) * 5 < usual * 6:
        return entity.name
    return min(_full_names(entity), key=lambda name: abs(len(name) - usual))


def _full_names(entity: Entity) -> list[str]:
    """Return the name, and the aliases that are as full: of two words or more, and without a title."""
    words = {name: name.split() for name in entity.aliases}
    full = [
        name
        for name, parts in words.items()
        if len(parts) > 1 and parts[0].rstrip(".").casefold() not in TITLES
    ]
    return [entity.name, *full]


def _speaker(fact: Fact) -> Entity:
    assert fact.asserted_by
    return fact.asserted_by


def _rank(fact: Fact, lender: Fact, due: Counter[str]) -> tuple[bool, int, int]:
    name = _speaker(lender).id
    return name not in due, _distance(fact, lender), -due[name]


def _distance(fact: Fact, other: Fact) -> int:
    return (other.sources[0] != fact.sources[0]) + (_speaker(other).group != _speaker(fact).group)


def _named_in(rival: Entity, stem: str) -> bool:
    return any(occurs(name, stem) for name in rival.names)


def _wrong(pack: Pack, fact: Fact, name: str, lender: Fact) -> Option:
    credit = f"{source_of(pack, fact).label} credits {_speaker(fact).name}"
    why = f"{credit}. Another statement: {lender.statement}"
    return Option(
        name, False, sentence(why), "from-fact",
        "closed: the source credits it to one speaker", references(pack, lender, fact),
    )  # fmt: skip
