"""Changes to messages: in place, once, and only where Telegram lets a bot."""

from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox, SandboxPerson
from sandbox.pictures import small_picture
from tests.sandbox.line import Line, button, inline
from tests.sandbox.refusals import refusal

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
YES = inline([button("Oui", "y")])


async def card(
    bot: Line, person: SandboxPerson, text: str = "carte", **more: Any
) -> dict[str, int]:
    """Chat and message of a new message of the bot."""
    sent = await bot("sendMessage", chat_id=person.id, text=text, **more)
    return {"chat_id": person.id, "message_id": sent["message_id"]}


async def test_a_text_changes_in_place(bot: Line, claire: SandboxPerson) -> None:
    place = await card(bot, claire, reply_markup=YES)
    changed = await bot("editMessageText", **place, text="<b>neuf</b>", parse_mode="HTML")
    assert (changed["text"], "edit_date" in changed, "reply_markup" in changed) == (
        "neuf",
        True,
        False,
    )
    seen = claire.screen[-1]
    assert (seen.text, seen.edited, seen.buttons, len(claire.screen)) == ("neuf", True, (), 2)


async def test_the_same_again_is_refused(bot: Line, claire: SandboxPerson) -> None:
    place = await card(bot, claire, "<b>carte</b>", parse_mode="HTML", reply_markup=YES)
    same = {**place, "text": " <strong>carte</strong>", "parse_mode": "HTML", "reply_markup": YES}
    assert await refusal(bot, "editMessageText", **same) == NOT_MODIFIED
    assert await refusal(bot, "editMessageReplyMarkup", **place, reply_markup=YES) == NOT_MODIFIED
    assert await bot("editMessageText", **{**same, "text": "carte"})


async def test_buttons_alone_are_no_edit_of_the_text(bot: Line, claire: SandboxPerson) -> None:
    place = await card(bot, claire, reply_markup=YES)
    await bot("editMessageReplyMarkup", **place)
    seen = claire.screen[-1]
    assert (seen.buttons, seen.edited) == ((), False)


@pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup"])
async def test_a_message_that_is_not_there(bot: Line, claire: SandboxPerson, method: str) -> None:
    fault = await refusal(bot, method, chat_id=claire.id, message_id=999, text="x")
    assert fault == "Bad Request: message to edit not found"


async def test_a_message_of_someone_else(bot: Line, claire: SandboxPerson) -> None:
    said = await claire.says("à moi")
    fault = await refusal(
        bot, "editMessageText", chat_id=claire.id, message_id=said.message_id, text="x"
    )
    assert fault == "Bad Request: message can't be edited"


async def test_a_message_with_a_reply_keyboard(bot: Line, claire: SandboxPerson) -> None:
    place = await card(bot, claire, reply_markup={"keyboard": [["Oui"]]})
    fault = await refusal(bot, "editMessageText", **place, text="x")
    assert fault == "Bad Request: message can't be edited"


async def test_limits_hold_for_edits(bot: Line, claire: SandboxPerson) -> None:
    place = await card(bot, claire)
    assert await refusal(bot, "editMessageText", **place, text=" ") == (
        "Bad Request: message text is empty"
    )
    assert await refusal(bot, "editMessageText", **place, text="x" * 4097) == (
        "Bad Request: message is too long"
    )
    assert claire.screen[-1].text == "carte"


async def document(bot: Line, claire: SandboxPerson) -> dict[str, int]:
    form = aiohttp.FormData({"chat_id": str(claire.id), "caption": "avant"})
    form.add_field("document", b"%PDF", filename="devis.pdf", content_type="application/pdf")
    sent = await bot.form("sendDocument", form)
    return {"chat_id": claire.id, "message_id": sent["message_id"]}


async def test_a_caption_changes(bot: Line, claire: SandboxPerson) -> None:
    place = await document(bot, claire)
    await bot("editMessageCaption", **place, caption="<i>après</i>", parse_mode="HTML")
    seen = claire.screen[-1]
    assert (seen.html, seen.name, seen.edited) == ("<i>après</i>", "devis.pdf", True)
    await bot("editMessageCaption", **place)
    assert claire.screen[-1].text == ""


async def test_text_and_caption_are_not_the_same(bot: Line, claire: SandboxPerson) -> None:
    place = await document(bot, claire)
    fault = await refusal(bot, "editMessageText", **place, text="x")
    assert fault == "Bad Request: there is no text in the message to edit"
    fault = await refusal(bot, "editMessageCaption", **await card(bot, claire), caption="x")
    assert fault == "Bad Request: there is no caption in the message to edit"


async def test_a_document_is_replaced_by_another(bot: Line, claire: SandboxPerson) -> None:
    place = await document(bot, claire)
    form = aiohttp.FormData({name: str(value) for name, value in place.items()})
    form.add_field("media", '{"type": "document", "media": "attach://new", "caption": "v2"}')
    form.add_field("new", b"%PDF-2", filename="devis-2.pdf", content_type="application/pdf")
    await bot.form("editMessageMedia", form)
    seen = claire.screen[-1]
    assert (seen.name, seen.text, await seen.bytes()) == ("devis-2.pdf", "v2", b"%PDF-2")


async def test_a_text_becomes_a_photo(bot: Line, claire: SandboxPerson) -> None:
    place = await card(bot, claire)
    form = aiohttp.FormData({name: str(value) for name, value in place.items()})
    form.add_field("media", '{"type": "photo", "media": "attach://p"}')
    form.add_field("p", small_picture(1), filename="p.jpg", content_type="image/jpeg")
    await bot.form("editMessageMedia", form)
    assert claire.screen[-1].kind == "photo"


async def test_media_of_no_known_type(bot: Line, claire: SandboxPerson) -> None:
    place = await document(bot, claire)
    fault = await refusal(bot, "editMessageMedia", **place, media={"type": "song", "media": "x"})
    assert fault == "Bad Request: can't parse InputMedia: unsupported type"


async def test_a_deleted_message_is_gone(bot: Line, claire: SandboxPerson) -> None:
    place = await card(bot, claire)
    assert await bot("deleteMessage", **place) is True
    assert [seen.text for seen in claire.screen] == ["/start"]
    fault = await refusal(bot, "deleteMessage", **place)
    assert fault == "Bad Request: message to delete not found"
    fault = await refusal(bot, "editMessageText", **place, text="x")
    assert fault == "Bad Request: message to edit not found"


async def test_after_48_hours_a_message_stays(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    place = await card(bot, claire)
    later = datetime.now(UTC) + timedelta(hours=49)
    sandbox.clock.now = lambda: later
    fault = await refusal(bot, "deleteMessage", **place)
    assert fault == "Bad Request: message can't be deleted for everyone"
    assert await bot("editMessageText", **place, text="mais change")


async def test_several_messages_are_deleted_at_once(bot: Line, claire: SandboxPerson) -> None:
    places = [await card(bot, claire, text) for text in ("un", "deux", "trois")]
    ids = [places[0]["message_id"], 999, places[2]["message_id"]]
    assert await bot("deleteMessages", chat_id=claire.id, message_ids=ids) is True
    assert [seen.text for seen in claire.screen] == ["/start", "deux"]
    fault = await refusal(bot, "deleteMessages", chat_id=claire.id, message_ids=[])
    assert fault == "Bad Request: message identifiers are not specified"


async def test_a_reaction_is_put_and_taken_away(bot: Line, claire: SandboxPerson) -> None:
    said = await claire.says("voilà")
    place = {"chat_id": claire.id, "message_id": said.message_id}
    await bot("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "👀"}])
    assert claire.screen[-1].reactions == ("👀",)
    await bot("setMessageReaction", **place, reaction=[])
    assert not claire.screen[-1].reactions


async def test_reactions_that_are_refused(bot: Line, claire: SandboxPerson) -> None:
    said = await claire.says("voilà")
    place = {"chat_id": claire.id, "message_id": said.message_id}
    sofa = {"type": "emoji", "emoji": "🛋️"}
    assert await refusal(bot, "setMessageReaction", **place, reaction=[sofa]) == (
        "Bad Request: REACTION_INVALID"
    )
    two = [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "👀"}]
    assert await refusal(bot, "setMessageReaction", **place, reaction=two) == (
        "Bad Request: REACTIONS_TOO_MANY"
    )
    assert await refusal(bot, "setMessageReaction", chat_id=claire.id, message_id=999) == (
        "Bad Request: message to react not found"
    )


async def test_a_photo_of_an_album_stays_a_photo(bot: Line, claire: SandboxPerson) -> None:
    form = aiohttp.FormData({"chat_id": str(claire.id)})
    form.add_field(
        "media", '[{"type":"photo","media":"attach://a"},{"type":"photo","media":"attach://a"}]'
    )
    form.add_field("a", small_picture(1), filename="a.jpg", content_type="image/jpeg")
    first, _ = await bot.form("sendMediaGroup", form)
    place = {"chat_id": claire.id, "message_id": first["message_id"]}
    media = {"type": "document", "media": first["photo"][0]["file_id"]}
    fault = await refusal(bot, "editMessageMedia", **place, media=media)
    assert fault == "Bad Request: can't use media of the specified type in the album"


async def test_a_message_of_a_group_is_deleted_at_any_age(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    group = sandbox.group("Coordination", [claire])
    sent = await bot("sendMessage", chat_id=group.id, text="carte")
    later = datetime.now(UTC) + timedelta(days=9)
    sandbox.clock.now = lambda: later
    assert await bot("deleteMessage", chat_id=group.id, message_id=sent["message_id"])
    assert list(group.screen) == []


async def test_a_caption_above_its_picture(bot: Line, claire: SandboxPerson) -> None:
    (photo,) = await claire.sends_photos(1)
    file_id = claire.core.world.messages[claire.id][photo.message_id].content["photo"][0]["file_id"]
    sent = await bot(
        "sendPhoto", chat_id=claire.id, photo=file_id, caption="x", show_caption_above_media=True
    )
    assert (sent["show_caption_above_media"], len(sent["photo"])) == (True, 2)
