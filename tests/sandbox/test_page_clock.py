"""The clock of the page: what is next, jumps, and jumps that are refused."""

from datetime import UTC, datetime, timedelta

import pytest

from sandbox import Sandbox
from tests.sandbox.browser import Browser

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Time:
    """A clock that jumps, and one thing that is due."""

    def __init__(self) -> None:
        self.at = NOW
        self.due: tuple[datetime, str] | None = (NOW + timedelta(hours=5), "J-1")

    def now(self) -> datetime:
        return self.at

    async def jump(self, to: datetime) -> datetime:
        self.at = to
        return to

    async def next_due(self) -> tuple[datetime, str] | None:
        return self.due


@pytest.fixture
def clock(sandbox: Sandbox) -> Time:
    found = Time()
    sandbox.clock.now, sandbox.clock.jump = found.now, found.jump
    sandbox.clock.next_due = found.next_due
    return found


async def test_the_clock_jumps_to_what_is_next(browser: Browser, clock: Time) -> None:
    async with browser.session.get(f"{browser.url}/clock") as answer:
        assert await answer.json() == {
            "now": "2026-11-23T09:00:00+00:00",
            "next": "2026-11-23T14:00:00+00:00",
            "next_label": "J-1",
            "jumps": True,
        }
    answered = await browser.post("/clock/jump", to="next")
    assert answered["now"] == "2026-11-23T14:00:00+00:00"
    await browser.post("/clock/jump", to=90)
    assert clock.at == NOW + timedelta(hours=6, minutes=30)


async def test_what_is_overdue_does_not_turn_the_clock_back(browser: Browser, clock: Time) -> None:
    clock.due = (NOW - timedelta(hours=1), "late")
    await browser.post("/clock/jump", to="next")
    assert clock.at == NOW


@pytest.mark.parametrize(
    ("to", "status"), [(-5, 400), ("tomorrow", 400), (10**9, 400), (True, 400)]
)
async def test_jumps_that_are_refused(
    browser: Browser, clock: Time, to: object, status: int
) -> None:
    assert (await browser.send("/clock/jump", json={"to": to}))[0] == status
    assert clock.at == NOW


async def test_nothing_to_jump_to(browser: Browser, clock: Time) -> None:
    clock.due = None
    status, answer = await browser.send("/clock/jump", json={"to": "next"})
    assert (status, answer["error"]) == (409, "Nothing is due.")


async def test_a_clock_that_does_not_jump(browser: Browser) -> None:
    status, _ = await browser.send("/clock/jump", json={"to": 60})
    assert status == 409
