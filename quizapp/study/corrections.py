"""A pack's corrections as a page: a few marks of Markdown, read into plain blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.facts.pack import Pack

Mark = Literal["plain", "code", "strong"]

_HEADING = re.compile(r"(#{1,6})\s+(.+)")
_ITEM = re.compile(r"[-*]\s+(.+)")
_FENCE = "```"
_INLINE = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")


@dataclass(frozen=True)
class Words:
    """A run of words, and how they are marked."""

    text: str
    mark: Mark = "plain"


@dataclass(frozen=True)
class Heading:
    """A heading below the page's own: `level` is 2 to 6 and never skips one."""

    level: int
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Paragraph:
    words: tuple[Words, ...]


@dataclass(frozen=True)
class BulletList:
    items: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True)
class Verbatim:
    """Lines between fences, kept as they are."""

    text: str


Block = Heading | Paragraph | BulletList | Verbatim


@dataclass(frozen=True)
class CorrectionsPage:
    """The corrections of a pack and its content hash; no blocks where it has no such file."""

    pack_id: str
    pack_title: str
    hash: str
    blocks: tuple[tuple[str, Block], ...]


def corrections_page(pack: Pack) -> CorrectionsPage:
    named = tuple((type(block).__name__, block) for block in blocks(pack.corrections or ""))
    return CorrectionsPage(pack.id, pack.title, pack.hash, named)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text; a title that opens it is left out, as the page has one."""
    found = list(_split(text.splitlines()))
    titled = bool(found) and isinstance(found[0], Heading) and found[0].level == 1
    return tuple(_levelled(iter(found[1:] if titled else found)))


def _split(lines: list[str]) -> Iterator[Block]:
    """Yield blocks; blank lines, headings, list marks and fences begin a new one."""
    lines = list(reversed(lines))
    while lines:
        line = lines.pop().strip()
        if heading := _HEADING.fullmatch(line):
            yield Heading(len(heading[1]), _words(heading[2]))
        elif line.startswith(_FENCE):
            yield Verbatim("\n".join(_until_fence(lines)))
        elif item := _ITEM.fullmatch(line):
            yield BulletList(tuple(_items(item[1], lines)))
        elif line:
            yield Paragraph(_words(" ".join([line, *_continued(lines)])))


def _until_fence(lines: list[str]) -> Iterator[str]:
    while lines and not (line := lines.pop()).strip().startswith(_FENCE):
        yield line


def _items(first: str, lines: list[str]) -> Iterator[tuple[Words, ...]]:
    item: re.Match[str] | None
    yield _words(" ".join([first, *_continued(lines)]))
    while lines and (item := _ITEM.fullmatch(lines[-1].strip())):
        lines.pop()
        yield _words(" ".join([item[1], *_continued(lines)]))


def _continued(lines: list[str]) -> Iterator[str]:
    while lines and not _begins(lines[-1].strip()):
        yield lines.pop().strip()


def _begins(line: str) -> bool:
    marked = _HEADING.fullmatch(line) or _ITEM.fullmatch(line)
    return not line or bool(marked) or line.startswith(_FENCE)


def _words(text: str) -> tuple[Words, ...]:
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Words]:
    at = 0
    for match in _INLINE.finditer(text):
        if match.start() > at:
            yield Words(text[at : match.start()])
        yield Words(match[1] or match[2], "code" if match[1] else "strong")
        at = match.end()
    if at < len(text):
        yield Words(text[at:])


def _levelled(found: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks with the levels of headings from 2 up, none more than one below the last."""
    level = 1
    for block in found:
        if isinstance(block, Heading):
            level = min(max(block.level, 2), level + 1)
            yield Heading(level, block.words)
        else:
            yield block
