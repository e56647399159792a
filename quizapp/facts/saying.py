"""Searching for phrases: one in many texts, or many in one text."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.facts.wording import occurs, telling_words, tokens


class Phrases:
    """Many short texts, in which a phrase is found by its rarest word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(dict.fromkeys(texts))
        self._with: dict[str, list[str]] = {}
        for text in self._texts:
            for token in set(tokens(text)):
                self._with.setdefault(token, []).append(text)

    def hold(self, phrase: str) -> bool:
        """Tell whether a phrase stands in any of the texts, whole words only."""
        found = [self._with.get(token, []) for token in tokens(phrase)]
        return any(occurs(phrase, text) for text in min(found, key=len, default=self._texts))


class WordSets:
    """Texts by the words that tell something in them, each with a place."""

    def __init__(self, texts: Iterable[tuple[str, int]]) -> None:
        self._holding: dict[str, list[int]] = {}
        self._by_rarest: dict[str, list[int]] = {}
        placed = [(telling_words(text), place) for text, place in texts]
        for words, place in placed:
            for word in words:
                self._holding.setdefault(word, []).append(place)
        for words, place in placed:
            if words:
                self._by_rarest.setdefault(self._rarest(words), []).append(place)

    def near(self, text: str) -> list[list[int]]:
        """Return the places of all texts `within` this one, or it within them, and perhaps of a few more."""
        words = telling_words(text)
        if not words:
            return []
        found = [self._by_rarest.get(word, []) for word in words]
        return [places for places in (*found, self._holding.get(self._rarest(words), [])) if places]

    def _rarest(self, words: frozenset[str]) -> str:
        return min(words, key=lambda word: (len(self._holding.get(word, ())), word))


class Wordlist:
    """Many phrases, of which those in a text are found by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in dict.fromkeys(phrases):
            self._by_first.setdefault(next(iter(tokens(phrase)), ""), []).append(phrase)

    def found_in(self, text: str) -> list[str]:
        """Return the phrases that stand in a text, whole words only."""
        near = (
            phrase for token in ("", *dict.fromkeys(tokens(text))) for phrase in self._by_first.get(token, ())
        )
        return [phrase for phrase in near if occurs(phrase, text)]
