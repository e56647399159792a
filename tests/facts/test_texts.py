"""Article texts: paragraphs, whose text it is, and a pack proven against it."""

from __future__ import annotations

from pathlib import Path

from quizapp.facts.pack import Pack
from quizapp.facts.texts import (
    cited_paragraphs,
    nearest_source,
    paragraph_hash,
    paragraphs,
    prove,
    read_texts,
    recognise,
)
from tests.pack_builders import (
    LINES,
    RELATIONS,
    Entry,
    a_fact,
    a_pack,
    a_position,
    a_source,
    an_opening,
    cited,
)

TEXT = "\n\n".join(LINES)


def a_herald_pack(*facts: Entry) -> Pack:
    """A pack whose only text is the Herald's."""
    relations = [relation | {"closed_in": []} for relation in RELATIONS]
    return a_pack(*facts, source=[a_source("herald")], relation=relations)


NAMED = cited("herald", 3, context=[1])


def unproven(*facts: Entry, text: str = TEXT) -> list[str]:
    return prove(a_herald_pack(*facts), {"herald.txt": text})


def test_paragraphs_are_the_non_blank_lines_with_ends_trimmed() -> None:
    assert paragraphs("One\r\n\n  \n\t Two \nThree") == ["One", "Two", "Three"]


def test_a_hash_ignores_kinds_of_quotes_dashes_and_spaces_but_no_letter() -> None:
    digest = paragraph_hash("“It’s here” – he said")
    assert paragraph_hash('  "It\'s  here"\u00a0- he said ') == digest
    assert paragraph_hash("“Its here” – he said") != digest
    assert paragraph_hash("“it’s here” – he said") != digest


def test_cited_paragraphs_count_context_too() -> None:
    pack = a_herald_pack(a_fact(cites=NAMED), a_position("x", "opinion", "penn", "it is fine"))
    assert cited_paragraphs(pack, pack.sources["herald"]) == {1, 3, 4}


def test_a_text_is_recognised_with_page_furniture_around_and_between() -> None:
    furnished = "\n".join(["Menu", LINES[0], "Subscribe!", LINES[2].upper(), LINES[2], "Share this"])
    (found,) = recognise(a_herald_pack(a_fact(cites=NAMED)), furnished)
    assert (found.source, dict(found.paragraphs)) == ("herald", {1: LINES[0], 3: LINES[2]})


def test_a_text_that_lacks_one_cited_paragraph_is_not_recognised() -> None:
    pack = a_herald_pack(a_fact(cites=NAMED))
    assert recognise(pack, "\n".join(LINES[1:])) == []
    assert nearest_source(pack, "\n".join(LINES[1:])) == "1 of 2 cited paragraphs of herald found"
    assert nearest_source(pack, "Milk\nBread") is None


def test_a_source_that_nothing_cites_is_never_recognised() -> None:
    assert [found.source for found in recognise(a_pack(a_fact(cites=NAMED)), TEXT)] == ["herald"]


def test_a_pack_that_the_text_bears_out_is_proven() -> None:
    opened = an_opening("old-opened", "old", "1954", cites=NAMED)
    fine = a_position("x", "opinion", "penn", "it is “a fine piece of work”")
    assert unproven(a_fact(cites=NAMED), opened, fine) == []


def test_a_figure_that_is_not_printed_there_is_found() -> None:
    wrong = a_fact(slots={"bridge": "old", "metres": {"value": 130, "text": "130 metres"}}, cites=NAMED)
    assert unproven(wrong) == [
        'bridges/all.toml: fact "old-length": slots.metres: "130 metres" is not in herald ¶3, ¶1; '
        "give the words as printed in `text`"
    ]


def test_a_figure_within_a_longer_number_does_not_count_as_printed() -> None:
    wrong = a_fact(slots={"bridge": "old", "metres": {"value": 20, "text": "20"}}, cites=NAMED)
    assert len(unproven(wrong)) == 1


def test_a_name_outside_the_cited_paragraphs_is_found() -> None:
    (found,) = unproven(a_fact(cites=cited("herald", 3)))
    assert 'slots.bridge: "Old Bridge" is not in herald ¶3;' in found


def test_a_quoted_phrase_outside_the_cited_paragraph_is_found() -> None:
    (found,) = unproven(a_position("x", "opinion", "penn", "it is “a great piece”"))
    assert '"a great piece" is not in herald ¶4; quote it as printed' in found


def test_words_known_from_elsewhere_are_not_looked_for() -> None:
    opened = an_opening("x", "old", "1954", asks=[], cites=cited("herald", 4, context=[1]))
    assert len(unproven(opened)) == 1
    opened["slots"] = {"bridge": "old", "when": {"value": "1954", "external": "herald"}}
    assert unproven(opened) == []


def test_a_source_without_its_text_is_named() -> None:
    assert unproven(a_fact(cites=NAMED), text="Milk") == [
        'bridges: source "herald": no text has all its cited paragraphs; add its file'
    ]


def test_texts_are_read_from_txt_files_whatever_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"caf\xe9")
    (tmp_path / "a.txt").write_text("tea", "utf-8")
    (tmp_path / "notes.md").write_text("no", "utf-8")
    assert read_texts(tmp_path) == {"a.txt": "tea", "b.txt": "caf\ufffd"}
