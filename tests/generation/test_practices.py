"""Every practice of the generator is on, but where one is left out to measure what it is worth."""

from __future__ import annotations

from threading import Thread

import pytest

from quizapp.generation.practices import Practice, is_on, without


@pytest.mark.parametrize("practice", Practice)
def test_every_practice_is_on(practice: Practice) -> None:
    assert is_on(practice)


def test_one_is_left_out_and_no_other() -> None:
    with without(Practice.RANK):
        assert [one for one in Practice if not is_on(one)] == [Practice.RANK]
    assert is_on(Practice.RANK)


def test_two_may_be_left_out_together() -> None:
    with without(Practice.RANK), without(Practice.GATE):
        assert {one for one in Practice if not is_on(one)} == {Practice.RANK, Practice.GATE}


def test_it_comes_back_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), without(Practice.PROOF):
        _ = 1 / 0
    assert is_on(Practice.PROOF)


def test_another_thread_is_not_touched() -> None:
    seen: list[bool] = []
    with without(Practice.PROOF):
        thread = Thread(target=lambda: seen.append(is_on(Practice.PROOF)))
        thread.start()
        thread.join()
    assert seen == [True]
