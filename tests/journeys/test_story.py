"""The story that the bot must carry, whole: from the first tap to the rated report."""

import io

from pypdf import PdfReader

from bot.demo.scenario import act_out
from bot.demo.world import DemoWorld
from sandbox import Seen


def paper(screen: tuple[Seen, ...], name: str) -> Seen:
    return next(seen for seen in screen if seen.name == name)


async def text_of(seen: Seen) -> str:
    reader = PdfReader(io.BytesIO(await seen.bytes()))
    return "\n".join(page.extract_text() for page in reader.pages)


async def test_the_story_from_the_first_tap_to_the_report(world: DemoWorld) -> None:
    await act_out(world)

    quote = await text_of(paper(world.client.screen, "DEV-2026-0001.pdf"))
    report = await text_of(paper(world.client.screen, "INT-2026-0001.pdf"))
    internal = await text_of(paper(world.group.screen, "INT-2026-0001.pdf"))
    assert "Bâti Nord" in quote
    assert "1 404,92" in quote.replace("\u202f", " ").replace("\xa0", " ")
    assert "61,5" in report
    assert "Moussa" not in report
    assert "Moussa" in internal
    assert world.sandbox.updates_pending() == 0
    assert world.sandbox.unanswered_taps() == 0
