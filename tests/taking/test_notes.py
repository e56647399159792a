from quizapp.taking.notes import Note, NoteBook
from tests.builders import a_reference


def paragraphs(notes: tuple[Note, ...]) -> list[list[int]]:
    return [[passage.paragraph for passage in note.passages] for note in notes]


def test_numbers_run_from_the_first_in_the_order_of_need() -> None:
    book = NoteBook({}, first=4)
    assert book.cite([a_reference(), a_reference(paragraphs=(9,))]) == (4, 5)
    assert book.next_number == 6


def test_the_same_reference_keeps_its_number() -> None:
    book = NoteBook({})
    assert book.cite([a_reference()]) == book.cite([a_reference()]) == (1,)
    assert book.cite([a_reference(fact="another, of the same place and speaker")]) == (1,)
    assert len(book.notes) == 1


def test_marks_stand_in_the_order_of_their_numbers() -> None:
    book = NoteBook({})
    book.cite([a_reference()])
    assert book.cite([a_reference(paragraphs=(9,)), a_reference()]) == (1, 2)


def test_a_source_is_described_once_and_then_referred_to() -> None:
    book = NoteBook({})
    book.cite([a_reference(), a_reference(paragraphs=(9,)), a_reference(source="second")])
    assert [note.same_source for note in book.notes] == [None, 1, None]


def test_only_cited_paragraphs_that_are_attached_are_printed() -> None:
    book = NoteBook({("gazette", 4): "It opened in 1998.", ("gazette", 9): "Not cited."})
    book.cite([a_reference(paragraphs=(3, 4))], [["1998"]])
    assert paragraphs(book.notes) == [[4]]
    assert [piece.text for piece in book.notes[0].passages[0].pieces if piece.marked] == ["1998"]


def test_a_paragraph_is_printed_once() -> None:
    book = NoteBook({("gazette", 4): "It opened in 1998."})
    book.cite([a_reference(), a_reference(paragraphs=(4, 9))])
    assert paragraphs(book.notes) == [[4], []]
