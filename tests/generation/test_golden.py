"""Same pack, seed and version: the same questions, byte for byte, on every machine and Python version.

If a change of the program is meant to change its questions, put the new hash here.
"""

from __future__ import annotations

import hashlib
import json

from quizapp.generation.bank import bank, deal
from tests.pack_builders import a_full_pack

BANK = "3fd45a81739b8042270959d3a941f021e0e519bb3c283d0c8d6a69d085f05fc9"
FORM = "5ef441fa9844db3b565d9f293c6fd46a9c99d77f50898e4c117db3069f28b968"


def digest(*values: object) -> str:
    lines = (json.dumps(value, sort_keys=True, ensure_ascii=False) for value in values)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_the_bank_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.to_json() for question in bank(a_full_pack(), "golden"))) == BANK


def test_the_form_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.id for question in deal(a_full_pack(), "golden", 10))) == FORM
