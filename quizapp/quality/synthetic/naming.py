"""Invented names: syllables put together, no two alike, of many lengths."""

from __future__ import annotations

from quizapp.generation.draws import Draw

_HEADS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "v",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u", "ei", "au", "oa")
_TAILS = ("", "", "l", "n", "r", "s", "m", "th", "rn", "ld")
_FIRST = (
    "Abri", "Benno", "Cato", "Dilu", "Enzo", "Fenna", "Gido", "Hanne", "Iddo", "Jorra", "Kaia", "Lotho",
    "Mirre", "Nilo", "Odra", "Pim", "Quira", "Ruvo", "Senna", "Tavi", "Ulma", "Vito", "Wenka", "Yoran",
)  # fmt: skip


class Names:
    """A stream of names that differ from one another, the same for the same seed."""

    def __init__(self, seed: str) -> None:
        self._draw = Draw(seed, "names")
        self._used: set[str] = set()

    def stem(self, shortest: int = 5, longest: int = 11) -> str:
        """Return a new name of `shortest` to `longest` letters, its first a capital."""
        while True:
            made = "".join(self._syllable() for _ in range(self._draw.between(2, 3)))
            if shortest <= len(made) <= longest and made not in self._used:
                self._used.add(made)
                return made.capitalize()

    def person(self) -> tuple[str, str]:
        """Return a person's full name and family name; the family name is new."""
        family = self.stem(5, 9)
        return f"{self._draw.choice(_FIRST)} {family}", family

    def _syllable(self) -> str:
        return self._draw.choice(_HEADS) + self._draw.choice(_VOWELS) + self._draw.choice(_TAILS)
