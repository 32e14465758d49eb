"""The page itself: other scripts, small windows, keys only, wrong answers, markup."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser import story
from tests.browser.phones import Desk, Phone, desk
from tests.browser.story import begins

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=broken=1><b>Nord</b> & Co <script>broken=2</script>"
MOST_TABS = 60


def direction(node: Locator) -> str:
    found: str = node.evaluate("node => getComputedStyle(node).direction")
    return found


def test_right_to_left_names_and_words_run_from_the_right(page: Desk) -> None:
    page.client.is_handed_to_newcomer("ليلى", "ar")
    page.client.part("start").click()
    page.client.taps("Français")
    page.client.says("مرحبا، أحتاج إلى إخلاء مكتب")
    page.client.sees("أحتاج إلى إخلاء")
    said = page.client.bubbles.filter(has_text="أحتاج إلى إخلاء").first  # the bot repeats it

    assert direction(page.client.node) == "rtl"
    assert direction(said.locator(".foot")) == "rtl"
    french = page.client.sees("vos données")
    assert direction(french.locator(".foot")) == "ltr"
    mine, theirs = said.bounding_box(), french.bounding_box()
    assert mine is not None
    assert theirs is not None
    assert mine["x"] < theirs["x"]
    expect(page.client.part("commands")).to_be_visible()
    assert direction(page.crew.node) == "ltr"


@pytest.mark.parametrize("width", [360, 1000])
def test_a_narrow_window_keeps_every_phone_within_reach(
    browser: Browser, address: str, width: int
) -> None:
    window = desk(browser, size=(width, 800))
    window.opens(address)
    begins(window.client, f"Wide {width}")
    window.coordinator.node.scroll_into_view_if_needed()
    expect(window.coordinator.node).to_be_in_viewport(ratio=0.9)
    window.coordinator.opens("private")
    wide = window.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    assert window.faults == []
    window.page.context.close()


@dataclass(frozen=True, slots=True)
class Wrong:
    """What somebody does instead, and what the bot says to it."""

    phone: Phone

    def says(self, text: str, answer: str) -> None:
        count = self.phone.bubbles.count()
        self.phone.says(text)
        self._is_answered(count, answer)

    def attaches(self, what: str, answer: str) -> None:
        count = self.phone.bubbles.count()
        self.phone.attaches(what)
        self._is_answered(count, answer)

    def _is_answered(self, count: int, answer: str) -> None:
        expect(self.phone.bubbles).to_have_count(count + 2)
        self.phone.asked(answer)


def test_a_wrong_answer_is_answered_and_nothing_is_lost(page: Desk) -> None:
    client, wrong = page.client, Wrong(page.client)
    begins(client, "Malo")
    wrong.says("732 829 320 00075", "Un chiffre ne va pas")
    wrong.attaches("attach-sticker", "Quel est le numéro SIRET")
    wrong.attaches("attach-voice", "Quel est le numéro SIRET")
    client.says("130 025 265 00013")  # another company than in the walk
    client.asked("nom de votre entreprise")
    wrong.says("🪑", "nom de votre entreprise")
    client.says("Sièges & Fils")
    client.asked("✓ Entreprise : Sièges & Fils")
    client.says("Malo Le Goff")
    client.asked("téléphone")
    wrong.attaches("attach-pin", "téléphone")
    client.shares("contact")
    client.sees("Merci Malo Le Goff. Sièges & Fils est enregistrée")


def test_markup_is_shown_as_typed_and_does_nothing(page: Desk) -> None:
    client = page.client
    begins(client, "<i>Zoé</i>")
    client.says(story.SIRET)
    client.asked("nom de votre entreprise")
    client.says(MARKUP)
    echoed = client.asked("Quel est votre nom")

    expect(client.part("holder")).to_contain_text("<i>Zoé</i>")
    expect(client.bubbles.nth(-2)).to_contain_text(MARKUP)
    expect(echoed).to_contain_text("✓ Entreprise : <img src=x onerror=broken=1><b>Nord</b> & Co")
    assert client.bubbles.locator("img, script, .said-command:not(:text('/start'))").count() == 0
    assert page.page.evaluate("window.broken") is None


def test_a_question_is_answered_with_keys_alone(page: Desk) -> None:
    keys = page.page.keyboard
    page.client.is_handed_to_newcomer("Keys", "fr")
    reach(page, "Start")
    keys.press("Enter")
    page.client.button("Français").wait_for()
    reach(page, "Français")
    keys.press("Enter")
    page.client.button("J’ai compris").wait_for()
    reach(page, "J’ai compris")
    keys.press("Space")
    page.client.asked("SIRET")
    reach(page, "Message")
    keys.type(story.SIRET)
    keys.press("Enter")
    page.client.asked("nom de votre entreprise")


def reach(page: Desk, name: str) -> None:
    """Press Tab until the button or box of this name has the focus."""
    of_focus = """(({ tagName, textContent, ariaLabel }) =>
        ["BUTTON", "TEXTAREA"].includes(tagName) ? `${textContent} ${ariaLabel}` : ""
    )(document.activeElement)"""
    for _ in range(MOST_TABS):
        page.page.keyboard.press("Tab")
        if name in page.page.evaluate(of_focus):
            return
    raise AssertionError(f"{MOST_TABS} tabs do not lead to {name}")


def test_photos_open_large_and_turn(page: Desk) -> None:
    begins(page.client, "Nils")
    page.client.attaches("photos-3")
    page.client.node.get_by_test_id("photo").last.click()
    viewer = page.part("viewer")
    expect(viewer).to_contain_text("3 of 3")
    page.page.keyboard.press("ArrowLeft")
    expect(viewer).to_contain_text("2 of 3")
    loaded = viewer.locator("img").evaluate("async (img) => { await img.decode(); return true; }")
    assert loaded
    page.page.keyboard.press("Escape")
    expect(viewer).not_to_be_visible()


def test_a_link_in_the_group_leads_into_the_private_chat(page: Desk) -> None:
    page.coordinator.opens("group")
    page.coordinator.says("/help")
    page.coordinator.sees("Ici arrivent les demandes")
    page.coordinator.opens("private")
    page.coordinator.says("/status")
    page.coordinator.sees("À suivre")
