"""What was begun is kept: over /start and /new, behind another conversation, after a stop."""

import asyncio

import pytest
from sqlalchemy import func, select

from bot.demo.world import DemoWorld
from storage.tables import requests, sessions
from tests.journeys import moments, records
from tests.journeys.moments import REGISTRATION, REQUEST
from tests.journeys.steps import POSTAL_ADDRESS, register, request
from tests.journeys.tongue import Tongue

FRENCH = Tongue("fr")
ALREADY = "C’est déjà répondu 👍"


async def _begun(world: DemoWorld, upto: int = 3) -> None:
    """A registered client in the middle of a request."""
    await register(world.client)
    await moments.play(world.client, FRENCH, REQUEST[:upto])
    await moments.asked(world.client, FRENCH, REQUEST[upto])


@pytest.mark.parametrize("command", ["/start", "/new", "/devis"])
async def test_a_command_offers_to_go_on(world: DemoWorld, command: str) -> None:
    client = world.client
    await _begun(world)
    mark = client.mark()
    await client.says(command)
    offer = await client.sees_after(mark, "Vous avez une demande en cours")
    assert offer.labels == ("▶️ Continuer", "🗑 Tout recommencer")
    mark = client.mark()

    await client.taps("Continuer")

    await moments.asked(client, FRENCH, REQUEST[3], mark)
    assert await client.presses(offer.code("Continuer"), offer) == ALREADY
    assert await client.presses(offer.code("recommencer"), offer) == ALREADY
    await moments.play(client, FRENCH, REQUEST[3:])
    await client.sees("DEM-2026-0001")
    card = await world.coordinator.sees("DEM-2026-0001 ·", chat=world.group)
    assert "12 rue Hoche, 93500" in card.text


async def test_starting_anew_throws_the_answers_away_once(world: DemoWorld) -> None:
    client = world.client
    await _begun(world)
    await client.says("/new")
    offer = await client.sees("Vous avez une demande en cours")
    mark = client.mark()
    code = offer.code("recommencer")

    await asyncio.gather(client.presses(code, offer), client.presses(code, offer))

    await moments.asked(client, FRENCH, REQUEST[0], mark)
    assert [seen.text for seen in client.screen].count("Que faut-il faire ?") == 1
    ((state,),) = await records.rows(world, select(sessions.c.state))
    assert state["answers"] == {}


async def test_the_open_question_can_be_answered_under_the_offer(world: DemoWorld) -> None:
    client = world.client
    await _begun(world)
    await client.says("/start")
    offer = await client.sees("Vous avez une demande en cours")
    await client.says("Question par question")
    await moments.asked(client, FRENCH, REQUEST[4])

    assert await client.presses(offer.code("recommencer"), offer) == ALREADY
    await moments.play(client, FRENCH, REQUEST[4:])
    await client.sees("DEM-2026-0001")


async def test_new_with_nothing_answered_yet_asks_the_first_question(world: DemoWorld) -> None:
    await register(world.client)
    await moments.asked(world.client, FRENCH, REQUEST[0])
    mark = world.client.mark()
    await world.client.says("/new")
    await moments.asked(world.client, FRENCH, REQUEST[0], mark)


@pytest.mark.parametrize("command", ["/start", "/new"])
async def test_a_registration_goes_on_too(world: DemoWorld, command: str) -> None:
    client = world.client
    await moments.choose_language(client, FRENCH)
    await moments.play(client, FRENCH, REGISTRATION[:3])
    await moments.asked(client, FRENCH, REGISTRATION[3])
    await client.says(command)
    await client.sees("Votre inscription est commencée")
    mark = client.mark()
    await client.taps("Continuer")
    await moments.asked(client, FRENCH, REGISTRATION[3], mark)
    await moments.play(client, FRENCH, REGISTRATION[3:])
    await client.sees("Bâti Nord est enregistrée")


async def test_a_quote_agreed_in_the_middle_of_a_request_comes_back_to_it(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await client.taps("Nouvelle demande")
    await moments.play(client, FRENCH, REQUEST[:3])
    await moments.asked(client, FRENCH, REQUEST[3])
    await world.coordinator.taps("Envoyer le devis", chat=world.group)

    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Jeanne Duval")
    await client.sees("Quelle est sa fonction")
    await client.says("Directrice")
    await client.sees("adresse postale")
    await client.says(POSTAL_ADDRESS)
    await client.sees("Votre accord sur DEV-2026-0001")

    back = await client.sees("On reprend là où vous étiez")
    assert "Comment continuer" in back.text
    await moments.play(client, FRENCH, REQUEST[3:])
    await client.sees("DEM-2026-0002")


async def test_a_short_answer_stopped_comes_back_to_the_request_too(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await client.taps("Nouvelle demande")
    await moments.play(client, FRENCH, REQUEST[:3])
    await moments.asked(client, FRENCH, REQUEST[3])
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")

    await client.taps("Arrêter")

    await client.sees("✖ Arrêté. Rien n’a été envoyé.")
    back = await client.sees("On reprend là où vous étiez")
    assert "Comment continuer" in back.text


async def test_new_behind_an_open_answer_offers_the_request(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await client.taps("Nouvelle demande")
    await moments.play(client, FRENCH, REQUEST[:3])
    await moments.asked(client, FRENCH, REQUEST[3])
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("/new")
    await client.sees("Vous avez une demande en cours")

    await client.taps("Continuer")

    back = await client.sees("On reprend là où vous étiez")
    assert "Comment continuer" in back.text


async def test_a_stopped_request_can_be_taken_up_again(world: DemoWorld) -> None:
    client = world.client
    await _begun(world)
    await client.taps("Arrêter")
    stopped = await client.sees("✖ Arrêté")
    await client.says("2")
    await client.sees("Je n’ai pas compris")
    mark = client.mark()

    await client.taps("Reprendre")

    await moments.asked(client, FRENCH, REQUEST[3], mark)
    assert await client.presses(stopped.code("Reprendre"), stopped) == ALREADY
    await moments.play(client, FRENCH, REQUEST[3:])
    await client.sees("DEM-2026-0001")


@pytest.mark.parametrize("command", ["/start", "/status"])
async def test_a_stopped_request_is_offered(world: DemoWorld, command: str) -> None:
    client = world.client
    await _begun(world)
    await client.taps("Arrêter")
    await client.sees("✖ Arrêté")
    mark = client.mark()

    await client.says(command)

    offer = await client.sees_after(mark, "Vous avez une demande en cours (12 rue Hoche)")
    await client.taps("Continuer", on=offer)
    await moments.asked(client, FRENCH, REQUEST[3], mark)
    assert await client.presses(offer.code("recommencer"), offer) == ALREADY


async def test_a_stopped_request_is_gone_once_another_is_begun(world: DemoWorld) -> None:
    client = world.client
    await _begun(world)
    await client.says("/cancel")
    stopped = await client.sees("✖ Arrêté")
    mark = client.mark()
    await client.says("/new")
    await moments.asked(client, FRENCH, REQUEST[0], mark)

    assert await client.presses(stopped.code("Reprendre"), stopped) == ALREADY
    await client.says("/cancel")
    nothing = await client.sees(lambda seen: "✖ Arrêté" in seen.text and not seen.buttons)
    assert nothing.buttons == ()
    await client.says("/cancel")
    await client.sees("Il n’y a rien à annuler")
    assert await records.rows(world, select(func.count()).select_from(requests)) == [(0,)]


async def test_stopping_takes_the_contact_button_away(world: DemoWorld) -> None:
    client = world.client
    await moments.choose_language(client, FRENCH)
    await moments.play(client, FRENCH, REGISTRATION[:4])
    await moments.asked(client, FRENCH, REGISTRATION[4])
    assert client.keyboard[0] == ("📱 Envoyer mon numéro",)

    await client.says("/cancel")

    await client.sees("Vos réponses sont gardées")
    assert client.keyboard == ()
    await client.taps("Reprendre")
    await client.sees("Votre numéro")
    await client.shares_contact()
    await client.sees("Bâti Nord est enregistrée")


async def test_a_coordinators_plan_waits_while_a_question_is_put(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client)
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Jeanne Duval")
    await client.sees("Quelle est sa fonction")
    await client.says("Directrice")
    await client.sees("adresse postale")
    await client.says(POSTAL_ADDRESS)
    await office.sees("Accord de Jeanne Duval", chat=world.group)
    await office.says("/start plan-1")
    await office.taps("lun. 14 déc.")
    await office.sees("À quelle heure")
    await office.says("/start ask-1")
    await office.sees("Quelle est votre question")
    await office.says("Quel code ?")
    await office.sees("Question envoyée")

    back = await office.sees("On reprend là où vous étiez")
    assert "À quelle heure" in back.text
    await office.taps("07:30")
    await office.sees("Qui y va")
