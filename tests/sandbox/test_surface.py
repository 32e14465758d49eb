"""What every method has in common: names, parameters, encodings, tokens."""

import asyncio
import inspect
import re

import aiohttp
import pytest
import telegram

from sandbox import Sandbox, SandboxPerson
from sandbox.methods import METHODS, Method
from tests.sandbox.line import Line, RefusedError

PTB_OWN = {
    *("self", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs"),
    *("filename", "contact", "location", "reply_to_message_id", "allow_sending_without_reply"),
    *("disable_web_page_preview",),
}
PTB_OWN_OF_GROUPS = {"caption", "parse_mode", "caption_entities"}
REQUIRED = {
    *("getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "sendMessage"),
    *("editMessageText", "editMessageReplyMarkup", "editMessageCaption", "editMessageMedia"),
    *("deleteMessage", "deleteMessages", "answerCallbackQuery", "sendPhoto", "sendDocument"),
    *("sendMediaGroup", "sendVoice", "sendLocation", "sendContact", "getFile", "setMyCommands"),
    *("setMessageReaction", "sendChatAction", "createForumTopic", "editForumTopic"),
    *("closeForumTopic", "pinChatMessage", "getChat", "getChatMember"),
}


def ptb_parameters(method: Method) -> set[str]:
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", method.name).lower()
    found = set(inspect.signature(getattr(telegram.Bot, name)).parameters) - PTB_OWN
    return found - PTB_OWN_OF_GROUPS if method.name == "sendMediaGroup" else found


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
def test_parameters_are_those_of_python_telegram_bot(method: Method) -> None:
    assert method.accepts == ptb_parameters(method)


def test_every_method_that_the_bot_needs_is_there() -> None:
    assert {method.name for method in METHODS.values()} >= REQUIRED


async def test_a_method_that_telegram_does_not_have(bot: Line) -> None:
    with pytest.raises(RefusedError) as refusal:
        await bot("sendTelepathy", chat_id=1)
    assert refusal.value.args == (404, "Not Found")


async def test_a_wrong_token(sandbox: Sandbox, bot: Line) -> None:
    bot.token = "7000000001:another"
    with pytest.raises(RefusedError) as refusal:
        await bot("getMe")
    assert refusal.value.args == (401, "Unauthorized")
    assert (await bot.get(f"/file/bot{bot.token}/photos/file_1.jpg"))[0] == 401


async def test_the_case_of_a_method_does_not_matter(bot: Line) -> None:
    assert (await bot("GETME"))["username"] == "r4_demo_bot"


async def test_get_me_says_who_the_bot_is(bot: Line) -> None:
    me = await bot("getMe")
    assert (me["id"], me["is_bot"], me["first_name"]) == (7_000_000_001, True, "R4")
    assert me["can_read_all_group_messages"] is False


async def test_parameters_come_in_a_query_string(bot: Line, claire: SandboxPerson) -> None:
    path = f"/bot{bot.token}/sendMessage?chat_id={claire.id}&text=Bonjour+Claire"
    status, _ = await bot.get(path)
    assert status == 200
    assert claire.screen[-1].text == "Bonjour Claire"


async def test_parameters_come_urlencoded(bot: Line, claire: SandboxPerson) -> None:
    markup = '{"inline_keyboard": [[{"text": "Oui", "callback_data": "y"}]]}'
    form = {"chat_id": str(claire.id), "text": "Prêt ?", "reply_markup": markup}
    await bot.form("sendMessage", {**form, "disable_notification": "true"})
    seen = claire.screen[-1]
    assert (seen.text, seen.buttons, seen.silent) == ("Prêt ?", (("Oui",),), True)


async def test_parameters_come_in_parts(bot: Line, claire: SandboxPerson) -> None:
    form = aiohttp.FormData({"chat_id": str(claire.id), "caption": "Le devis"})
    form.add_field("document", b"%PDF-1.7", filename="devis.pdf", content_type="application/pdf")
    await bot.form("sendDocument", form)
    seen = claire.screen[-1]
    assert (seen.kind, seen.name, seen.text) == ("document", "devis.pdf", "Le devis")
    assert await seen.bytes() == b"%PDF-1.7"


async def test_an_unknown_parameter_is_passed_over(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot("sendMessage", chat_id=claire.id, text="Bonjour", colour_of_bubble="green")
    assert sent["text"] == "Bonjour"


async def test_a_keyboard_that_is_no_json(bot: Line, claire: SandboxPerson) -> None:
    with pytest.raises(RefusedError, match="can't parse reply markup JSON object"):
        await bot("sendMessage", chat_id=claire.id, text="Bonjour", reply_markup="{")


async def test_a_body_that_is_no_object(bot: Line) -> None:
    url = f"{bot.url}/bot{bot.token}/getMe"
    async with bot.session.post(url, json=[1]) as answer:
        assert (await answer.json())["error_code"] == 400


async def test_more_than_50_megabytes(sandbox: Sandbox, bot: Line) -> None:
    reader, writer = await asyncio.open_connection(sandbox.server.host, sandbox.server.port)
    head = (
        f"POST /bot{bot.token}/sendDocument HTTP/1.1\r\nHost: x\r\nContent-Length: 50000001\r\n\r\n"
    )
    writer.write(head.encode())
    assert b" 413 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


async def test_calls_are_counted(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    await bot("sendMessage", chat_id=claire.id, text="un")
    await bot("sendmessage", chat_id=claire.id, text="deux")
    assert sandbox.calls["sendMessage"] == 2


@pytest.mark.parametrize(
    ("method", "params", "fault"),
    [
        ("getUpdates", {"allowed_updates": "message"}, "can't parse allowed updates JSON object"),
        ("getUpdates", {"allowed_updates": {"a": 1}}, "can't parse allowed updates: expected"),
        ("sendMediaGroup", {"media": ["x"]}, "can't parse media: expected an Array of Object"),
        ("sendLocation", {"latitude": "north", "longitude": 2}, "latitude and longitude must be"),
        ("sendMessage", {"chat_id": "@somebody", "text": "x"}, "chat not found"),
    ],
)
async def test_values_of_the_wrong_sort(
    bot: Line, claire: SandboxPerson, method: str, params: dict[str, object], fault: str
) -> None:
    with pytest.raises(RefusedError, match=fault):
        await bot(method, **{"chat_id": claire.id, **params})


async def test_a_body_that_is_no_json(bot: Line) -> None:
    url = f"{bot.url}/bot{bot.token}/getMe"
    headers = {"Content-Type": "application/json"}
    async with bot.session.post(url, data=b"{", headers=headers) as answer:
        assert (await answer.json())["description"] == "Bad Request: object expected as parameters"
