"""One browser and one demo for the folder; a window for each test.

Playwright keeps the event loop of its thread running, so it must stop before other tests begin.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium, starting
from tests.browser.phones import Desk, desk


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if chromium.path() is None and not chromium.required():
        pytest.skip(f"no Chromium or Chrome on PATH: {', '.join(chromium.NAMES)}")
    with chromium.launched() as running:
        yield running


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a demo runs that all tests share."""
    with starting.demo(tmp_path_factory.mktemp("demo")) as url:
        yield url


@pytest.fixture
def window(browser: Browser) -> Iterator[Desk]:
    """An empty window; whatever the page complains about fails the test."""
    opened = desk(browser)
    yield opened
    opened.page.context.close()
    assert opened.faults == []


@pytest.fixture
def page(window: Desk, address: str) -> Desk:
    """The shared demo's page."""
    window.opens(address)
    return window
