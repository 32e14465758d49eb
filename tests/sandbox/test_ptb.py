"""python-telegram-bot against the sandbox: what it sends is understood, what it gets parses."""

import asyncio

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto
from telegram.constants import ChatMemberStatus

from sandbox import Sandbox, SandboxPerson
from sandbox.pictures import small_picture
from tests.sandbox.line import Line

OUI = InlineKeyboardMarkup([[InlineKeyboardButton("Oui", callback_data="y", style="success")]])


async def taken(ptb: telegram.Bot) -> tuple[telegram.Update, ...]:
    updates = await ptb.get_updates(timeout=10)
    await ptb.get_updates(offset=updates[-1].update_id + 1)
    return updates


async def test_a_conversation(ptb: telegram.Bot, claire: SandboxPerson) -> None:
    sent = await ptb.send_message(claire.id, "<b>Prêt</b> ?", "HTML", reply_markup=OUI)
    assert sent.text_html == "<b>Prêt</b> ?"
    tapping = asyncio.create_task(claire.taps("Oui"))
    query = (await taken(ptb))[-1].callback_query
    assert query is not None
    await query.answer("Noté")
    await query.edit_message_text("Merci")
    assert await tapping == "Noté"
    await claire.sees("Merci")


async def test_every_way_to_send(ptb: telegram.Bot, claire: SandboxPerson) -> None:
    me = claire.id
    reply = telegram.ReplyParameters(1)
    await ptb.send_message(me, "un", reply_parameters=reply, disable_notification=True)
    await ptb.send_photo(me, small_picture(1), caption="deux")
    await ptb.send_document(me, b"%PDF", filename="trois.pdf")
    await ptb.send_voice(me, b"OggS", duration=3)
    await ptb.send_location(me, 48.9, 2.4)
    await ptb.send_contact(me, "+33639980009", "Karim")
    photos = [InputMediaPhoto(small_picture(n), caption=f"{n}") for n in range(3)]
    assert len(await ptb.send_media_group(me, photos)) == 3
    files = [InputMediaDocument(b"a", filename="a.txt"), InputMediaDocument(b"b", filename="b.txt")]
    assert len(await ptb.send_media_group(me, files)) == 2
    await ptb.send_chat_action(me, "typing")
    kinds = [seen.kind for seen in claire.screen[1:]]
    assert " ".join(kinds) == "text photo document voice location contact album album"
    assert (claire.screen[3].name, claire.screen[1].silent) == ("trois.pdf", True)


async def test_every_way_to_change(ptb: telegram.Bot, claire: SandboxPerson) -> None:
    text = await ptb.send_message(claire.id, "un", reply_markup=OUI)
    await text.edit_text("deux")
    with pytest.raises(telegram.error.BadRequest, match="Message is not modified"):
        await text.edit_text("deux")
    await text.edit_reply_markup(OUI)
    await text.set_reaction("👍")
    file = await ptb.send_document(claire.id, b"%PDF", filename="a.pdf", caption="avant")
    await file.edit_caption("après")
    media = InputMediaDocument(b"%PDF-2", filename="b.pdf", caption="neuf")
    await file.edit_media(media)
    assert (claire.last.name, claire.last.text) == ("b.pdf", "neuf")
    await file.delete()
    await ptb.delete_messages(claire.id, [text.message_id])
    assert [seen.text for seen in claire.screen] == ["/start"]


async def test_everything_that_people_send_parses(
    sandbox: Sandbox, ptb: telegram.Bot, claire: SandboxPerson
) -> None:
    group = sandbox.group("Coordination", [claire], forum=True)
    await claire.sends_photos(2, ["avant"])
    await claire.sends_document("plan.pdf", b"%PDF")
    await claire.sends_voice()
    await claire.sends_sticker()
    await claire.sends_video()
    await claire.shares_contact()
    await claire.shares_location()
    await claire.edits(await claire.says("faute"), "juste")
    await sandbox.person("karim").joins(group)
    await claire.blocks_bot()
    updates = await taken(ptb)
    assert all(update.effective_chat for update in updates)
    assert updates[-1].my_chat_member is not None
    photo = updates[1].message
    assert photo is not None
    content = await (await photo.photo[-1].get_file()).download_as_bytearray()
    assert bytes(content) == small_picture(0)


async def test_chats_topics_and_members(
    sandbox: Sandbox, ptb: telegram.Bot, claire: SandboxPerson
) -> None:
    group = sandbox.group("Coordination", [claire], forum=True)
    chat = await ptb.get_chat(group.id)
    assert (chat.is_forum, chat.title) == (True, "Coordination")
    assert (await ptb.get_chat(claire.id)).first_name == "Claire"
    topic = await ptb.create_forum_topic(group.id, "un")
    await ptb.edit_forum_topic(group.id, topic.message_thread_id, name="deux")
    await ptb.close_forum_topic(group.id, topic.message_thread_id)
    sent = await ptb.send_message(group.id, "carte", message_thread_id=topic.message_thread_id)
    await sent.pin()
    member = await ptb.get_chat_member(group.id, ptb.id)
    assert member.status == ChatMemberStatus.ADMINISTRATOR
    assert (await ptb.get_chat_member(group.id, claire.id)).status == ChatMemberStatus.MEMBER


async def test_a_webhook_is_set_and_deleted(ptb: telegram.Bot) -> None:
    await ptb.set_webhook("https://r4.fr/hook", max_connections=100, secret_token="s")
    assert (await ptb.get_webhook_info()).max_connections == 100
    await ptb.delete_webhook()
    await ptb.set_my_commands([("help", "Aide")])


async def test_refusals_are_those_that_it_knows(
    sandbox: Sandbox, ptb: telegram.Bot, claire: SandboxPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    sandbox.faults.too_many("sendMessage", retry_after=3)
    with pytest.raises(telegram.error.RetryAfter):
        await ptb.send_message(claire.id, "x")
    sandbox.faults.breaks("sendMessage", status=502)
    with pytest.raises(telegram.error.NetworkError):
        await ptb.send_message(claire.id, "x")
    sandbox.faults.resets("sendMessage")
    with pytest.raises(telegram.error.NetworkError):
        await ptb.send_message(claire.id, "x")
    await claire.blocks_bot()
    with pytest.raises(telegram.error.Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(claire.id, "x")


async def test_a_migrated_group_is_known(
    sandbox: Sandbox, ptb: telegram.Bot, claire: SandboxPerson
) -> None:
    group = sandbox.group("Bureau", [claire], supergroup=False)
    old = group.id
    await claire.upgrades(group)
    with pytest.raises(telegram.error.ChatMigrated) as moved:
        await ptb.send_message(old, "x")
    assert moved.value.new_chat_id == group.id


async def test_two_pollers(ptb: telegram.Bot, sandbox: Sandbox, bot: Line) -> None:
    first = asyncio.create_task(ptb.get_updates(timeout=20))
    await sandbox.called("getUpdates")
    second = asyncio.create_task(bot("getUpdates", timeout=20))
    with pytest.raises(telegram.error.Conflict):
        await first
    await sandbox.person("client").says("/start")
    assert len(await second) == 1
