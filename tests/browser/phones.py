"""The page as a person handles it: only clicks and keys, and what can be seen."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

WITHIN = 20_000.0  # milliseconds
SIZE = (1400, 900)

expect.set_options(timeout=WITHIN)


@dataclass(frozen=True, slots=True)
class Phone:
    """One of the phones on the page."""

    page: Page
    index: int

    @property
    def node(self) -> Locator:
        return self.page.get_by_test_id(f"phone-{self.index}")

    @property
    def bubbles(self) -> Locator:
        return self.node.get_by_test_id("bubble")

    def part(self, name: str) -> Locator:
        """Find one of the phone's own parts: composer, send, attach, start."""
        return self.page.get_by_test_id(f"{name}-{self.index}")

    def says(self, text: str) -> None:
        """Write into the box and send with Enter."""
        self.part("composer").fill(text)
        self.part("composer").press("Enter")

    def sees(self, text: str | re.Pattern[str]) -> Locator:
        """Wait for a message with these words; give the newest."""
        found = self.bubbles.filter(has_text=text).last
        expect(found).to_be_visible()
        return found

    def asked(self, text: str) -> Locator:
        """Wait until the newest message has these words."""
        expect(self.bubbles.last).to_contain_text(text)
        return self.bubbles.last

    def button(self, label: str) -> Locator:
        """Find the newest button with these words."""
        return self.node.get_by_test_id("btn").filter(has_text=label).last

    def taps(self, label: str) -> None:
        self.button(label).click()

    def follows(self, label: str) -> None:
        """Tap a button that leads into the private chat, and be there."""
        self.taps(label)
        expect(self.node.get_by_test_id("tab-private")).to_have_attribute("aria-current", "true")

    def shares(self, kind: str) -> None:
        """Press the button of the keyboard: contact or location."""
        self.node.locator(f'[data-testid="key"][data-kind="{kind}"]').click()

    def attaches(self, what: str) -> None:
        """Choose from the paperclip's sheet: photos-3, attach-sticker."""
        self.part("attach").click()
        self.node.get_by_test_id(what).click()

    def agrees(self, words: str) -> None:
        """Read an alert and close it."""
        expect(self.node.get_by_test_id("alert")).to_contain_text(words)
        self.node.get_by_test_id("alert-ok").click()

    def opens(self, tab: str) -> None:
        """Turn to the group or to the private chat."""
        self.node.get_by_test_id(f"tab-{tab}").click()

    def is_handed_to(self, key: str) -> None:
        """Give the phone to a person of the demo."""
        self.part("holder").click()
        self.node.get_by_test_id(f"person-{key}").click()

    def is_handed_to_newcomer(self, name: str, language: str) -> None:
        """Give the phone to somebody who was never here."""
        self.part("holder").click()
        self.node.get_by_test_id("person-new").click()
        self.node.get_by_test_id("new-name").fill(name)
        self.node.get_by_test_id("new-language").select_option(language)
        self.node.get_by_test_id("new-add").click()
        expect(self.part("holder")).to_contain_text(name)


@dataclass(slots=True)
class Desk:
    """The whole page: three phones and the clock."""

    page: Page
    faults: list[str] = field(default_factory=list)

    @property
    def client(self) -> Phone:
        return Phone(self.page, 0)

    @property
    def crew(self) -> Phone:
        return Phone(self.page, 1)

    @property
    def coordinator(self) -> Phone:
        return Phone(self.page, 2)

    def part(self, name: str) -> Locator:
        return self.page.get_by_test_id(name)

    def opens(self, url: str) -> None:
        """Open the page and wait until it is there."""
        self.page.goto(url)
        self.ready()

    def ready(self) -> None:
        expect(self.page.locator("html[data-ready]")).to_have_count(1)

    def jumps(self, what: str) -> None:
        """Jump to this, past whatever of other people is due before it."""
        shown, button, label = self.part("jump-what"), self.part("jump-next"), ""
        expect(shown).to_contain_text(":")
        while what not in label:
            label, due = shown.inner_text(), button.get_attribute("data-due") or ""
            button.click()
            expect(button).not_to_have_attribute("data-due", due)  # two may share one minute


def desk(browser: Browser, *, size: tuple[int, int] = SIZE) -> Desk:
    """Open a browser of somebody who was never here; faults of the page are gathered."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="light",
        locale="fr-FR",
        timezone_id="Europe/Paris",
        reduced_motion="reduce",
    )
    context.set_default_timeout(WITHIN)
    found = Desk(context.new_page())
    found.page.on("console", _noting(found.faults))
    found.page.on("pageerror", lambda error: found.faults.append(str(error)))
    return found


def _noting(faults: list[str]) -> Callable[[ConsoleMessage], None]:
    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(message.text)

    return note
