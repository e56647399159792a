"""Packs and questions as JSON, for other programs: the shapes that the README promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from quizapp.assessment.forms import form_to_json
from quizapp.facts.model import Fact, Source, Stated
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue, QuantityValue, SlotValue, TermValue
from quizapp.generation.proofs import Proof
from quizapp.generation.question import Look, Option, Question, Reference


def pack_json(pack: Pack) -> dict[str, Any]:
    """Return a pack's sources, facts and links; null where a text does not state something."""
    return {
        "pack": pack.id,
        "hash": pack.hash,
        "sources": [_source(source) for source in pack.sources.values()],
        "facts": [_fact(fact) for fact in pack.facts.values()],
        "links": [asdict(link) for link in pack.links],
    }


def question_json(question: Question, proofs: Mapping[Option, Proof] | None = None) -> dict[str, Any]:
    """Return a question as other programs read it: option ids are letters, the explanation is one text.

    An option that `proofs` names has its proof in full under "proven".
    """
    told = question.explanation
    return {
        "id": question.id,
        "family": question.family,
        "seed": question.seed,
        "pack": question.pack,
        "kind": question.kind,
        "topic": question.topic,
        "difficulty": question.difficulty,
        "skill": question.skill,
        "facts": list(question.facts),
        "slot": question.slot,
        "stem": question.stem,
        "quote": question.quote,
        "quote_note": question.quote_note,
        "prompts": list(question.prompts),
        "form": form_to_json(question.form),
        "options": [
            _option(place, option) | _proven(option, proofs or {})
            for place, option in enumerate(question.options)
        ],
        "answer": question.answer,
        "explanation": explanation_text(question),
        "statement": told.statement,
        "evidence": [list(ways) for ways in told.evidence],
        "status": told.status,
        "as_of": told.as_of,
        "strategy": told.strategy,
        "second_look": [_look(look) for look in question.second_look],
        "citations": [_reference(reference) for reference in question.citations],
    }


def explanation_text(question: Question) -> str:
    """Return the explanation as one text: statement, printed words, as-of date, label, advice."""
    told = question.explanation
    printed = "".join(f" In print: “{words}”." for words in told.in_print[:1])
    return f"{told.statement}{printed} As of {told.as_of}. {told.status_note} {told.strategy}"


def _look(look: Look) -> dict[str, Any]:
    cited = [_reference(reference) for reference in look.citations]
    return {"kind": look.kind, "why": look.why, "statements": list(look.statements), "citations": cited}


def _option(place: int, option: Option) -> dict[str, Any]:
    return {
        "id": "abcdefghij"[place],
        "text": option.text,
        "correct": option.correct,
        "origin": option.origin,
        "feedback": option.feedback,
        "proof": option.proof,
        "citations": [_reference(reference) for reference in option.citations],
    }


def _proven(option: Option, proofs: Mapping[Option, Proof]) -> dict[str, Any]:
    if option not in proofs:
        return {}
    proof = proofs[option]
    return {
        "proven": {
            **asdict(proof),
            "given": dict(proof.given),
            "searched": list(proof.searched),
            "sources": list(proof.sources),
        }
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in asdict(reference).items()
    }


def _source(source: Source) -> dict[str, Any]:
    stated = {"outlet": source.outlet, "title": source.title, "author": source.author, "date": source.date}
    return {
        "id": source.id,
        **{name: value.value for name, value in stated.items()},
        "known_from_elsewhere": {name: _elsewhere(value) for name, value in stated.items() if value.external},
        "label": source.label,
        "about": source.about,
        "text_kind": source.text_kind,
        "as_of": source.as_of.iso(),
        "body": source.body,
        "citation": source.citation,
        "url": source.url,
        "seen": source.seen,
        "sha256": source.sha256,
        "paragraphs": [
            {"number": number, "sha256": digest, "boilerplate": number in source.boilerplate}
            for number, digest in enumerate(source.paragraph_hashes, start=1)
        ],
    }


def _elsewhere(value: Stated) -> dict[str, Any]:
    return {"value": value.external, "where": value.where}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "topic": fact.topic,
        "kind": fact.kind,
        "status": fact.status,
        "relation": fact.relation.id,
        "statement": fact.statement,
        "asserted_by": fact.asserted_by.id if fact.asserted_by else fact.sources[0],
        "through": [entity.id for entity in fact.through],
        "as_of": fact.as_of.iso(),
        "as_of_known_from": fact.as_of_external,
        "values": {name: _value(value) for name, value in fact.slots.items()},
        "asks": list(fact.asks),
        "not_asked": fact.not_asked,
        "seen": fact.seen,
        "citations": [
            {
                "source": cite.source,
                "paragraphs": list(cite.paragraphs),
                "context": list(cite.context),
                "place": cite.place,
            }
            for cite in fact.citations
        ],
    }


def _value(value: SlotValue) -> dict[str, Any]:
    shared = {"words": value.words, "printed": list(value.printed), "external": value.external}
    match value:
        case EntityValue(entity=entity):
            return {"type": entity.type, "value": entity.id, **shared}
        case QuantityValue(quantity=quantity, unit=unit):
            return {"type": "quantity", "value": _number(quantity.value), "unit": unit, **shared}
        case DateValue(span=span):
            return {"type": "date", "value": span.iso(), **shared}
        case TermValue(words=words):
            return {"type": "term", "value": words, **shared}


def _number(value: Any) -> int | float:
    return int(value) if value.denominator == 1 else float(value)
