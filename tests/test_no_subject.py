"""The program knows no subject: packs do. No word of the first pack's subject stands in its code or pages.

Everything in `quizapp/` and `templates/` is read, comments and examples in help texts
included: those name the pack `branches`. Whole words, whatever the case, except "ICE",
which is a word of its own in small letters. General civics is no subject: "law", "court",
"federal", "state" and "county" may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from quizapp.facts.pack import Pack

ROOT = Path(__file__).parent.parent
ROOMS = ("quizapp", "templates")
BINARY = {".pyc", ".png", ".ico", ".woff2"}

SUBJECT = (
    r"(?i:\b(?:im|em)migra\w*|\bmigrants?\b)", r"\bICE\b", r"(?i:\bdetainers?\b)", r"(?i:\bsheriffs?\b)",
    r"(?i:\bdeport\w*)", r"(?i:\baliens?\b)", r"(?i:\bsanctuar(?:y|ies)\b)", r"(?i:\b287(?:\(?g\)?)?\b)",
    r"(?i:\brensselaer\b)", r"(?i:\b(?:undocumented|non-?citizens?|asylum)\b)", r"(?i:\bjail\w*)",
    r"(?i:\bborder patrol\b)", r"\bDHS\b", r"(?i:\bhomeland security\b)", r"(?i:\bfourth amendment\b)",
    r"(?i:\b(?:clinton|obama|trump|biden|cuomo)\b)", r"(?i:\bwarrant service\b)",
)  # fmt: skip

ALLOWED = {("quizapp/assessment/spelling.py", "sheriff")}
"""One of the titles that may stand before any name, between judge and mayor: an answer is as good with it."""


def _files() -> Iterator[Path]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.is_file() and path.suffix not in BINARY:
                yield path


def _found(pattern: str, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each file and word where a pattern stands, each once."""
    hits = ((name, match[0].lower()) for name, text in texts.items() for match in re.finditer(pattern, text))
    return sorted(set(hits))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every text file of the program, by its path."""
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in _files()}


def test_it_reads_the_whole_program(texts: dict[str, str]) -> None:
    assert {"quizapp/cli.py", "quizapp/site/static/page.css", "templates/base.html"} <= set(texts)


@pytest.mark.parametrize("pattern", SUBJECT)
def test_no_word_of_the_first_packs_subject_stands_in_the_program(
    pattern: str, texts: dict[str, str]
) -> None:
    assert [hit for hit in _found(pattern, texts) if hit not in ALLOWED] == []


def test_what_is_allowed_is_still_there(texts: dict[str, str]) -> None:
    found = {hit for pattern in SUBJECT for hit in _found(pattern, texts)}
    assert found >= ALLOWED


def test_the_words_are_those_of_the_first_pack(shipped_packs: Mapping[str, Pack]) -> None:
    pack = shipped_packs["287g"]
    said = " ".join([pack.title, pack.about, *(fact.statement for fact in pack.facts.values())])
    silent = [pattern for pattern in SUBJECT if not re.search(pattern, said)]
    assert len(silent) <= 4, silent  # a pattern that nothing could match would guard nothing


def test_no_name_of_a_shipped_pack_stands_in_the_program(
    shipped_packs: Mapping[str, Pack], texts: dict[str, str]
) -> None:
    names = {entity.name for pack in shipped_packs.values() for entity in pack.entities.values()}
    pattern = rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names))})\b"
    assert _found(pattern, texts) == []


def test_no_id_of_a_shipped_packs_facts_or_sources_stands_in_the_program(
    shipped_packs: Mapping[str, Pack], texts: dict[str, str]
) -> None:
    ids = {name for pack in shipped_packs.values() for name in (*pack.facts, *pack.sources) if "-" in name}
    words = {word for text in texts.values() for word in re.findall(r"[\w-]+", text)}
    assert sorted(ids & words) == []
