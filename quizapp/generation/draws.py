"""Random draws that come out the same on every machine and Python version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from math import gcd
from typing import TypeVar

T = TypeVar("T")

FEW = 32
"""Up to so many items are shuffled; of more, only those that are taken cost anything."""


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

    def strolled(self, items: Sequence[T]) -> Iterator[T]:
        """Yield the items once each in a drawn order, at a cost only for those that are taken.

        Each item is equally likely at each place. Of many, the order is that of equal
        strides, round and round from a drawn place on.
        """
        if len(items) <= FEW:
            yield from self.shuffled(items)
            return
        place, stride = self.below(len(items)), 1 + self.below(len(items) - 1)
        while gcd(stride, len(items)) > 1:
            stride = 1 + self.below(len(items) - 1)
        for _ in items:
            yield items[place]
            place = (place + stride) % len(items)

    def _next(self) -> int:
        digest = hashlib.sha256(self._name + b"\x1e" + str(self._count).encode()).digest()
        self._count += 1
        return int.from_bytes(digest[:8], "big")
