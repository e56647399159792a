"""Same pack, seed and version: the same questions, byte for byte, on every machine and Python version.

If a change of the program is meant to change its questions, put the new hash here.
"""

from __future__ import annotations

import hashlib
import json

from quizapp.generation.bank import bank, deal
from tests.pack_builders import a_full_pack

BANK = "a2c3d24a377f04923c2a98c6f29d3173731a3a4fcc93f433ddaa6bf21c85ad41"
FORM = "a6735fa1b86eda74e65206fc5321ba1f558708f2603b29fcdafbe95cc588d850"


def digest(*values: object) -> str:
    lines = (json.dumps(value, sort_keys=True, ensure_ascii=False) for value in values)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_the_bank_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.to_json() for question in bank(a_full_pack(), "golden"))) == BANK


def test_the_form_of_a_pack_and_seed_is_the_same_everywhere() -> None:
    assert digest(*(question.id for question in deal(a_full_pack(), "golden", 10))) == FORM
