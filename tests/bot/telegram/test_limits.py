"""How fast we speak, on a clock that we move."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise

import pytest

from bot.telegram.limits import Limits, SendLimits, Stopping

ANNA, BRUNO, DESK = 11, 12, -13
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Paused(Limits):
    """Limits whose waiting moves their own clock."""

    def __init__(self, limits: SendLimits) -> None:
        super().__init__(limits, lambda: self.now)
        self.now = 1000.0

    async def pause(self, seconds: float) -> None:
        self.now += max(seconds, 0.0)

    async def times(self, chat_id: int, count: int, cost: int = 1) -> list[float]:
        """Send so many at once; tell after how many seconds each went."""
        found = []
        for _ in range(count):
            await self.wait(chat_id, cost)
            found.append(self.now - 1000.0)
        return found


class Overslept(Paused):
    """Limits on a busy machine: it wakes from its first waiting so many seconds late."""

    def __init__(self, limits: SendLimits, late: float) -> None:
        super().__init__(limits)
        self.oversleeps = late

    async def pause(self, seconds: float) -> None:
        if seconds > 0:
            seconds, self.oversleeps = seconds + self.oversleeps, 0.0
        await super().pause(seconds)

    async def crowd(self) -> None:
        """Let others speak, as many as may at once."""
        for stranger in range(100, 115):
            await self.wait(stranger)


async def test_a_chat_gets_three_at_once_then_one_a_second() -> None:
    times = await Paused(SendLimits()).times(ANNA, 6)

    assert times[:3] == [0, 0, 0]
    assert all(1.0 < later - sooner < 1.1 for sooner, later in pairwise(times[2:]))


async def test_all_chats_together_get_thirty_a_second() -> None:
    limits = Paused(SendLimits(30, 0, 0))
    times = await limits.times(ANNA, 200)
    busiest = max(sum(at <= time_ < at + 1 for time_ in times) for at in times)

    assert busiest <= 45  # the burst, and a second's worth
    assert 6 < times[-1] < 7


async def test_a_group_gets_twenty_in_any_minute() -> None:
    times = await Paused(SendLimits()).times(DESK, 50)

    assert all(later - sooner > 60 for sooner, later in zip(times, times[20:], strict=False))
    assert times[19] < 20


async def test_an_album_counts_as_many_as_it_has_pictures() -> None:
    times = await Paused(SendLimits(0, 0, 20)).times(DESK, 3, cost=10)

    assert times[:2] == [0, 0]
    assert times[2] > 60


async def test_what_arrives_late_makes_the_next_one_later() -> None:
    limits = Paused(SendLimits(0, 3, 0))
    await limits.times(ANNA, 3)
    limits.now += 5
    limits.late(ANNA, 5)

    assert (await limits.times(ANNA, 1))[0] > 6


async def test_who_wakes_late_for_a_turn_is_not_early_for_the_next() -> None:
    limits = Overslept(SendLimits(), late=0.5)
    await limits.crowd()
    times = await limits.times(ANNA, 9)

    for first, last in combinations(range(9), 2):
        assert last - first + 1 <= 3 + times[last] - times[first]


async def test_a_group_that_wakes_late_is_not_early_a_minute_later() -> None:
    limits = Overslept(SendLimits(), late=5)
    await limits.crowd()
    times = await limits.times(DESK, 50)

    assert all(later - sooner > 60 for sooner, later in zip(times, times[20:], strict=False))


async def test_lifted_limits_hold_nobody_back() -> None:
    assert await Paused(SendLimits(0, 0, 0)).times(DESK, 100) == [0.0] * 100


async def test_a_refused_chat_is_held_back_alone() -> None:
    limits = Paused(SendLimits(0, 0, 0))

    assert not limits.refused(ANNA, 30)
    assert await limits.times(BRUNO, 1) == [0]
    assert await limits.times(ANNA, 1) == [30]


async def test_two_chats_refused_at_the_same_time_hold_all_back() -> None:
    limits = Paused(SendLimits(0, 0, 0))
    limits.refused(ANNA, 30)

    assert limits.refused(BRUNO, 20)
    assert await limits.times(DESK, 1) == [20]


async def test_one_chat_refused_twice_holds_nobody_else_back() -> None:
    limits = Paused(SendLimits(0, 0, 0))
    limits.refused(ANNA, 30)

    assert not limits.refused(ANNA, 20)


async def test_what_another_process_sent_to_a_group_counts() -> None:
    limits = Paused(SendLimits(0, 0, 20))
    limits.remember([(DESK, NOW - timedelta(seconds=50))] * 20, NOW)

    [first] = await limits.times(DESK, 1)
    assert 10 < first < 20


async def test_a_stop_ends_all_waiting() -> None:
    limits = Limits(SendLimits(0, 0, 0))
    limits.refused(ANNA, 600)
    waiting = asyncio.create_task(limits.wait(ANNA))
    await asyncio.sleep(0)
    limits.stop()

    with pytest.raises(Stopping):
        await waiting
