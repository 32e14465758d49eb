"""A coordinator finds a request again by a word."""

from bot.demo.world import DemoWorld
from tests.journeys.steps import register, request


async def test_a_word_finds_the_request_and_opens_its_card(world: DemoWorld) -> None:
    office = world.coordinator
    await register(world.client)
    await request(world.client)
    await office.sees("DEM-2026-0001 ·", chat=world.group)

    await office.says("/find hoché")
    shown = await office.sees("Une demande contient")
    assert shown.labels == ("DEM-2026-0001 · Bâti Nord · 12 rue Hoche",)
    await office.taps("DEM-2026-0001", on=shown)
    card = await office.sees("Badge à l’accueil")
    assert any("devis" in label.lower() for label in card.labels)

    await office.says("nord")
    await office.sees("contient « nord »")


async def test_what_is_nowhere_and_how_to_ask(world: DemoWorld) -> None:
    office = world.coordinator
    await office.says("/find")
    await office.sees("/find hoche")
    await office.says("/find <b>rien")
    await office.sees("<b>rien")
    mark = office.mark()
    await office.says("n’importe quoi")
    await office.sees_after(mark, "Je n’ai pas compris")


async def test_others_find_nothing(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await request(client)
    home = await client.sees("DEM-2026-0001")
    await client.says("/find hoche")
    await client.sees("demander un devis")
    assert await client.presses("a:look:1:0", home) == "Ce bouton n’est pas pour vous."
