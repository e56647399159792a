"""One measurement: a synthetic pack, its whole bank, and forms dealt from it, in processor time.

Processor time of one process, not time by the clock: it is what one core spends, whatever
else the machine does meanwhile. Memory is resident size, by the operating system.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial

from quizapp.facts.pack import Pack
from quizapp.generation.assembly import assemble
from quizapp.generation.bank import KINDS
from quizapp.generation.blueprint import Blueprint
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.pool import Pool
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import Linter, flaws
from quizapp.quality.synthetic import synthesise

DAY = date(2030, 1, 1)
"""The day on which questions are linted, the same in every run."""

HELD = 20_000
"""Banks of up to this many facts are kept whole while memory is read; larger ones are let go by."""

DEALT, BANK = 20, 10_000
"""How many questions a form has, and how many the bank holds at most that it is dealt from."""


@dataclass
class Measured:
    """What one run found: seconds of processor time, and mebibytes of resident size.

    `making` and `linting` (the rules that keep a question out) are of the whole bank, `auditing`
    is every rule for a question, warnings too, on those kept; `kinds` splits `making`. `held` is what
    the questions add to the process, 0 where they were not kept; `peak` is the whole process.
    """

    facts: int
    building: float = 0.0
    making: float = 0.0
    linting: float = 0.0
    auditing: float = 0.0
    dealing: float = 0.0
    questions: int = 0
    flawed: int = 0
    held: float = 0.0
    peak: float = 0.0
    kinds: dict[str, float] = field(default_factory=dict)

    @property
    def a_second(self) -> float:
        """Finished, linted questions a second, on one core."""
        return self.questions / (self.making + self.linting)

    def to_json(self) -> dict[str, object]:
        return asdict(self)


def measure(facts: int, seed: str, forms: int = 0) -> Measured:
    """Measure a pack of that many facts; `forms` is how many are dealt to take the mean of."""
    found = Measured(facts)
    with _timed(found, "building"):
        pack = synthesise(facts, seed).pack
    gc.collect()
    before, kept, linter = _resident(), list[Question](), Linter(pack, DAY)
    for question in _bank(pack, seed, found):
        start = time.process_time()
        linter.lint(question)
        found.auditing += time.process_time() - start
        if facts <= HELD:
            kept.append(question)
    gc.collect()
    found.held = _resident() - before if kept else 0.0
    if kept and forms:
        found.dealing = _dealing(pack, kept, seed, forms)
    found.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNITS_A_MEBIBYTE
    return found


def _bank(pack: Pack, seed: str, found: Measured) -> Iterator[Question]:
    """Yield the sound questions of a pack; add what making and linting them took."""
    for kind in KINDS:
        start = time.process_time()
        making = linting = 0.0
        for draft in kind.drafts(pack, seed):
            question = draft.make()
            made = time.process_time()
            sound = question is not None and not flaws(question)
            linted = time.process_time()
            making, linting = making + made - start, linting + linted - made
            found.flawed += question is not None and not sound
            if question is not None and sound:
                found.questions += 1
                yield question
            start = time.process_time()
        found.kinds[kind.NAME] = making + time.process_time() - start
        found.making += found.kinds[kind.NAME]
        found.linting += linting


def _dealing(pack: Pack, kept: Sequence[Question], seed: str, forms: int) -> float:
    """Return the seconds that a form takes from up to `BANK` of the questions, evenly chosen."""
    count = min(len(kept), BANK)
    bank = [kept[place * len(kept) // count] for place in range(count)]
    drafts = [Draft(one.kind, pack.facts[one.facts[0]], partial(_given, one)) for one in bank]
    start = time.process_time()
    pool = Pool(pack, drafts, _made)
    for number in range(forms):
        assemble(pool, Blueprint(DEALT), Draw(seed, str(number)))
    return (time.process_time() - start) / forms


def _made(draft: Draft) -> Question | None:
    return draft.make()


def _given(question: Question) -> Question:
    return question


@contextmanager
def _timed(found: Measured, name: str) -> Iterator[None]:
    start = time.process_time()
    yield
    setattr(found, name, time.process_time() - start)


_UNITS_A_MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


def _resident() -> float:
    """Return the mebibytes of memory that the process holds now; at most, where that is unknown."""
    try:
        with open("/proc/self/status") as lines:
            kibibytes = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
        return kibibytes / 1024
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNITS_A_MEBIBYTE
