"""Find the printed words of a fact in the paragraph they stand in, by position."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.facts.wording import folded


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph, and whether it is the evidence. The pieces join to the whole."""

    text: str
    marked: bool


def highlighted(paragraph: str, evidence: str) -> tuple[Piece, ...]:
    """Cut a paragraph into pieces, with every occurrence of the evidence marked.

    Case, kinds of quotes and dashes, and runs of white space make no difference; the
    paragraph's own characters are kept. Only whole words match: "13" is not found in
    "373" nor in "13.5". Without a match, or without evidence, one unmarked piece remains.
    """
    pieces: list[Piece] = []
    done = 0
    for start, end in _spans(paragraph, evidence):
        pieces += [Piece(paragraph[done:start], False), Piece(paragraph[start:end], True)]
        done = end
    pieces.append(Piece(paragraph[done:], False))
    return tuple(piece for piece in pieces if piece.text) or (Piece(paragraph, False),)


def _spans(paragraph: str, evidence: str) -> list[tuple[int, int]]:
    sought = folded(evidence)
    if not sought:
        return []
    plain, origins = _folded_with_origins(paragraph)
    pattern = r"(?<![^\W_])(?<!\d[.,])" + re.escape(sought) + r"(?![^\W_]|[.,]\d)"
    return [(origins[m.start()], origins[m.end() - 1] + 1) for m in re.finditer(pattern, plain)]


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
