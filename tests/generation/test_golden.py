"""Same pack, seed and version: the same questions, byte for byte, on every machine and Python version.

If a change of the program is meant to change its questions, put the new hash here.
"""

from __future__ import annotations

import hashlib
import json

from quizapp.generation.bank import bank, deal
from tests.pack_builders import a_full_pack

BANK = "df58817e8ab4f55fbf6d0753ff7006e684b6f17b859acf6e1ceeca9becbe8e43"
FORM = "36d9598124a9fb23d449bb3683421a12da42f9b36b49fb3af17b27057c6d76fd"


def digest(*values: object) -> str:
    lines = (json.dumps(value, sort_keys=True, ensure_ascii=False) for value in values)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_the_bank_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.to_json() for question in bank(a_full_pack(), "golden"))) == BANK


def test_the_form_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.id for question in deal(a_full_pack(), "golden", 10))) == FORM
