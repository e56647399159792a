from __future__ import annotations

from dataclasses import replace

from flask import Flask

from quizapp.study.corrections import BulletList, Heading, Paragraph, Verbatim, Words, blocks
from tests.builders import a_shown_pack
from tests.visiting import Visitor, words_of

TEXT = """# Corrections

Each entry has a date,
and says what was **wrong** in `facts/all.toml`.

### 3 May 2020

- The first,
  in two lines.
* The second. <script>alert(1)</script>

```
kept   as it is
# no heading
```
"""


def test_the_few_marks_are_read_and_the_opening_title_left_out() -> None:
    assert blocks(TEXT) == (
        Paragraph(
            (
                Words("Each entry has a date, and says what was "),
                Words("wrong", "strong"),
                Words(" in "),
                Words("facts/all.toml", "code"),
                Words("."),
            )
        ),
        Heading(2, (Words("3 May 2020"),)),
        BulletList(((Words("The first, in two lines."),), (Words("The second. <script>alert(1)</script>"),))),
        Verbatim("kept   as it is\n# no heading"),
    )


def test_headings_skip_no_level() -> None:
    levels = [block.level for block in blocks("## a\n#### b\n# c\n### d") if isinstance(block, Heading)]
    assert levels == [2, 3, 2, 3]


def test_no_text_gives_nothing() -> None:
    assert blocks("") == blocks("\n \n") == blocks("# Corrections") == ()


def test_an_unfinished_block_of_lines_ends_with_the_text() -> None:
    assert blocks("```\nopen") == (Verbatim("open"),)


def test_the_page_shows_the_corrections_and_runs_nothing(harbour_app: Flask, visitor: Visitor) -> None:
    harbour_app.extensions["quizapp.packs"] = {"harbour": replace(a_shown_pack(), corrections=TEXT)}
    page = visitor.get("/corrections/harbour")
    assert "3 May 2020 The first, in two lines." in words_of(page)
    assert "<script" not in page.text
    assert page.text.count("<h1") == 1


def test_without_corrections_the_page_says_so_and_names_the_version(visitor: Visitor) -> None:
    words = words_of(visitor.get("/corrections/harbour"))
    assert "No correction has been recorded for these sources." in words
    assert "0" * 64 in words
