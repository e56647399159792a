"""Same pack, seed and version: the same questions, byte for byte, on every machine and Python version.

If a change of the program is meant to change its questions, put the new hash here.
"""

from __future__ import annotations

import hashlib
import json

from quizapp.generation.bank import bank, deal
from tests.pack_builders import a_full_pack

BANK = "61aa22336796b0b05300a54ffbaae4c5ce15f65b365f5e298543d2e8338a3130"
FORM = "10e2727831c45d46b6d8abec81a1727b97e567faf1f4d338f744d28eeb861ed9"


def digest(*values: object) -> str:
    lines = (json.dumps(value, sort_keys=True, ensure_ascii=False) for value in values)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_the_bank_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.to_json() for question in bank(a_full_pack(), "golden"))) == BANK


def test_the_form_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.id for question in deal(a_full_pack(), "golden", 10))) == FORM
