"""Waiting, looking and the record of what was said."""

import asyncio

import pytest

from sandbox import CannotError, Sandbox, SandboxPerson, Seen
from tests.sandbox.line import Line, asking, button, inline


async def test_what_is_there_is_seen_at_once(claire: SandboxPerson) -> None:
    assert (await claire.sees("start", within=0)).text == "/start"


async def test_what_comes_is_waited_for(bot: Line, claire: SandboxPerson) -> None:
    waiting = asyncio.create_task(claire.sees("Bonjour"))
    await asyncio.sleep(0)
    await bot("sendMessage", chat_id=claire.id, text="Bonjour Claire")
    assert (await waiting).text == "Bonjour Claire"


async def test_a_change_in_place_is_waited_for(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot("sendMessage", chat_id=claire.id, text="1/3")
    waiting = asyncio.create_task(claire.sees(lambda seen: seen.edited))
    await asyncio.sleep(0)
    place = {"chat_id": claire.id, "message_id": sent["message_id"]}
    await bot("editMessageText", **place, text="2/3")
    assert (await waiting).text == "2/3"


async def test_what_does_not_come_shows_the_screen(bot: Line, claire: SandboxPerson) -> None:
    keys = inline([button("Oui", "y"), button("Non", "n")])
    await bot("sendMessage", chat_id=claire.id, text="Prêt ?", reply_markup=keys)
    await bot("sendMessage", chat_id=claire.id, text="Alors", reply_markup={"keyboard": [["Ici"]]})
    with pytest.raises(AssertionError) as missing:
        await claire.sees("Merci", within=0)
    assert str(missing.value).splitlines() == [
        "Claire does not see 'Merci':",
        "  Claire: /start",
        "  R4: Prêt ?",
        "      [Oui] [Non]",
        "  R4: Alors",
        "  keyboard: Ici",
    ]


async def test_only_what_is_new_counts_after_a_mark(bot: Line, claire: SandboxPerson) -> None:
    await bot("sendMessage", chat_id=claire.id, text="Prêt ?")
    mark = claire.mark()
    await claire.says("Prêt ?")
    with pytest.raises(AssertionError):
        await claire.sees_after(mark, "Prêt ?", within=0)
    await bot("sendMessage", chat_id=claire.id, text="Prêt ? (encore)")
    assert (await claire.sees_after(mark)).text == "Prêt ? (encore)"


async def test_what_goes_away_is_waited_for(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot("sendMessage", chat_id=claire.id, text="un instant")
    waiting = asyncio.create_task(claire.sees_no_more("instant"))
    await asyncio.sleep(0)
    assert not waiting.done()
    await bot("deleteMessage", chat_id=claire.id, message_id=sent["message_id"])
    await waiting
    with pytest.raises(AssertionError, match="is still there"):
        await claire.sees_no_more("start", within=0)


async def test_the_last_word_of_the_bot(bot: Line, claire: SandboxPerson) -> None:
    with pytest.raises(AssertionError, match="has said nothing to Claire"):
        _ = claire.last
    await bot("sendMessage", chat_id=claire.id, text="Bonjour")
    await claire.says("bonjour")
    assert claire.last.text == "Bonjour"


async def test_people_are_told_apart_by_their_key(sandbox: Sandbox) -> None:
    claire = sandbox.person("client", first_name="Claire", phone="+33639980001", language="en")
    assert sandbox.person("client").user is claire.user
    assert (claire.user.phone, claire.user.language) == ("+33639980001", "en")
    assert sandbox.person("crew").user.first_name == "Crew"
    assert [person.key for person in sandbox.people] == ["client", "crew"]
    assert sandbox.person("crew").user.phone != sandbox.person("other").user.phone


async def test_a_message_says_its_writers_language(sandbox: Sandbox, bot: Line) -> None:
    await sandbox.person("amal", first_name="Amal", language="ar").says("/start")
    sender = (await asking(bot))[0]["message"]["from"]
    assert (sender["first_name"], sender["language_code"]) == ("Amal", "ar")


async def test_a_long_text_goes_in_parts(bot: Line, claire: SandboxPerson) -> None:
    await claire.says("x" * 5000)
    assert [len(u["message"]["text"]) for u in await asking(bot)] == [4096, 904]


async def test_nobody_sends_nothing(claire: SandboxPerson) -> None:
    with pytest.raises(CannotError):
        await claire.says("  ")


async def test_a_contact_of_somebody_else(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    omar = sandbox.person("omar", first_name="Omar")
    await claire.shares_contact(of=omar)
    message = (await asking(bot))[0]["message"]
    assert message["contact"]["user_id"] == omar.id != message["from"]["id"]


async def test_a_place(bot: Line, claire: SandboxPerson) -> None:
    await claire.shares_location(48.9, 2.3)
    place = (await asking(bot))[0]["message"]["location"]
    assert place == {"latitude": 48.9, "longitude": 2.3}


async def test_a_reply_names_what_it_answers(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot("sendMessage", chat_id=claire.id, text="Quelle adresse ?")
    await claire.says("12 rue Hoche", reply_to=claire.last)
    original = (await asking(bot))[0]["message"]["reply_to_message"]
    assert original["message_id"] == sent["message_id"]


async def test_a_scripted_person_answers_by_a_hook(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    heard: list[tuple[str, str]] = []

    async def answer(person: SandboxPerson, seen: Seen) -> None:
        await person.says(f"re: {seen.text}")

    sandbox.on_send(lambda person, seen: heard.append((person.key, seen.text)))
    sandbox.on_send(answer)
    await bot("sendMessage", chat_id=claire.id, text="Adresse ?")
    await claire.sees("re: Adresse ?")
    group = sandbox.group("Coordination", [claire])
    await bot("sendMessage", chat_id=group.id, text="carte")
    assert heard == [("client", "Adresse ?")]


async def test_the_transcript_keeps_what_was_changed(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    lines: list[str] = []
    sandbox.on_line(lambda _, line: lines.append(line))
    keys = inline([button("Oui", "y")])
    sent = await bot("sendMessage", chat_id=claire.id, text="Prêt ?\nVraiment ?", reply_markup=keys)
    tapping = asyncio.create_task(claire.taps("Oui"))
    query = (await asking(bot, timeout=10))[-1]["callback_query"]
    await bot("answerCallbackQuery", callback_query_id=query["id"], text="Noté")
    await tapping
    place = {"chat_id": claire.id, "message_id": sent["message_id"]}
    await bot("editMessageText", **place, text="Merci")
    await bot("deleteMessage", **place)
    assert str(sandbox.transcript(claire)).splitlines() == [
        "Claire and the bot",
        "==================",
        "Claire: /start",
        "R4: Prêt ?",
        "    Vraiment ?",
        "    [Oui]",
        "Claire taps [Oui]",
        "    Claire sees flash up: Noté",
        "R4 (edited): Merci",
        "(deleted) R4 (edited): Merci",
    ]
    assert lines == list(sandbox.transcript(claire).lines[1:])


async def test_a_hundred_people_at_once(sandbox: Sandbox, bot: Line) -> None:
    people = [sandbox.person(f"p{n}") for n in range(100)]

    async def serve() -> None:
        offset = served = 0
        while served < len(people) * 5:
            updates = await bot("getUpdates", offset=offset, timeout=10)
            offset = updates[-1]["update_id"] + 1
            served += len(updates)
            messages = [update["message"] for update in updates]
            answers = [
                bot("sendMessage", chat_id=m["chat"]["id"], text=f"lu {m['text']}")
                for m in messages
            ]
            await asyncio.gather(*answers)

    async def talk(person: SandboxPerson) -> None:
        for turn in range(5):
            await person.says(f"tour {turn}")
            await person.sees(f"lu tour {turn}", within=30)

    serving = asyncio.create_task(serve())
    await asyncio.gather(*(talk(person) for person in people))
    await serving
    assert sandbox.calls["sendMessage"] == 500


async def test_a_long_text_of_emoji_goes_in_parts(bot: Line, claire: SandboxPerson) -> None:
    await claire.says("🛋" * 5000)
    sizes = [len(u["message"]["text"]) for u in await asking(bot)]
    assert sizes == [2048, 2048, 904]


async def test_a_caption_is_edited(bot: Line, claire: SandboxPerson) -> None:
    (photo,) = await claire.sends_photos(1, ["avant"])
    assert (await claire.edits(photo, "après")).text == "après"
    edited = (await asking(bot))[-1]["edited_message"]
    assert (edited["caption"], "photo" in edited) == ("après", True)


async def test_a_group_has_its_own_transcript(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    group = sandbox.group("Coordination", [claire])
    await bot("sendMessage", chat_id=group.id, text="carte")
    assert str(sandbox.transcript(group)) == "Coordination\n============\nR4: carte\n"


async def test_a_call_that_does_not_come(sandbox: Sandbox) -> None:
    with pytest.raises(AssertionError, match="sendMessage was not called 1 times"):
        await sandbox.called("sendMessage", within=0)


async def test_someone_who_knows_the_bot_can_be_written_to(sandbox: Sandbox, bot: Line) -> None:
    karim = sandbox.person("crew", started=True)
    await bot("sendMessage", chat_id=karim.id, text="Demain, 8 h")
    assert karim.last.text == "Demain, 8 h"


async def test_an_eye_cannot_tell_one_space_from_another(bot: Line, claire: SandboxPerson) -> None:
    keys = inline([button("Prêt\u202f?", "x")])
    await bot("sendMessage", chat_id=claire.id, text="12\u00a0kg\u202f!", reply_markup=keys)
    seen = await claire.sees("12 kg !")
    assert (seen.labels, seen.html) == (("Prêt ?",), "12\u00a0kg\u202f!")
