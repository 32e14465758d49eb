"""People who block the bot or leave Telegram: told once to those who must know; back any time."""

from sqlalchemy import func, select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from storage.tables import outbox, people
from tests.journeys import moments, records
from tests.journeys.moments import REGISTRATION, REQUEST
from tests.journeys.steps import register, request
from tests.journeys.tongue import Tongue

FRENCH = Tongue("fr")
UNREACHED = "ne reçoit plus nos messages"


def _alerts(world: DemoWorld) -> list[str]:
    return [seen.text for seen in world.group.screen if "⚠️" in seen.text]


async def _blocked(world: DemoWorld) -> list[tuple[object, ...]]:
    c = people.c
    return await records.rows(world, select(c.id).where(c.blocked_at.is_not(None)))


async def _back(client: SandboxPerson, words: str) -> None:
    await client.unblocks_bot()
    await client.says("/start")
    await client.sees(words)


async def test_a_client_who_blocks_us_is_told_of_once_and_can_come_back(world: DemoWorld) -> None:
    client, office, group = world.client, world.coordinator, world.group
    await register(client)
    await request(client)
    await office.sees("DEM-2026-0001 ·", chat=group)
    await client.blocks_bot()
    await office.sees(UNREACHED, chat=group)
    await office.taps("Envoyer le devis", chat=group)
    await office.sees("DEV-2026-0001 envoyé", chat=group)
    await office.says("/start ask-1")
    await office.sees("Quelle est votre question")
    await office.says("Un badge ?")
    await office.sees("Question envoyée")
    dead = select(func.count()).where(outbox.c.state == "dead", outbox.c.chat_id == client.id)
    await records.become(world, dead, [(3,)])  # the document, the offer, the question
    assert await _blocked(world) == [(client.id,)]

    await _back(client, "Devis envoyé")
    assert await _blocked(world) == []
    await client.taps("📦 DEM-2026-0001")
    await client.taps("Voir le devis DEV-2026-0001")
    document = await client.sees(lambda seen: seen.kind == "document")
    assert document.name == "DEV-2026-0001.pdf"
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    assert len(_alerts(world)) == 1
    assert UNREACHED in _alerts(world)[0]


async def test_a_request_left_in_the_middle_waits_for_who_comes_back(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await moments.play(client, FRENCH, REQUEST[:3])
    await moments.asked(client, FRENCH, REQUEST[3])
    await client.blocks_bot()
    await world.coordinator.sees(UNREACHED, chat=world.group)

    await _back(client, "Vous avez une demande en cours")
    mark = client.mark()
    await client.taps("Continuer")
    await moments.asked(client, FRENCH, REQUEST[3], mark)
    await moments.play(client, FRENCH, REQUEST[3:])
    await client.sees("DEM-2026-0001")


async def test_an_answer_straight_after_coming_back_counts(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await moments.play(client, FRENCH, REQUEST[:3])
    await moments.asked(client, FRENCH, REQUEST[3])
    await client.blocks_bot()
    await client.unblocks_bot()
    await client.says("Question par question")
    await moments.asked(client, FRENCH, REQUEST[4])
    await world.sandbox.settled()
    assert await _blocked(world) == []


async def test_an_account_that_is_no_more_is_told_of_once(world: DemoWorld) -> None:
    client, office, group = world.client, world.coordinator, world.group
    await register(client)
    await request(client)
    await office.sees("DEM-2026-0001 ·", chat=group)
    await client.deletes_account()
    for words in ("Un badge ?", "Un code ?"):
        await office.says("/start ask-1")
        await office.sees("Quelle est votre question")
        mark = office.mark()
        await office.says(words)
        await office.sees_after(mark, "Question envoyée")
    await office.sees(UNREACHED, chat=group)
    await world.sandbox.settled()
    await office.taps("Envoyer le devis", chat=group)
    await world.sandbox.called("sendDocument")
    await office.sees("DEV-2026-0001 envoyé", chat=group)

    assert len(_alerts(world)) == 1
    assert "Claire Martin" in _alerts(world)[0]


async def test_nobody_is_alarmed_by_a_passer_by(world: DemoWorld) -> None:
    await moments.choose_language(world.client, FRENCH)
    await moments.play(world.client, FRENCH, REGISTRATION[:1])
    await world.client.blocks_bot()
    await world.sandbox.settled()
    assert _alerts(world) == []
    assert await _blocked(world) == [(world.client.id,)]


async def test_a_crew_member_who_blocks_us_is_told_of_by_name(world: DemoWorld) -> None:
    await world.crew[0].says("/status")
    await world.crew[0].sees("Bonjour")
    await world.crew[0].blocks_bot()
    await world.coordinator.sees(f"Moussa {UNREACHED}", chat=world.group)
    assert await records.rows(
        world, select(func.count()).where(people.c.blocked_at.is_not(None))
    ) == [(1,)]
