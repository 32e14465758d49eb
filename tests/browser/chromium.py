"""A Chromium or Chrome of this machine, without a window."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",  # a container has no rights for one; the only page is our own
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REQUIRED = "R4_BROWSER_REQUIRED"


def path() -> str | None:
    """Find the first one on PATH."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def required() -> bool:
    """Tell whether a missing browser is a fault (CI) and not a reason to skip."""
    return os.environ.get(REQUIRED) == "1"


@contextmanager
def launched() -> Iterator[Browser]:
    """Run it while inside. Raises LookupError where there is none."""
    found = path()
    if found is None:
        raise LookupError(f"no Chromium or Chrome on PATH ({', '.join(NAMES)})")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()
