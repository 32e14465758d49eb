"""The page for those who hear it, see little, or hold a small phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.phones import Desk, desk
from tests.browser.story import begins

pytestmark = pytest.mark.browser

MISNAMED = """() => [...document.querySelectorAll('[aria-label]')]
  .map((node) => [node.getAttribute('aria-label'), node.matches('button, a') ? node.innerText : ''])
  .filter(([name, words]) => /[\\p{L}\\d]/u.test(words))
  .filter(([name, words]) => !name.toLowerCase().includes(words.trim().toLowerCase()))"""

BROKEN_WORDS = """(node) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const broken = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    // An e-mail is no word: a long one may go on in the next line.
    const words = text.data.replace(/\\S+@\\S+/g, (mail) => ' '.repeat(mail.length));
    for (const word of words.matchAll(/[\\p{L}\\d]+/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (tops.size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""

CONTRAST = """(node) => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = (one) => (one <= 10.3 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  let behind = node;
  while (channels(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const both = [getComputedStyle(node).color, getComputedStyle(behind).backgroundColor];
  const [dark, bright] = both.map((colour) => light(channels(colour))).sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}"""


@pytest.fixture(params=[320, 390])
def small(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The page on a phone that is so many pixels wide."""
    window = desk(browser, size=(request.param, 844))
    window.opens(address)
    yield window
    window.page.context.close()


def contrast(node: Locator) -> float:
    found: float = node.evaluate(CONTRAST)
    return found


def test_what_a_button_shows_is_in_its_name(page: Desk) -> None:
    begins(page.client, "Inès")
    assert page.page.evaluate(MISNAMED) == []
    face = page.page.get_by_role("button", name=re.compile(r"^\w+.*: put on a phone")).first
    expect(face).to_be_visible()


def test_a_number_in_ones_own_bubble_is_readable_in_the_dark(page: Desk) -> None:
    page.page.emulate_media(color_scheme="dark")
    begins(page.client, "Noor")
    page.client.attaches("attach-person")
    page.client.says("Appelez le +33 6 39 98 00 01 ou écrivez à https://example.org /help")
    number = page.client.node.get_by_test_id("contact").locator("small").last
    assert contrast(number) >= 4.5
    for link in page.client.node.locator(".own .slot-text a, .own .said-command").all():
        assert contrast(link) >= 4.5


def test_the_box_that_is_written_in_is_framed(page: Desk) -> None:
    box = page.client.part("composer")
    box.focus()
    frame = box.locator("xpath=..")
    outline = "node => [getComputedStyle(node).outlineStyle, getComputedStyle(node).outlineWidth]"
    assert frame.evaluate(outline) == ["solid", "2px"]


def test_no_word_is_broken_on_a_small_phone(small: Desk) -> None:
    begins(small.client, "Sol")
    small.client.says("552 100 554 10004")
    small.client.asked("nom de votre entreprise")
    small.client.says("Anticonstitutionnellement Réaménagement & Associés")
    small.client.asked("Quel est votre nom")
    small.client.says("Claire Martin")
    small.client.shares("contact")
    expect(small.client.bubbles.last).to_have_attribute("data-from", "bot")
    assert small.client.node.evaluate(BROKEN_WORDS) == []


def test_the_whole_sentence_of_the_guide_is_read_on_a_small_phone(small: Desk) -> None:
    step = small.part("story-step")
    following = small.part("story-right")
    while True:
        whole = step.evaluate("node => node.scrollHeight <= node.clientHeight + 1")
        assert whole, step.inner_text()
        assert step.evaluate(BROKEN_WORDS) == []
        if following.is_disabled():
            break
        following.click()
