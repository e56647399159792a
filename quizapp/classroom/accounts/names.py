"""What a teacher's name must be: how names are kept and compared is `store.names`."""

from __future__ import annotations

from quizapp.store.names import LONGEST_NAME, name_key


def what_is_wrong(name: str) -> str | None:
    """Return what is wrong with a clean name, or None."""
    if not name_key(name):
        return "Give the name that learners know you by, such as Ms Rivera."
    if len(name) > LONGEST_NAME:
        return f"A name has at most {LONGEST_NAME} characters. Shorten it."
    return None
