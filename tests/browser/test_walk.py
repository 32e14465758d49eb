"""A newcomer's walk: the whole story through the page."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import story
from tests.browser.phones import Desk

pytestmark = pytest.mark.browser


def test_the_story_from_the_first_tap_to_the_rated_report(page: Desk, tmp_path: Path) -> None:
    first = story.first_day()
    story.registers(page.client)
    story.describes(page.client, first)
    story.quotes(page)
    is_a_paper(page, story.reads(page, "DEV-"))
    story.agrees(page)
    story.plans(page, first)
    story.confirms(page)
    story.is_reminded(page)
    story.is_on_site(page)
    page.page.screenshot(path=tmp_path / "on-site.png")
    story.finishes(page)
    story.rates(page)
    is_a_paper(page, story.reads(page, "INT-"))
    expect(page.part("story-step")).to_contain_text("That was all")
    page.page.screenshot(path=tmp_path / "the-end.png")


def is_a_paper(page: Desk, address: str) -> None:
    """Check that the file that the viewer showed is a PDF."""
    answer = page.page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")
