"""A coordinator speaks with a client through the bot, which is silent until the chat ends."""

from datetime import timedelta

import pytest

from domain.people import Role
from domain.reminders import ReminderKind
from domain.requests import RequestEvent
from handlers.conversation.given import Given, SentOther, SentPhoto, SentVoice, SharedPlace, Typed
from handlers.routing.reminders import remind
from storage import events, media, people, relays, reminders, request_thread, requests
from storage.engine import Database
from storage.relays import Takeover
from storage.reminders import SAID, Reminder
from tests.conftest import NOW
from tests.handlers.contexts import buttons, follow, press, send, tap, told
from tests.trade import CLIENT, client, request_of, services

NADIA, OSCAR, SAM = 701, 702, 13
BACK = "🤖 Rendre au bot"


async def cast(db: Database, count: int = 1) -> list[int]:
    """Claire has asked; Nadia and Oscar are coordinators, Sam is nobody."""
    async with db.begin(NOW) as tx:
        person = await client(tx)
        for person_id, name in ((NADIA, "Nadia"), (OSCAR, "Oscar"), (SAM, "Sam")):
            known = await people.meet(tx, person_id, first_name=name, language="fr")
            if person_id != SAM:
                await people.give(tx, known, Role.COORDINATOR)
        return [(await request_of(tx, person)).id for _ in range(count)]


async def begun(db: Database) -> tuple[int, Takeover]:
    [request_id] = await cast(db)
    await follow(db, NADIA, "take", request_id)
    async with db.read(NOW) as tx:
        relay = await relays.of_request(tx, request_id)
    assert relay is not None
    return request_id, relay


async def new(db: Database, chat_id: int, before: list[str]) -> list[str]:
    """Tell what was said in a chat since then."""
    return (await told(db, chat_id))[len(before) :]


async def test_both_are_told_that_a_person_is_there_now(db: Database) -> None:
    request_id, relay = await begun(db)

    assert (relay.client_id, relay.coordinator_id) == (CLIENT, NADIA)
    assert "Nadia vous répond en personne" in (await told(db, CLIENT))[-1]
    assert "Vous parlez avec <b>Claire Martin</b>" in (await told(db, NADIA))[-1]
    assert list(await buttons(db, NADIA)) == [BACK]
    async with db.read(NOW) as tx:
        assert ("taken_over", NADIA) in await events.of(tx, "request", request_id)


async def test_words_go_to_the_other_side_as_they_were_written_and_stay_in_the_thread(
    db: Database,
) -> None:
    request_id, _ = await begun(db)
    await send(db, CLIENT, Typed("Un <b>piano</b> & deux armoires"))
    await send(db, NADIA, Typed("Quel étage ?"))

    assert "Un &lt;b&gt;piano&lt;/b&gt; &amp; deux armoires" in (await told(db, NADIA))[-1]
    assert "Quel étage" in (await told(db, CLIENT))[-1]
    async with db.read(NOW) as tx:
        thread = await request_thread.thread(tx, request_id)
    assert [(one.from_client, one.text) for one in thread] == [
        (True, "Un <b>piano</b> & deux armoires"),
        (False, "Quel étage ?"),
    ]


async def test_what_was_said_in_it_is_no_question_that_waits_for_the_client(db: Database) -> None:
    request_id, _ = await begun(db)
    await send(db, CLIENT, Typed("Peut-on venir lundi ?"))
    await send(db, NADIA, Typed("Oui, à 8 h. Qui ouvre ?"))
    await press(db, NADIA, BACK)
    await send(db, CLIENT, command="status")

    home = (await told(db, CLIENT))[-1]
    assert "répondre à notre question" not in home
    await tap(db, CLIENT, "mine", request_id)
    assert "Qui ouvre" not in (await told(db, CLIENT))[-1]
    assert not any("Répondre" in label for label in await buttons(db, CLIENT))
    async with db.begin(NOW) as tx:
        await request_thread.say(tx, request_id, NADIA, "Quel code ?", from_client=False)
    await tap(db, CLIENT, "mine", request_id)
    assert "Quel code" in (await told(db, CLIENT))[-1]


async def test_a_place_on_the_map_goes_over_in_figures(db: Database) -> None:
    await begun(db)
    await send(db, CLIENT, SharedPlace(48.9, 2.4))

    assert "48.90000, 2.40000" in (await told(db, NADIA))[-1]


@pytest.mark.parametrize(
    "given", [SentPhoto("f-1", "u-1", 900, "Le couloir"), SentVoice("f-2", "u-2", 3, 900)]
)
async def test_files_go_to_the_other_side_and_stay_with_the_request(
    db: Database, given: Given
) -> None:
    request_id, _ = await begun(db)
    await send(db, CLIENT, given)

    async with db.read(NOW) as tx:
        [(_, medium, _)] = await media.attached(tx, "request", request_id)
        [message] = await request_thread.thread(tx, request_id)
    assert medium.unique_id in {"u-1", "u-2"}
    assert message.kind == medium.kind


async def test_what_cannot_be_relayed_is_said_to_who_sent_it_only(db: Database) -> None:
    request_id, _ = await begun(db)
    before = await told(db, NADIA)
    await send(db, CLIENT, SentOther("sticker"))

    assert "Je ne peux transmettre que du texte" in (await told(db, CLIENT))[-1]
    assert await new(db, NADIA, before) == []
    async with db.read(NOW) as tx:
        assert await request_thread.thread(tx, request_id) == []


async def test_a_command_of_the_coordinator_does_not_reach_the_client(db: Database) -> None:
    await begun(db)
    hers, theirs = await told(db, NADIA), await told(db, CLIENT)
    await send(db, NADIA, command="crew")

    assert "Vous parlez avec" in (await new(db, NADIA, hers) or await told(db, NADIA))[-1]
    assert await new(db, CLIENT, theirs) == []


async def test_other_buttons_wait_until_the_chat_is_over(db: Database) -> None:
    request_id, _ = await begun(db)
    toast = await tap(db, CLIENT, "again", request_id)

    assert toast is not None
    assert "Une personne est dans cette conversation" in toast.text
    assert toast.alert


async def test_another_coordinator_is_told_who_speaks_with_the_client(db: Database) -> None:
    request_id, relay = await begun(db)
    await follow(db, OSCAR, "take", request_id)

    assert "Nadia parle déjà avec ce client" in (await told(db, OSCAR))[-1]
    async with db.read(NOW) as tx:
        assert await relays.of_request(tx, request_id) == relay
        assert (await people.get(tx, OSCAR)).takeover_id is None


async def test_a_coordinator_has_one_chat_at_a_time(db: Database) -> None:
    first, second = await cast(db, 2)
    async with db.begin(NOW) as tx:
        other = await people.meet(tx, 502, first_name="Hugo", language="fr")
        other = await people.change(tx, other, company_id=(await people.get(tx, CLIENT)).company_id)
        third = (await request_of(tx, other)).id
    await follow(db, NADIA, "take", first)
    for request_id in (second, third):
        await follow(db, NADIA, "take", request_id)
        async with db.read(NOW) as tx:
            assert await relays.of_request(tx, request_id) is None

    assert any("Une conversation à la fois" in text for text in await told(db, NADIA))


async def test_a_request_that_is_decided_is_not_taken_over(db: Database) -> None:
    [request_id] = await cast(db)
    async with db.begin(NOW) as tx:
        request = await requests.get(tx, request_id)
        await requests.move(tx, request, RequestEvent.REFUSE, actor_id=OSCAR)
    await follow(db, NADIA, "take", request_id)

    async with db.read(NOW) as tx:
        assert await relays.of_request(tx, request_id) is None
    assert request.number in (await told(db, NADIA))[-1]


async def test_the_button_ends_the_chat_once_and_both_are_told(db: Database) -> None:
    request_id, relay = await begun(db)
    data = relay.id
    assert await press(db, NADIA, BACK) == ""
    toast = await tap(db, NADIA, "giveback", data)

    assert toast is not None
    assert "Le bot a repris la conversation avec Claire Martin" in (await told(db, NADIA))[-1]
    assert "Le bot est de retour" in (await told(db, CLIENT))[-1]
    async with db.read(NOW) as tx:
        trail = await events.of(tx, "request", request_id)
        assert [entry for entry in trail if entry[0] == "given_back"] == [("given_back", NADIA)]
        assert (await people.get(tx, CLIENT)).takeover_id is None


@pytest.mark.parametrize("stranger", [OSCAR, SAM, CLIENT])
async def test_nobody_but_who_took_it_over_gives_it_back(db: Database, stranger: int) -> None:
    request_id, relay = await begun(db)
    await tap(db, stranger, "giveback", relay.id)

    async with db.read(NOW) as tx:
        assert await relays.of_request(tx, request_id) == relay


async def due(db: Database, at: timedelta) -> Reminder | None:
    """Have what is due then done, as the ticks do."""
    async with db.begin(NOW + at) as tx:
        found = await reminders.claim(tx)
        if not isinstance(found, Reminder):
            return None
        await remind(tx, services(), found)
        await reminders.settle(tx, found.id, SAID)
        return found


async def test_a_chat_where_nobody_writes_any_more_goes_back_to_the_bot(db: Database) -> None:
    request_id, _ = await begun(db)
    found = await due(db, timedelta(days=1))
    assert found is not None
    assert found.kind is ReminderKind.TAKEOVER_END

    assert "Plus de message depuis longtemps" in (await told(db, NADIA))[-1]
    async with db.read(NOW) as tx:
        assert await relays.of_request(tx, request_id) is None
        assert ("given_back", None) in await events.of(tx, "request", request_id)
    assert await due(db, timedelta(days=2)) is None


async def test_a_chat_that_was_given_back_is_not_ended_a_second_time(db: Database) -> None:
    _, relay = await begun(db)
    await press(db, NADIA, BACK)

    assert await due(db, timedelta(days=2)) is None
    async with db.begin(NOW) as tx:
        assert not await relays.end(tx, relay)


async def test_after_the_chat_words_are_the_bots_again(db: Database) -> None:
    await begun(db)
    await press(db, NADIA, BACK)
    before = await told(db, NADIA)
    await send(db, CLIENT, Typed("Encore une chose"))

    assert not [text for text in await new(db, NADIA, before) if "Encore une chose" in text]
