"""Taps and their answers."""

import asyncio
from typing import Any

import pytest

from sandbox import Sandbox, SandboxPerson
from tests.sandbox.line import Line, RefusedError, asking, button, inline
from tests.sandbox.refusals import refusal

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def ask(
    bot: Line, person: SandboxPerson, *rows: list[dict[str, Any]], text: str = "?"
) -> None:
    await bot("sendMessage", chat_id=person.id, text=text, reply_markup=inline(*rows))


async def query(bot: Line) -> dict[str, Any]:
    found: dict[str, Any] = (await asking(bot, timeout=10))[-1]["callback_query"]
    return found


async def test_a_tap_tells_who_what_and_where(bot: Line, claire: SandboxPerson) -> None:
    await ask(bot, claire, [button("Oui", "y"), button("Non", "n")])
    tapping = asyncio.create_task(claire.taps("Non"))
    told = await query(bot)
    assert (told["data"], told["from"]["id"], told["message"]["text"]) == ("n", claire.id, "?")
    assert told["message"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Oui"
    await bot("answerCallbackQuery", callback_query_id=told["id"], text="Noté")
    assert await tapping == "Noté"


async def test_an_answer_without_words(bot: Line, claire: SandboxPerson, sandbox: Sandbox) -> None:
    await ask(bot, claire, [button("Oui", "y")])
    tapping = asyncio.create_task(claire.taps("Oui"))
    told = await query(bot)
    assert sandbox.unanswered_taps() == 1
    await bot("answerCallbackQuery", callback_query_id=told["id"])
    assert await tapping is None
    assert sandbox.unanswered_taps() == 0


async def test_a_second_answer_comes_too_late(bot: Line, claire: SandboxPerson) -> None:
    await ask(bot, claire, [button("Oui", "y")])
    await claire.taps("Oui", within=0)
    told = await query(bot)
    await bot("answerCallbackQuery", callback_query_id=told["id"])
    assert await refusal(bot, "answerCallbackQuery", callback_query_id=told["id"]) == TOO_OLD


async def test_an_answer_after_a_minute(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    await ask(bot, claire, [button("Oui", "y")])
    await claire.taps("Oui", within=0)
    told = await query(bot)
    tapped = sandbox.core.updates.wall()
    sandbox.core.updates.wall = lambda: tapped + 61
    assert await refusal(bot, "answerCallbackQuery", callback_query_id=told["id"]) == TOO_OLD


async def test_an_answer_to_nothing(bot: Line) -> None:
    assert await refusal(bot, "answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_answers_that_are_refused(bot: Line, claire: SandboxPerson) -> None:
    await ask(bot, claire, [button("Oui", "y")])
    await claire.taps("Oui", within=0)
    told = {"callback_query_id": (await query(bot))["id"]}
    assert await refusal(bot, "answerCallbackQuery", **told, text="x" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    assert await refusal(bot, "answerCallbackQuery", **told, url="https://r4.fr") == (
        "Bad Request: URL_INVALID"
    )
    link = "https://t.me/r4_demo_bot?start=x"
    assert await bot("answerCallbackQuery", **told, url=link, text="x" * 200)


async def test_the_newest_button_of_a_label_is_tapped(bot: Line, claire: SandboxPerson) -> None:
    await ask(bot, claire, [button("Oui", "old")])
    await ask(bot, claire, [button("Oui, encore", "long"), button("Oui", "new")])
    await claire.taps("Oui", within=0)
    assert (await query(bot))["data"] == "new"
    await claire.taps("Oui", index=1, within=0)
    assert (await query(bot))["data"] == "old"


async def test_a_button_on_a_given_bubble(bot: Line, claire: SandboxPerson) -> None:
    await ask(bot, claire, [button("Oui", "old")])
    first = claire.screen[-1]
    await ask(bot, claire, [button("Oui", "new")])
    await claire.taps("Oui", on=first, within=0)
    assert (await query(bot))["data"] == "old"


async def test_a_tap_waits_for_its_button(bot: Line, claire: SandboxPerson) -> None:
    tapping = asyncio.create_task(claire.taps("Oui"))
    await asyncio.sleep(0)
    await ask(bot, claire, [button("Oui", "y")])
    told = await query(bot)
    await bot("answerCallbackQuery", callback_query_id=told["id"], text="Noté")
    assert await tapping == "Noté"


async def test_a_button_that_is_not_there(bot: Line, claire: SandboxPerson) -> None:
    await ask(bot, claire, [button("Oui", "y")])
    with pytest.raises(AssertionError, match=r"(?s)Claire has no button 'Non'.*\[Oui\]"):
        await claire.taps("Non", within=0)


async def test_a_copied_callback(bot: Line, claire: SandboxPerson, sandbox: Sandbox) -> None:
    await ask(bot, claire, [button("Oui", "y")])
    omar = sandbox.person("omar", first_name="Omar")
    await omar.says("/start")
    await bot("sendMessage", chat_id=omar.id, text="rien à taper")
    await omar.presses(claire.screen[-1].code("Oui"), omar.last, within=0)
    told = await query(bot)
    assert (told["data"], told["from"]["first_name"]) == ("y", "Omar")


async def test_a_link_into_the_bot_starts_it(
    bot: Line, claire: SandboxPerson, sandbox: Sandbox
) -> None:
    link = {"text": "Répondre", "url": "https://t.me/r4_demo_bot?start=refuse_7-x"}
    group = sandbox.group("Coordination", [claire])
    await bot("sendMessage", chat_id=group.id, text="carte", reply_markup=inline([link]))
    await asking(bot)
    assert await claire.taps("Répondre", chat=group) is None
    said = (await asking(bot))[-1]["message"]
    assert (said["text"], said["chat"]["type"]) == ("/start refuse_7-x", "private")


async def test_a_link_elsewhere_is_opened(bot: Line, claire: SandboxPerson) -> None:
    await ask(bot, claire, [{"text": "Carte", "url": "https://www.openstreetmap.org"}])
    await claire.taps("Carte")
    assert claire.opened == ["https://www.openstreetmap.org"]
    assert await bot("getUpdates") == []


async def test_a_key_sends_its_text(bot: Line, claire: SandboxPerson) -> None:
    board = {"keyboard": [["Oui", "Non"]], "one_time_keyboard": True}
    await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=board)
    await claire.taps("Non")
    assert (await asking(bot))[-1]["message"]["text"] == "Non"
    assert claire.keyboard == ()


async def test_a_key_shares_the_own_contact(bot: Line, claire: SandboxPerson) -> None:
    board = {"keyboard": [[{"text": "Mon numéro", "request_contact": True}]]}
    await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=board)
    await claire.taps("numéro")
    contact = (await asking(bot))[-1]["message"]["contact"]
    assert contact == {
        "phone_number": claire.user.phone,
        "first_name": "Claire",
        "last_name": "Martin",
        "user_id": claire.id,
    }


async def test_a_key_shares_the_place(bot: Line, claire: SandboxPerson) -> None:
    board = {"keyboard": [[{"text": "Je suis là", "request_location": True}]]}
    await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=board)
    await claire.taps("là")
    place = (await asking(bot))[-1]["message"]["location"]
    assert place == {"latitude": 48.8938, "longitude": 2.4128}


async def test_the_commands_menu(bot: Line, claire: SandboxPerson) -> None:
    commands = [{"command": "help", "description": "Aide"}]
    scope = {"type": "chat", "chat_id": claire.id}
    await bot("setMyCommands", commands=commands, scope=scope, language_code="fr")
    assert await bot("getMyCommands", scope=scope, language_code="fr") == commands
    assert await bot("getMyCommands") == []
    await bot("deleteMyCommands", scope=scope, language_code="fr")
    assert await bot("getMyCommands", scope=scope, language_code="fr") == []


async def test_a_menu_for_a_chat_that_nobody_knows_is_refused(bot: Line) -> None:
    scope = {"type": "chat", "chat_id": 404}
    with pytest.raises(RefusedError, match="chat not found"):
        await bot("setMyCommands", commands=[{"command": "help", "description": "x"}], scope=scope)


@pytest.mark.parametrize(
    ("commands", "fault"),
    [
        ([{"command": "Aide", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "x", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_that_are_refused(
    bot: Line, commands: list[dict[str, str]], fault: str
) -> None:
    with pytest.raises(RefusedError, match=fault):
        await bot("setMyCommands", commands=commands)
