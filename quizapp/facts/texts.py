"""Article texts: their paragraphs, recognising whose they are, and proving a pack against them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.facts.model import Citation, Fact, Source
from quizapp.facts.pack import Pack
from quizapp.facts.wording import normalised, occurs

Paragraphs = Mapping[int, str]
"""Paragraphs of a source as the pack numbers them, from 1."""


def paragraphs(text: str) -> list[str]:
    """Return the non-blank lines of a text, ends trimmed: paragraph n is at n - 1."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def paragraph_hash(paragraph: str) -> str:
    """Return the SHA-256 of a paragraph as normalised: kinds of quotes, dashes and spaces do not count."""
    return hashlib.sha256(normalised(paragraph).encode()).hexdigest()


def cited_paragraphs(pack: Pack, source: Source) -> frozenset[int]:
    """Return the numbers of all paragraphs that facts cite from a source, context included."""
    return frozenset(
        number
        for fact in pack.facts.values()
        for cite in fact.citations
        if cite.source == source.id
        for number in (*cite.paragraphs, *cite.context)
    )


@dataclass(frozen=True)
class Recognised:
    """A text that belongs to a source: its known paragraphs, numbered as the pack numbers them."""

    source: str
    paragraphs: Paragraphs


def recognise(pack: Pack, text: str) -> list[Recognised]:
    """Return the sources that a text belongs to, whatever page furniture surrounds them.

    It belongs to a source when every cited paragraph's hash is found in it; usually one
    source or none. Lines that are no paragraph of the source are left out.
    """
    found = {paragraph_hash(line): line for line in paragraphs(text)}
    matches: list[Recognised] = []
    for source in pack.sources.values():
        cited = cited_paragraphs(pack, source)
        if source.paragraph_hashes and cited and all(source.paragraph_hashes[n - 1] in found for n in cited):
            known = {
                n: found[digest]
                for n, digest in enumerate(source.paragraph_hashes, start=1)
                if digest in found
            }
            matches.append(Recognised(source.id, known))
    return matches


def nearest_source(pack: Pack, text: str) -> str | None:
    """Return, for a text that was not recognised, "6 of 14 cited paragraphs of … found", or None."""
    found = {paragraph_hash(line) for line in paragraphs(text)}
    best: tuple[int, str] | None = None
    for source in pack.sources.values():
        cited = cited_paragraphs(pack, source) if source.paragraph_hashes else frozenset()
        hits = sum(source.paragraph_hashes[n - 1] in found for n in cited)
        if hits and (best is None or hits > best[0]):
            best = (hits, f"{hits} of {len(cited)} cited paragraphs of {source.id} found")
    return best[1] if best else None


def read_texts(folder: Path) -> dict[str, str]:
    """Return the *.txt files of a folder by name; bytes that are not UTF-8 become a mark, not an error."""
    return {path.name: path.read_text("utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))}


def prove(pack: Pack, texts: Mapping[str, str]) -> list[str]:
    """Return what the texts do not bear out, a line each: [] proves every citation.

    Each source that has hashes must be recognised; each slot's words as printed and each
    quoted phrase must stand in its fact's cited or context paragraphs. Of a
    slot marked external, only the words it does give are looked for.
    """
    known: dict[str, Paragraphs] = {}
    for text in texts.values():
        known.update({match.source: match.paragraphs for match in recognise(pack, text)})
    problems: list[str] = []
    for source in pack.sources.values():
        if source.paragraph_hashes and source.id not in known:
            problems.append(
                f'{pack.id}: source "{source.id}": no text has all its cited paragraphs; add its file'
            )
    for fact in pack.facts.values():
        problems.extend(f'{pack.files[fact.id]}: fact "{fact.id}": {what}' for what in _unproven(fact, known))
    return problems


def _unproven(fact: Fact, known: Mapping[str, Paragraphs]) -> Iterator[str]:
    for cite in fact.citations:
        if cite.source not in known:
            continue
        evidence = evidence_text(cite, known[cite.source])
        place = f"{cite.source} ¶{', ¶'.join(str(n) for n in (*cite.paragraphs, *cite.context))}"
        for name, value in fact.slots.items():
            if value.printed and not any(occurs(words, evidence) for words in value.printed):
                shown = " / ".join(value.printed)
                yield f'slots.{name}: "{shown}" is not in {place}; give the words as printed in `text`'
        for phrase in (*fact.quotes, *((fact.loaded,) if fact.loaded else ())):
            if not occurs(phrase, evidence):
                yield f'"{phrase}" is not in {place}; quote it as printed, or cite the right paragraph'


def evidence_text(cite: Citation, known: Paragraphs) -> str:
    """Return the cited paragraphs, then the context ones, as one text."""
    return "\n".join(known.get(number, "") for number in (*cite.paragraphs, *cite.context))
