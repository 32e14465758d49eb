"""How long a failure waits until it is tried again, and when nobody tries any more."""

import pytest

from bot.retry_policy import ERRANDS, LETTERS, OUTAGES, RetryPolicy


@pytest.mark.parametrize("policy", [OUTAGES, LETTERS, ERRANDS])
def test_each_failure_waits_twice_as_long_as_the_one_before(policy: RetryPolicy) -> None:
    pauses = [policy.pause(failures) for failures in range(1, 5)]

    assert pauses == [policy.first * factor for factor in (1, 2, 4, 8)]


@pytest.mark.parametrize("policy", [OUTAGES, LETTERS, ERRANDS])
def test_no_pause_is_longer_than_the_longest(policy: RetryPolicy) -> None:
    assert policy.pause(30) == policy.pause(10**9) == policy.longest


def test_the_last_attempt_is_the_one_that_gives_up() -> None:
    policy = RetryPolicy(first=1, longest=60, attempts=3)

    assert [policy.gives_up(failures) for failures in (1, 2, 3, 4)] == [False, False, True, True]


def test_an_outage_is_waited_out_however_long_it_takes() -> None:
    assert not OUTAGES.gives_up(10**9)
