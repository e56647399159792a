"""Find the printed words of a fact in the paragraph they stand in, by position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.facts.wording import folded


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph, and whether it is the evidence. The pieces join to the whole."""

    text: str
    marked: bool


Evidence = Sequence[Sequence[str]]
"""Pieces of evidence, each as the ways in which it may be printed."""


def highlighted(paragraph: str, evidence: Evidence) -> tuple[Piece, ...]:
    """Cut a paragraph into pieces, with every occurrence of each piece of evidence marked.

    Of the ways in which a piece may be printed, the longest that occurs is marked. Case,
    kinds of quotes and dashes, and runs of white space make no difference; the paragraph's
    own characters are kept. Only whole words match: "13" is not found in "373" nor in
    "13.5". Without a match, or without evidence, one unmarked piece remains.
    """
    pieces: list[Piece] = []
    done = 0
    for start, end in _merged(span for ways in evidence for span in _spans(paragraph, ways)):
        pieces += [Piece(paragraph[done:start], False), Piece(paragraph[start:end], True)]
        done = end
    pieces.append(Piece(paragraph[done:], False))
    return tuple(piece for piece in pieces if piece.text) or (Piece(paragraph, False),)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _spans(paragraph: str, ways: Sequence[str]) -> list[tuple[int, int]]:
    plain, origins = _folded_with_origins(paragraph)
    for sought in sorted(filter(None, map(folded, ways)), key=len, reverse=True):
        pattern = r"(?<![^\W_])(?<!\d[.,])" + re.escape(sought) + r"(?![^\W_]|[.,]\d)"
        found = [(origins[m.start()], origins[m.end() - 1] + 1) for m in re.finditer(pattern, plain)]
        if found:
            return found
    return []


def _folded_with_origins(text: str) -> tuple[str, list[int]]:
    """Fold a text character by character, and say for each result where it came from.

    Folding may lengthen ("ß" to "ss") or shorten (white space) a text, so positions in
    the folded text cannot be used in the original one as they are.
    """
    plain: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        for result in folded(character) or " ":
            if result == " " and (not plain or plain[-1] == " "):
                continue
            plain.append(result)
            origins.append(place)
    return "".join(plain), origins
