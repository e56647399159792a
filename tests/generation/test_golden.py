"""Same pack, seed and version: the same questions, byte for byte, on every machine and Python version.

If a change of the program is meant to change its questions, put the new hash here.
"""

from __future__ import annotations

import hashlib
import json

from quizapp.generation.bank import bank, deal
from tests.pack_builders import a_full_pack

BANK = "74f2861a7388fa7643397ee21423b40c40b4f8ec2f29ffe23fbb90be7f058df7"
FORM = "4d5d161d410d56724bb595e44f540949c876c82e1c16db39a5b704684580c5af"


def digest(*values: object) -> str:
    lines = (json.dumps(value, sort_keys=True, ensure_ascii=False) for value in values)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_the_bank_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.to_json() for question in bank(a_full_pack(), "golden"))) == BANK


def test_the_form_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.id for question in deal(a_full_pack(), "golden", 10))) == FORM
