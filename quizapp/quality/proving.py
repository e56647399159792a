"""Every citation proven: the key's evidence stands in the cited paragraphs, and a reader finds it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.texts import Paragraphs, cited_paragraphs, evidence_text, recognise
from quizapp.facts.wording import occurs
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.reader import READ_KINDS, read

FOUND_FROM = Fraction(95, 100)
"""The least share of answers that the reader must find in the cited paragraphs, all kinds together."""


@dataclass(frozen=True)
class Readings:
    """How many of a kind's questions the reader answered right: with the cited paragraphs, none, and others.

    `asked` is how many there are; an abstention counts as wrong. `missed` names those not found
    with the cited paragraphs, as "fact" or "fact.slot".
    """

    kind: str
    asked: int
    cited: int
    none: int
    wrong: int
    missed: tuple[str, ...]


def known_paragraphs(pack: Pack, texts: Iterable[str]) -> dict[str, Paragraphs]:
    """Return the paragraphs of each source of the pack that one of the texts belongs to, by its id."""
    return {match.source: match.paragraphs for text in texts for match in recognise(pack, text)}


def unproven(pack: Pack, questions: Iterable[Question], known: Mapping[str, Paragraphs]) -> list[str]:
    """Return what the cited paragraphs lack of the questions' evidence, a line for each fact and piece.

    Looked for are each piece of evidence, in any of the ways it may be printed, and of who-said
    the speaker's name, which may also be the text's byline. Sources without text are passed over.
    """
    lacking = (
        f'{pack.files[name]}: fact "{name}": {what}'
        for question in questions
        if all(_all_known(pack.facts[name], known) for name in question.facts)
        for name in question.facts
        for what in _lacking(pack, question, pack.facts[name], known)
    )
    return list(dict.fromkeys(lacking))


def _lacking(pack: Pack, question: Question, fact: Fact, known: Mapping[str, Paragraphs]) -> Iterator[str]:
    everything = "\n".join(passage(pack, pack.facts[name], known) for name in question.facts)
    for ways in question.explanation.evidence:
        if not any(occurs(way, everything) for way in ways):
            yield f"{question.kind}: “{ways[0]}” is not in the cited paragraphs; cite where it stands"
    speaker = fact.asserted_by if question.kind == "who-said" else None
    if speaker and not any(occurs(name, everything) for name in speaker.names):
        yield f"who-said: the cited paragraphs do not name {speaker.name}; cite in `context` where they do"


def passage(pack: Pack, fact: Fact, known: Mapping[str, Paragraphs]) -> str:
    """Return what a citation gives: the byline if the text states one, the paragraphs, their context."""
    authors = (pack.sources[cite.source].author.value for cite in fact.citations)
    lines = [f"By {author}" for author in dict.fromkeys(authors) if author]
    return "\n".join([*lines, *(evidence_text(cite, known[cite.source]) for cite in fact.citations)])


def _all_known(fact: Fact, known: Mapping[str, Paragraphs]) -> bool:
    return all(source in known for source in fact.sources)


def measure(
    pack: Pack, questions: Sequence[Question], known: Mapping[str, Paragraphs], seed: str
) -> tuple[Readings, ...]:
    """Return what the reader finds, for each kind that is read and has questions from known texts.

    The wrong paragraph is drawn, by the seed, from the same source's that the fact does not cite.
    """
    readable = [question for question in questions if _is_readable(pack, question, known)]
    groups = {kind: [one for one in readable if one.kind == kind] for kind in READ_KINDS}
    return tuple(_readings(pack, kind, group, known, seed) for kind, group in groups.items() if group)


def found(readings: Iterable[Readings]) -> Fraction:
    """Return the share answered right from the cited paragraphs, 0 to 1; 1 if nothing was asked."""
    rows = tuple(readings)
    asked = sum(row.asked for row in rows)
    return Fraction(sum(row.cited for row in rows), asked) if asked else Fraction(1)


def _is_readable(pack: Pack, question: Question, known: Mapping[str, Paragraphs]) -> bool:
    return question.kind in READ_KINDS and _all_known(pack.facts[question.facts[0]], known)


def _readings(
    pack: Pack, kind: str, questions: Sequence[Question], known: Mapping[str, Paragraphs], seed: str
) -> Readings:
    facts = [pack.facts[question.facts[0]] for question in questions]
    pairs = list(zip(questions, facts, strict=True))
    missed = [one for one, fact in pairs if not _answers(one, passage(pack, fact, known))]
    wrong = [_answers(one, _wrong_paragraph(pack, one, fact, known, seed)) for one, fact in pairs]
    return Readings(
        kind=kind,
        asked=len(questions),
        cited=len(questions) - len(missed),
        none=sum(_answers(question, "") for question in questions),
        wrong=sum(wrong),
        missed=tuple(".".join(filter(None, (one.facts[0], one.slot))) for one in missed),
    )


def _answers(question: Question, text: str) -> bool:
    """Tell whether the reader, given a text, earns full credit."""
    raw = read(question, text)
    answer = parse(question.form, raw) if raw else None
    return isinstance(answer, Answer) and grade(question.form, answer).credit == 1


def _wrong_paragraph(
    pack: Pack, question: Question, fact: Fact, known: Mapping[str, Paragraphs], seed: str
) -> str:
    cite = fact.citations[0]
    source, own = pack.sources[cite.source], {*cite.paragraphs, *cite.context}
    others = sorted(cited_paragraphs(pack, source) - own)
    if not others:
        return ""
    return known[cite.source].get(Draw(seed, "wrong paragraph", question.id).choice(others), "")
