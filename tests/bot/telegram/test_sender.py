"""Letters reach people through refusals, outages and deaths, in order and as seldom as can be."""

from typing import Any

import pytest

from bot.telegram.client import Telegram
from bot.telegram.limits import Limits, SendLimits
from sandbox import Sandbox, SandboxPerson
from storage.engine import Database
from storage.outbox import Post
from tests.bot.office import DEAD, DROPPED, SENT, Hasty, Held, Office, prompt


@pytest.fixture
def office(db: Database, telegram: Telegram) -> Office:
    return Office(db, telegram)


def said(person: SandboxPerson) -> list[str]:
    return [seen.text for seen in person.screen if seen.from_bot]


async def test_letters_of_a_chat_arrive_in_order(office: Office, anna: SandboxPerson) -> None:
    async with office.open():
        await office.put(*(Post(anna.id, f"{n}") for n in range(9)))
        await anna.sees("8")

    assert said(anna) == [f"{n}" for n in range(9)]


async def test_a_refused_chat_waits_and_others_do_not(
    office: Office, sandbox: Sandbox, anna: SandboxPerson, bruno: SandboxPerson
) -> None:
    sandbox.faults.too_many("sendMessage", retry_after=1, chat_id=anna.id)
    async with office.open():
        await office.put(Post(anna.id, "one"), Post(anna.id, "two"), Post(bruno.id, "his"))
        last = await anna.sees("two")
        his = await bruno.sees("his")

    assert his.message_id < last.message_id
    assert said(anna) == ["one", "two"]


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_server_that_failed_is_asked_again(
    office: Office, sandbox: Sandbox, anna: SandboxPerson, status: int
) -> None:
    sandbox.faults.breaks("sendMessage", status=status, times=2)
    async with office.open():
        await office.put(Post(anna.id, "one"), Post(anna.id, "two"))
        await office.becomes({"one": SENT, "two": SENT})

    assert said(anna) == ["one", "two"]


async def test_a_connection_that_broke_is_opened_again(
    office: Office, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    sandbox.faults.resets("sendMessage")
    async with office.open():
        await office.put(Post(anna.id, "one"))
        await office.becomes({"one": SENT})

    assert said(anna) == ["one"]


async def test_a_question_that_perhaps_arrived_is_noted_as_shown_twice(
    office: Office, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    place = await office.asked(anna.id)
    sandbox.faults.resets("sendMessage", after=True)
    async with office.open():
        await office.put(prompt(place, "where?"))
        await office.becomes({"where?": SENT})

    assert said(anna) == ["where?", "where?"]
    assert (await office.stored(anna.id)).doubled_turn == 1


async def test_a_question_answered_meanwhile_is_not_asked_again(
    office: Office, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    place = await office.asked(anna.id)
    sandbox.faults.breaks("sendMessage", status=502)
    await office.put(prompt(place, "where?"))
    async with office.open():
        await sandbox.called("sendMessage")
        await office.asked(anna.id, turn=2)  # an answer to a copy came in
        await office.becomes({"where?": DROPPED})

    assert said(anna) == []


async def test_a_newer_version_takes_the_place_of_one_that_waits(
    office: Office, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    sandbox.faults.too_many("sendMessage", retry_after=1)
    async with office.open():
        await office.put(Post(anna.id, "old", card="job"))
        await sandbox.called("sendMessage")
        await office.put(Post(anna.id, "new", card="job"))
        await office.becomes({"old": DROPPED, "new": SENT})

    assert said(anna) == ["new"]


async def test_a_card_taken_back_is_deleted_and_comes_anew_later(
    office: Office, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    async with office.open():
        await office.put(Post(anna.id, "come?", KEYBOARDS["buttons"], card="job"))
        await anna.sees("come?")
        await office.put(Post(anna.id, "void", card="job", withdraw=True))
        await office.becomes({"come?": SENT, "void": SENT})
        await office.put(Post(anna.id, "again?", card="job", fresh=False))
        await anna.sees("again?")

    assert said(anna) == ["again?"]
    assert sandbox.calls["deleteMessage"] == 1


async def test_a_card_that_was_never_sent_is_taken_back_without_a_word(
    office: Office, anna: SandboxPerson
) -> None:
    async with office.open():
        await office.put(Post(anna.id, "void", card="job", withdraw=True))
        await office.becomes({"void": SENT})

    assert said(anna) == []


KEYBOARDS: dict[str, dict[str, Any]] = {
    "keyboard": {"keyboard": [["Share my number"]]},
    "no keyboard": {"remove_keyboard": True},
    "buttons": {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]},
}


@pytest.mark.parametrize("before", ["keyboard", "no keyboard"])
@pytest.mark.parametrize("at_once", [True, False])
async def test_a_message_with_a_keyboard_below_the_chat_is_never_edited(
    office: Office, sandbox: Sandbox, anna: SandboxPerson, before: str, at_once: bool
) -> None:
    first = Post(anna.id, "first", KEYBOARDS["buttons"], card="prompt")
    below = Post(anna.id, "below", KEYBOARDS[before], card="prompt")
    edited = Post(anna.id, "edited", KEYBOARDS["buttons"], card="prompt", fresh=False)
    async with office.open():
        await office.put(first)
        await office.becomes({"first": SENT})
        await office.put(below)
        await (
            office.becomes({"first": SENT, "below": SENT}) if not at_once else anna.sees("below")
        )
        await office.put(edited)
        await anna.sees("edited")
        await office.put(Post(anna.id, "last", card="prompt", fresh=False))
        await anna.sees("last")

    assert said(anna) == ["first", "below", "last"]
    assert sandbox.calls["editMessageReplyMarkup"] == 1  # the buttons of the first
    assert sandbox.calls["editMessageText"] == 1  # the last


async def test_a_letter_dies_after_enough_failures_and_the_next_one_goes(
    db: Database, telegram: Telegram, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    office = Office(db, telegram, Hasty(SendLimits(0, 0, 0)))
    sandbox.faults.breaks("sendMessage", times=8)
    async with office.open():
        await office.put(Post(anna.id, "poison"), Post(anna.id, "next"))
        await office.becomes({"poison": DEAD, "next": SENT})

    assert office.dead == ["poison"]
    assert sandbox.calls["sendMessage"] == 9


async def test_a_letter_that_is_refused_for_ever_dies(
    db: Database, telegram: Telegram, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    office = Office(db, telegram, Hasty(SendLimits(0, 0, 0), time=lambda: 0.0))
    office.limits.refused = lambda *_: False  # type: ignore[method-assign]
    sandbox.faults.too_many("sendMessage", times=1000)
    async with office.open():
        await office.put(Post(anna.id, "never"))
        await office.becomes({"never": DEAD})

    assert office.dead == ["never"]


async def test_words_that_telegram_cannot_read_die_at_once(
    office: Office, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    async with office.open():
        await office.put(Post(anna.id, "<b>broken"), Post(anna.id, "fine"))
        await office.becomes({"<b>broken": DEAD, "fine": SENT})

    assert office.dead == ["<b>broken"]
    assert sandbox.calls["sendMessage"] == 2


async def test_who_blocked_us_is_noted_and_nobody_is_alarmed(
    office: Office, anna: SandboxPerson
) -> None:
    await anna.blocks_bot()
    async with office.open():
        await office.put(Post(anna.id, "one"), Post(anna.id, "two"))
        await office.becomes({"one": DEAD, "two": DEAD})

    assert (office.dead, set(office.gone)) == ([], {anna.id})


async def test_a_telegram_out_of_reach_is_waited_for(db: Database) -> None:
    async with Sandbox() as found:
        telegram = Telegram(found.token, found.url)
        await telegram.initialize()
        anna_id = found.person("anna").id
    office = Office(db, telegram, Hasty(SendLimits(0, 0, 0)))
    async with office.open():
        await office.put(Post(anna_id, "patience"))
        await office.becomes({"patience": "claimed"})
        async with Sandbox(port=found.server.port) as back:
            await back.person("anna", started=True).sees("patience")
    await telegram.shutdown()

    assert office.dead == []


async def test_a_question_in_doubt_is_asked_again_if_it_still_stands(
    office: Office, anna: SandboxPerson, bruno: SandboxPerson
) -> None:
    hers = await office.asked(anna.id, turn=3)
    his = await office.asked(bruno.id, turn=3)
    await office.claimed_by_the_dead(prompt(hers, "hers"), prompt(his, "his", turn=2))
    async with office.open():
        await office.becomes({"hers": SENT, "his": DROPPED})

    assert (said(anna), said(bruno)) == (["hers"], [])
    assert (await office.stored(anna.id)).doubled_turn == 3
    assert (await office.stored(bruno.id)).doubled_turn is None


async def test_what_is_in_doubt_comes_last(office: Office, anna: SandboxPerson) -> None:
    await office.claimed_by_the_dead(Post(anna.id, "perhaps sent"))
    await office.put(Post(anna.id, "surely not"))
    async with office.open():
        await office.becomes({"perhaps sent": SENT, "surely not": SENT})

    assert said(anna) == ["surely not", "perhaps sent"]


async def test_what_is_in_doubt_does_not_wait_for_ever(
    office: Office, anna: SandboxPerson, bruno: SandboxPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.sender.DOUBT_SECONDS", 0.0)
    await office.claimed_by_the_dead(Post(bruno.id, "his"))
    office.limits.refused(anna.id, 600)  # hers is under way all the time
    await office.put(Post(anna.id, "hers"))
    async with office.open():
        await bruno.sees("his")


async def test_an_older_version_in_doubt_is_dropped(office: Office, anna: SandboxPerson) -> None:
    await office.claimed_by_the_dead(Post(anna.id, "old", card="job"))
    await office.put(Post(anna.id, "new", card="job"))
    async with office.open():
        await office.becomes({"old": DROPPED, "new": SENT})

    assert said(anna) == ["new"]


async def test_what_waits_for_its_turn_is_put_back_at_a_stop(
    db: Database, telegram: Telegram, anna: SandboxPerson
) -> None:
    limits = Held()
    office = Office(db, telegram, limits)
    async with office.open():
        await office.put(Post(anna.id, "one"), Post(anna.id, "two"))
        await limits.waiting.wait()
    put_back = await office.states()
    office.hire(Limits(SendLimits(0, 0, 0)))
    async with office.open():
        await office.becomes({"one": SENT, "two": SENT})

    assert put_back == {"one": "pending", "two": "pending"}
    assert said(anna) == ["one", "two"]


async def test_what_is_on_the_wire_at_a_stop_is_not_said_again(
    office: Office, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    sandbox.faults.latency = 0.2
    async with office.open():
        await office.put(Post(anna.id, "one"))
        await sandbox.called("sendMessage")
    office.hire(Limits(SendLimits(0, 0, 0)))
    async with office.open():
        await office.put(Post(anna.id, "two"))
        await anna.sees("two")

    assert said(anna) == ["one", "two"]


async def test_the_usual_limits_keep_telegram_content(
    db: Database, telegram: Telegram, sandbox: Sandbox, anna: SandboxPerson
) -> None:
    office = Office(db, telegram, Limits(SendLimits()))
    sandbox.faults.flood_control = True
    crowd = [sandbox.person(f"p{n}", started=True) for n in range(40)]
    posts = [Post(person.id, f"{person.key}") for person in crowd]
    posts += [Post(anna.id, f"{n}") for n in range(5)]
    async with office.open():
        await office.put(*posts)
        await office.becomes({post.text: SENT for post in posts})

    assert sandbox.calls["sendMessage"] == len(posts)
