"""Pictures drawn for the page: rooms, and the same rooms emptied."""

import io

from PIL import Image

from sandbox import Sandbox
from sandbox.pictures import room_picture
from tests.sandbox.browser import Browser


def test_a_room_is_drawn_the_same_for_the_same_seed() -> None:
    assert room_picture(7) == room_picture(7)
    assert room_picture(7) != room_picture(8)


def test_an_emptied_room_has_the_same_size_and_less_in_it() -> None:
    full, bare = room_picture(7), room_picture(7, emptied=True)
    with Image.open(io.BytesIO(full)) as image_file, Image.open(io.BytesIO(bare)) as other:
        assert image_file.size == other.size
        assert image_file.getpixel((5, 5)) == other.getpixel((5, 5))
    assert len(bare) < len(full)


async def test_emptied_pictures_show_the_rooms_sent_last(
    sandbox: Sandbox, browser: Browser
) -> None:
    client = sandbox.person("client")
    where = {"person": client.id, "chat": client.id}
    await browser.post("/phones/photos", **where, count=1)
    await browser.post("/phones/photos", **where, count=1)
    await browser.post("/phones/photos", **where, count=1, emptied=True)
    sent = [await seen.bytes() for seen in client.screen if seen.kind == "photo"]
    assert sent[1:] == [room_picture(200), room_picture(200, emptied=True)]
