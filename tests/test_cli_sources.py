"""`quizapp sources`: attaching a teacher's own copies of the articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.facts.texts import paragraph_hash
from tests.support.server import quizapp

LINES = ("A harbour opens", "The harbour opened in 1998.", "Read also: our recipes", "It holds 120 boats.")

PACK = """
[pack]
id = "harbour"
title = "The old harbour"
about = "How a small town built a harbour."

[[topic]]
id = "building"
title = "Building it"
about = "Plans and dates."

[[source]]
id = "gazette"
name = "The Gazette, 1998"
label = "the Gazette"
about = "How the harbour came to be."
text_kind = "report"
outlet = "The Gazette"
as_of = "1998"
boilerplate = [3]
paragraphs = {hashes}

[[relation]]
id = "opened"
about = "When something opened."
slots = {{ when = "date" }}

[[fact]]
id = "opening"
topic = "building"
kind = "event"
status = "reported"
relation = "opened"
slots.when = {{ value = "1998", text = "1998" }}
says = "the harbour opened in {{when}}"
cites = [{{ source = "gazette", paragraphs = [2], context = [1] }}]
"""


class Teacher:
    """Somebody at the command line, with an instance, a pack and a folder of articles."""

    def __init__(self, home: Path) -> None:
        self.articles = home / "articles"
        self.articles.mkdir()
        (home / "packs" / "harbour").mkdir(parents=True)
        pack = PACK.format(hashes=[paragraph_hash(line) for line in LINES])
        (home / "packs" / "harbour" / "pack.toml").write_text(pack, "utf-8")
        self.settings = {"QUIZAPP_INSTANCE": str(home / "instance"), "QUIZAPP_PACKS": str(home / "packs")}
        assert self.run("db", "upgrade")[0] == 0

    def save(self, name: str, *lines: str) -> None:
        (self.articles / name).write_text("\n\n".join(lines), "utf-8")

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Return exit status, standard output and standard error of a command."""
        done = quizapp(*arguments, **self.settings)
        return done.returncode, done.stdout, done.stderr

    def attach(self) -> tuple[int, str, str]:
        return self.run("sources", "attach", str(self.articles))


@pytest.fixture
def teacher(tmp_path: Path) -> Teacher:
    return Teacher(tmp_path)


def test_a_copy_is_recognised_whatever_surrounds_it(teacher: Teacher) -> None:
    teacher.save("saved page.txt", "Menu", LINES[0], LINES[1].replace(" ", "  "), "Subscribe!", LINES[3])
    status, out, err = teacher.attach()
    assert (status, err) == (0, "")
    assert out == "saved page.txt: attached as gazette (2 paragraphs)\n"
    assert teacher.run("sources", "list")[1] == "harbour gazette: 2 paragraphs attached\n"


def test_attaching_twice_replaces(teacher: Teacher) -> None:
    teacher.save("a.txt", *LINES)
    assert teacher.attach() == teacher.attach()
    assert teacher.run("sources", "list")[1] == "harbour gazette: 2 paragraphs attached\n"


def test_a_file_that_is_no_source_is_named_and_not_kept(teacher: Teacher) -> None:
    teacher.save("shopping.txt", "Milk", "Bread")
    status, out, err = teacher.attach()
    assert (status, out) == (1, "")
    assert err == "shopping.txt: matches no source; nothing of it was kept\n"
    assert teacher.run("sources", "list")[1] == "harbour gazette: not attached\n"


def test_a_copy_with_a_cited_paragraph_missing_says_how_near_it_is(teacher: Teacher) -> None:
    teacher.save("half.txt", LINES[0], LINES[3])
    status, _, err = teacher.attach()
    assert (status, "1 of 2 cited paragraphs of gazette found" in err) == (1, True)


def test_what_is_recognised_is_kept_beside_what_is_not(teacher: Teacher) -> None:
    teacher.save("a.txt", *LINES)
    teacher.save("shopping.txt", "Milk")
    status, out, err = teacher.attach()
    assert (status, "a.txt: attached" in out, "shopping.txt" in err) == (1, True, True)


def test_detaching_removes_one_or_all(teacher: Teacher) -> None:
    teacher.save("a.txt", *LINES)
    teacher.attach()
    assert teacher.run("sources", "detach", "gazette")[:2] == (0, "detached harbour gazette (2 paragraphs)\n")
    assert teacher.run("sources", "detach")[:2] == (0, "No text is attached.\n")


def test_detaching_what_is_not_attached_is_an_error(teacher: Teacher) -> None:
    status, _, err = teacher.run("sources", "detach", "gazette")
    assert (status, "no text is attached" in err) == (1, True)


def test_a_folder_without_texts_is_one_clear_line(teacher: Teacher) -> None:
    status, _, err = teacher.attach()
    assert (status, err.count("\n"), "no *.txt file" in err) == (1, 1, True)
