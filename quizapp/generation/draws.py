"""Random draws that come out the same on every machine and Python version."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A stream of draws named by labels: SHA-256 of the labels and a counter.

    The same labels give the same stream everywhere; other labels, an independent one.
    Only integers are drawn, so no platform's floating point plays a part.
    """

    def __init__(self, *labels: str) -> None:
        self._name = "\x1f".join(labels).encode()
        self._count = 0

    def below(self, limit: int) -> int:
        """Return an integer from 0 to limit - 1, all equally likely; `limit` is at least 1."""
        span = 1 << 64
        while True:  # reject the few values that would favour small results
            value = self._next()
            if value < span - span % limit:
                return value % limit

    def between(self, low: int, high: int) -> int:
        """Return an integer from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def choice(self, items: Sequence[T]) -> T:
        """Return one of the items; there must be at least one."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Return the items in a drawn order (Fisher-Yates); the input stays as it is."""
        result = list(items)
        for i in range(len(result) - 1, 0, -1):
            j = self.below(i + 1)
            result[i], result[j] = result[j], result[i]
        return result

    def _next(self) -> int:
        digest = hashlib.sha256(self._name + b"\x1e" + str(self._count).encode()).digest()
        self._count += 1
        return int.from_bytes(digest[:8], "big")
