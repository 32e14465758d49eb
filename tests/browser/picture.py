"""`python -m tests.browser.picture docs/demo.png`: the README's picture, taken anew."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect

from tests.browser import chromium, starting, story
from tests.browser.phones import Desk, desk

MOST_BYTES = 400_000


def take(path: Path) -> None:
    """Play the story until the crew is at work, and photograph the three phones."""
    with (
        tempfile.TemporaryDirectory() as folder,
        starting.demo(Path(folder)) as address,
        chromium.launched() as browser,
    ):
        page = desk(browser)
        page.opens(address)
        _play(page)
        page.page.mouse.move(0, 0)
        expect(page.part("toast")).to_have_count(0)
        page.page.screenshot(path=path)
        assert page.faults == [], page.faults
    size = path.stat().st_size
    assert size <= MOST_BYTES, f"{size} bytes are too many for a README"


def _waits_for_day(page: Desk) -> None:
    """Set the clock to office hours: nobody plans a clearance at night."""
    clock = page.part("clock-now")
    while not 9 <= int(clock.inner_text()[-5:-3]) < 17:
        before = clock.inner_text()
        page.part("jump-hour").click()
        expect(clock).not_to_have_text(before)


def _play(page: Desk) -> None:
    _waits_for_day(page)
    first = story.first_day()
    story.registers(page.client)
    story.describes(page.client, first)
    story.quotes(page)
    story.agrees(page)
    story.plans(page, first)
    story.confirms(page)
    story.is_reminded(page)
    story.is_on_site(page)


if __name__ == "__main__":
    take(Path(sys.argv[1]))
