"""Two taps do one thing, and old buttons do nothing: each is answered, nothing is asked again."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.demo.world import DemoWorld
from domain.people import Role
from sandbox import SandboxPerson
from sandbox.seen import Seen
from sandbox.world import Message
from storage import people
from storage.engine import Database
from storage.tables import jobs, messages, quotes, requests, revisions, sessions
from tests.journeys import moments, records
from tests.journeys.moments import REGISTRATION, REQUEST
from tests.journeys.steps import POSTAL_ADDRESS, agree, register, request
from tests.journeys.tongue import Tongue

ALREADY = "C’est déjà répondu 👍"


async def _count(world: DemoWorld, table: object) -> int:
    (found,) = await records.rows(world, select(func.count()).select_from(table))  # type: ignore[arg-type]
    return int(found[0])


def _texts(person: SandboxPerson) -> list[str]:
    return [seen.text for seen in person.screen]


async def _twice(person: SandboxPerson, label: str, seen: Seen) -> tuple[str | None, str | None]:
    """Tap faster than anything can come back."""
    code = seen.code(label)
    return await asyncio.gather(person.presses(code, seen), person.presses(code, seen))


async def _state(world: DemoWorld) -> Sequence[object]:
    return await records.rows(world, select(sessions.c.id, sessions.c.turn, sessions.c.state))


def _codes(seen: Seen | None) -> list[str]:
    return [code for row in (seen.codes if seen else ()) for code in row if code]


def _turn(code: str) -> str:
    return code.rsplit(":", 1)[0]


async def test_every_button_of_every_old_prompt_is_answered_and_does_nothing(
    world: DemoWorld,
) -> None:
    client, tongue = world.client, Tongue("fr")
    await moments.choose_language(client, tongue)
    mark, old = -1, list[str]()
    for moment in (*REGISTRATION, *REQUEST):
        await moments.asked(client, tongue, moment, mark)
        before, texts = await _state(world), _texts(client)
        last = client.last
        assert last is not None
        for code in old:
            if _turn(code) not in map(_turn, _codes(last)):  # a category still leads to the others
                assert await client.presses(code, last) == ALREADY, (moment.name, code)
        assert await _state(world) == before
        assert _texts(client) == texts
        old = _codes(last)
        mark = client.mark()
        await moment.answer(client, tongue)
    done = await client.sees("DEM-2026-0001")
    for code in old:
        assert await client.presses(code, done) == ALREADY
    assert await _count(world, requests) == 1


class Hasty(SandboxPerson):
    """Taps everything twice, faster than anything can come back."""

    async def _tap(self, message: Message, button: dict[str, Any], within: float) -> str | None:
        tap = super()._tap
        both = await asyncio.gather(tap(message, button, within), tap(message, button, within))
        return both[0]


async def test_the_whole_story_with_every_button_tapped_twice(world: DemoWorld) -> None:
    client, tongue = Hasty(world.client.core, world.client.user), Tongue("fr")
    await moments.choose_language(client, tongue)
    await moments.play(client, tongue, (*REGISTRATION, *REQUEST))
    home = await client.sees("DEM-2026-0001")
    await world.sandbox.settled()

    asked = [seen.text for seen in client.screen if seen.from_bot]
    assert sum("Que faut-il faire" in text or "✓ Prestation" in text for text in asked) == 1
    assert await _count(world, requests) == 1
    assert await _count(world, sessions) == 0
    await client.sees_no_more(lambda seen: seen.buttons and seen.message_id != home.message_id)
    card = await world.coordinator.sees("DEM-2026-0001 ·", chat=world.group)
    assert "• 20 × Bureau droit 160x80, piètement acier (B)" in card.text


@pytest.mark.parametrize(
    ("label", "next_question"),
    [("Débarras", "Où est le chantier"), ("✖ Arrêter", "✖ Arrêté")],
)
async def test_a_double_tap_on_a_choice_moves_one_step(
    world: DemoWorld, label: str, next_question: str
) -> None:
    await register(world.client)
    asked = await world.client.sees("Que faut-il faire")
    before = len(world.client.screen)

    flashes = await _twice(world.client, label, asked)

    await world.client.sees(next_question)
    await world.sandbox.settled()
    assert ALREADY in flashes
    assert len(world.client.screen) == before


async def test_send_tapped_twice_is_one_request(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client, send=False)
    review = await world.client.sees("Tout est-il juste")

    await _twice(world.client, "Envoyer", review)

    await world.client.sees("DEM-2026-0001")
    assert await _count(world, requests) == 1
    summary = await world.client.sees("Tout est-il juste")
    assert "12 rue Hoche" in summary.text  # what was sent can still be read
    assert summary.buttons == ()


async def test_new_request_tapped_twice_asks_once(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    home = await world.client.sees("DEM-2026-0001")
    before = len(world.client.screen)

    flashes = await _twice(world.client, "Nouvelle demande", home)

    await world.client.sees("Que faut-il faire")
    await world.sandbox.settled()
    assert "👇 La question est juste en dessous." in flashes
    assert len(world.client.screen) == before + 2  # the known sites, and the question


async def test_a_quote_sent_by_two_coordinators_is_one_quote(world: DemoWorld) -> None:
    second = await _second_coordinator(world)
    await register(world.client)
    await request(world.client)
    card = await world.coordinator.sees("DEM-2026-0001 ·", chat=world.group)
    code = card.code("Envoyer le devis")

    flashes = await asyncio.gather(
        world.coordinator.presses(code, card), second.presses(code, card)
    )

    assert set(flashes) == {
        "Le devis part chez le client.",
        "Cela a changé entre-temps. Regardez la carte à jour.",
    }
    await world.client.sees("Devis DEV-2026-0001")
    assert await _count(world, quotes) == 1
    assert await _count(world, revisions) == 1
    assert [seen.kind for seen in world.client.screen].count("document") == 1


async def _second_coordinator(world: DemoWorld) -> SandboxPerson:
    office = world.sandbox.person("office2", first_name="Paul")
    await office.joins(world.group)
    db = Database(world.settings.database_url)
    async with db.begin(world.clock.now()) as tx:
        known = await people.meet(tx, office.id, first_name="Paul", language="fr")
        await people.give(tx, known, Role.COORDINATOR)
    await db.close()
    return office


async def test_accept_tapped_twice_and_again_later_agrees_once(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await request(client)
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    offer = await client.sees("Devis DEV-2026-0001")

    await _twice(client, "Accepter", offer)
    await client.sees("Qui donne son accord")
    await client.says("Jeanne Duval")
    await client.sees("Quelle est sa fonction")
    assert await client.taps("Accepter", on=offer) == "👇 La question est juste en dessous."
    await client.says("Directrice")
    await client.sees("adresse postale")
    await client.says(POSTAL_ADDRESS)
    await client.sees("Votre accord sur")
    assert [text for text in _texts(client) if "Qui donne son accord" in text] == [
        "Qui donne son accord ? (nom et prénom)"
    ]

    for label in ("Accepter", "Refuser"):
        assert await client.presses(offer.code(label), offer) == "✅ DEV-2026-0001 accepté"
    assert await _count(world, jobs) == 1


async def test_refuse_after_accept_was_begun_leaves_one_answer(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await request(client)
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Jeanne Duval")
    await client.sees("Quelle est sa fonction")

    await client.taps("Refuser")
    await client.taps("Le prix")
    await client.taps("Passer")

    await client.sees("C’est noté")
    await world.coordinator.sees("✖️ Devis refusé", chat=world.group)
    assert await _count(world, jobs) == 0
    assert await _count(world, sessions) == 0


async def test_a_question_is_replied_to_once(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client)
    await office.taps("Demander", chat=world.group)
    await office.sees("Quelle est votre question")
    await office.says("Y a-t-il un badge ?")
    asked = await client.sees("Y a-t-il un badge")
    await _twice(client, "Répondre", asked)
    await client.sees("Votre réponse")
    await client.says("Oui")
    await client.sees("c’est transmis")

    again = await client.presses(asked.code("Répondre"), asked)

    assert again == ALREADY
    assert (await client.sees("Y a-t-il un badge")).buttons == ()
    assert await _count(world, messages) == 2
    assert len([text for text in _texts(client) if "Votre réponse ?" in text]) == 1


async def test_the_prompt_of_the_last_words_loses_its_buttons(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await agree(world)

    await world.client.sees_no_more(
        lambda seen: "Quelle est sa fonction" in seen.text and seen.buttons
    )
    assert not [seen for seen in world.client.screen if "✖ Arrêter" in seen.labels]
