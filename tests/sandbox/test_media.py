"""Files up and down: photos, documents, voice, albums."""

import io
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox import Sandbox, SandboxPerson
from sandbox.pictures import room_picture, small_picture
from tests.sandbox.line import Line, RefusedError, asking
from tests.sandbox.refusals import refusal

PDF = b"%PDF-1.7 devis"


def parts(claire: SandboxPerson, **files: bytes) -> aiohttp.FormData:
    form = aiohttp.FormData({"chat_id": str(claire.id)})
    for name, content in files.items():
        kind = "application/pdf"
        form.add_field(name, io.BytesIO(content), filename=f"{name}.bin", content_type=kind)
    return form


async def download(bot: Line, file_id: str) -> bytes:
    file = await bot("getFile", file_id=file_id)
    status, content = await bot.get(f"/file/bot{bot.token}/{file['file_path']}")
    assert (status, len(content)) == (200, file["file_size"])
    return content


async def test_a_photo_of_a_person_can_be_fetched(bot: Line, claire: SandboxPerson) -> None:
    picture = small_picture(7)
    await claire.sends_photos([picture], ["le bureau"])
    message = (await asking(bot))[0]["message"]
    assert message["caption"] == "le bureau"
    sizes = message["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [(64, 48), (64, 48)]
    assert await download(bot, sizes[-1]["file_id"]) == picture


async def test_a_large_photo_comes_with_a_small_copy(bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_photos([room_picture(3)])
    small, large = (await asking(bot))[0]["message"]["photo"]
    assert (small["width"], large["width"]) == (90, 1280)
    file = await bot("getFile", file_id=small["file_id"])
    _, content = await bot.get(f"/file/bot{bot.token}/{file['file_path']}")
    assert Image.open(io.BytesIO(content)).size == (90, 68)


async def test_telegram_makes_jpegs_without_a_position(bot: Line, claire: SandboxPerson) -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "where it was taken"
    Image.new("RGB", (3000, 30)).save(out, "PNG", exif=exif)
    await claire.sends_photos([out.getvalue()])
    sent = (await asking(bot))[0]["message"]["photo"][-1]
    with Image.open(io.BytesIO(await download(bot, sent["file_id"]))) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (2560, 26), {})


async def test_an_album_comes_part_by_part(bot: Line, claire: SandboxPerson) -> None:
    seen = await claire.sends_photos(3)
    messages = [update["message"] for update in await asking(bot)]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert len({message["photo"][-1]["file_unique_id"] for message in messages}) == 3
    assert [one.message_id for one in seen] == [message["message_id"] for message in messages]
    shown = claire.screen[-1]
    assert (shown.kind, len(shown.parts)) == ("album", 3)


async def test_more_than_ten_pictures_are_two_albums(bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_photos(14)
    albums = [update["message"]["media_group_id"] for update in await asking(bot)]
    assert [albums.count(album) for album in dict.fromkeys(albums)] == [10, 4]


async def test_pictures_one_by_one(bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_photos(2, album=False)
    assert ["media_group_id" in u["message"] for u in await asking(bot)] == [False, False]


async def test_a_document_keeps_name_type_and_bytes(bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_document("plan.heic", b"heic", "image/heic", caption="le plan")
    message = (await asking(bot))[0]["message"]
    document = message["document"]
    assert (document["file_name"], document["mime_type"]) == ("plan.heic", "image/heic")
    assert message["caption"] == "le plan"
    assert await download(bot, document["file_id"]) == b"heic"


async def test_more_than_20_megabytes_cannot_be_fetched(bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_document("film.mov", b"x", "video/quicktime", size=25_000_000)
    document = (await asking(bot))[0]["message"]["document"]
    assert document["file_size"] == 25_000_000
    fault = await refusal(bot, "getFile", file_id=document["file_id"])
    assert fault == "Bad Request: file is too big"


async def test_a_file_that_nobody_sent(bot: Line, claire: SandboxPerson) -> None:
    assert await refusal(bot, "getFile", file_id="x") == "Bad Request: invalid file_id"
    assert (await bot.get(f"/file/bot{bot.token}/photos/file_9.jpg"))[0] == 404
    fault = await refusal(bot, "sendPhoto", chat_id=claire.id, photo="x")
    assert fault == "Bad Request: wrong file identifier/HTTP URL specified"
    fault = await refusal(bot, "sendPhoto", chat_id=claire.id)
    assert fault == "Bad Request: there is no photo in the request"


async def test_voice_sticker_and_video_of_a_person(bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_voice(7)
    await claire.sends_sticker("🛋️")
    await claire.sends_video(9, size=25_000_000)
    voice, sticker, video = (update["message"] for update in await asking(bot))
    assert (voice["voice"]["duration"], sticker["sticker"]["emoji"]) == (7, "🛋️")
    assert (video["video"]["duration"], video["video"]["file_size"]) == (9, 25_000_000)
    assert [seen.kind for seen in claire.screen[1:]] == ["voice", "sticker", "video"]


async def test_the_bot_sends_a_file_again_by_its_id(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot.form("sendDocument", parts(claire, document=PDF))
    again = await bot(
        "sendDocument", chat_id=claire.id, document=sent["document"]["file_id"], caption="encore"
    )
    assert again["document"] == sent["document"]
    assert await claire.screen[-1].bytes() == PDF
    fault = await refusal(bot, "sendPhoto", chat_id=claire.id, photo=sent["document"]["file_id"])
    assert fault == "Bad Request: can't use file of type Document as Photo"


async def test_the_bot_passes_on_a_photo(bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_photos([small_picture(4)])
    sizes = (await asking(bot))[0]["message"]["photo"]
    sent = await bot("sendPhoto", chat_id=claire.id, photo=sizes[-1]["file_id"])
    assert sent["photo"] == sizes
    fault = await refusal(bot, "sendDocument", chat_id=claire.id, document=sizes[0]["file_id"])
    assert fault == "Bad Request: can't use file of type Photo as Document"


async def test_a_photo_that_is_no_picture(bot: Line, claire: SandboxPerson) -> None:
    with pytest.raises(RefusedError, match="IMAGE_PROCESS_FAILED"):
        await bot.form("sendPhoto", parts(claire, photo=PDF))


async def test_an_empty_file(bot: Line, claire: SandboxPerson) -> None:
    with pytest.raises(RefusedError, match="file must be non-empty"):
        await bot.form("sendDocument", parts(claire, document=b""))


async def test_a_photo_of_more_than_10_megabytes(bot: Line, claire: SandboxPerson) -> None:
    with pytest.raises(RefusedError, match="file is too big"):
        await bot.form("sendPhoto", parts(claire, photo=bytes(10_000_001)))


async def test_a_voice_message_of_the_bot(bot: Line, claire: SandboxPerson) -> None:
    form = parts(claire, voice=b"OggS")
    form.add_field("duration", "4")
    sent = await bot.form("sendVoice", form)
    assert (sent["voice"]["duration"], await claire.screen[-1].bytes()) == (4, b"OggS")


async def test_a_caption_of_1024_characters_and_one_more(bot: Line, claire: SandboxPerson) -> None:
    form = parts(claire, document=PDF)
    form.add_field("caption", "é" * 1024)
    assert await bot.form("sendDocument", form)
    form = parts(claire, document=PDF)
    form.add_field("caption", "é" * 1025)
    with pytest.raises(RefusedError, match="Bad Request: message caption is too long"):
        await bot.form("sendDocument", form)


def album(claire: SandboxPerson, kinds: list[str]) -> aiohttp.FormData:
    """Attached files, as python-telegram-bot sends them."""
    form = aiohttp.FormData({"chat_id": str(claire.id)})
    media = [{"type": kind, "media": f"attach://f{n}"} for n, kind in enumerate(kinds)]
    media[0] |= {"caption": "<i>avant</i>", "parse_mode": "HTML"}
    form.add_field("media", str(media).replace("'", '"'))
    for n in range(len(kinds)):
        form.add_field(f"f{n}", small_picture(n), filename=f"{n}.jpg", content_type="image/jpeg")
    return form


async def test_an_album_of_the_bot(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot.form("sendMediaGroup", album(claire, ["photo"] * 4))
    assert len({message["media_group_id"] for message in sent}) == 1
    shown = claire.screen[-1]
    assert (shown.kind, len(shown.parts), shown.html) == ("album", 4, "<i>avant</i>")
    assert await shown.parts[2].bytes() == small_picture(2)


@pytest.mark.parametrize(
    ("kinds", "fault"),
    [
        (["photo"] * 11, "too many messages to send as an album"),
        (["photo"], "not enough messages to send as an album"),
        (["photo", "document"], "document can't be mixed with other media types"),
        (["photo", "voice"], "unsupported media type for an album"),
    ],
)
async def test_albums_that_are_refused(
    bot: Line, claire: SandboxPerson, kinds: list[str], fault: str
) -> None:
    with pytest.raises(RefusedError, match=f"Bad Request: {fault}"):
        await bot.form("sendMediaGroup", album(claire, kinds))
    assert len(claire.screen) == 1


async def test_the_same_picture_sent_twice_has_two_names(bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_photos([small_picture(1)])
    await claire.sends_photos([small_picture(1)])
    first, second = (update["message"]["photo"][-1] for update in await asking(bot))
    assert first["file_unique_id"] != second["file_unique_id"]


async def test_drawn_rooms_differ(sandbox: Sandbox) -> None:
    pictures: list[Any] = [room_picture(n) for n in range(4)]
    assert len(set(pictures)) == 4
    assert room_picture(0) == pictures[0]
    assert Image.open(io.BytesIO(pictures[0])).size == (1280, 960)
