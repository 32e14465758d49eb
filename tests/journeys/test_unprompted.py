"""What a client writes outside any question reaches the coordinators, or is asked about."""

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from tests.journeys.counting import Counted
from tests.journeys.steps import quoted, register, request, sign


async def _request_again(person: SandboxPerson) -> None:
    client = Counted(person)
    await client.says("/new", "Que faut-il faire")
    await client.taps("🔁 Comme la dernière fois", "Envoyez des photos")
    await client.taps("Passer", "À partir de quel jour")
    await client.taps("lun. 30 nov.", "Jusqu’à quel jour")
    await client.taps("mer. 2 déc.", "Autre chose")
    await client.taps("Passer", "Tout est-il juste")
    await client.taps("Envoyer", "DEM-2026-0002")


async def test_words_outside_a_question_reach_the_coordinators(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    mark, heard = client.mark(), office.mark()

    await client.says("Le portail sera fermé jusqu’à 9 h")

    await client.sees_after(mark, "c’est transmis")
    await office.sees_after(heard, "Le portail sera fermé jusqu’à 9 h", chat=world.group)


async def test_photos_and_a_place_outside_a_question_reach_them_too(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    mark, heard = client.mark(), office.mark()

    await client.sends_photos(2)
    await client.sees_after(mark, "c’est transmis")
    await office.sees_after(heard, "📷 DEM-2026-0001", chat=world.group)
    mark, heard = client.mark(), office.mark()
    await client.shares_location(48.8936, 2.4023)

    await client.sees_after(mark, "c’est transmis")
    await office.sees_after(heard, "48.89360, 2.40230", chat=world.group)


async def test_a_wish_for_a_lower_price_is_offered_as_a_change(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await quoted(world)
    mark, heard = client.mark(), office.mark()

    await client.says("Pouvez-vous baisser le prix ?")
    offered = await client.sees_after(mark, "c’est transmis")
    await office.sees_after(heard, "Pouvez-vous baisser le prix", chat=world.group)
    await client.taps("Demander un changement", on=offered)

    await client.sees("Nous vous répondons ici")


async def test_words_of_an_order_are_offered_as_the_order(world: DemoWorld) -> None:
    client = world.client
    await quoted(world)
    await sign(client)
    mark = client.mark()

    await client.says("Notre commande est BC-4512")
    offered = await client.sees_after(mark, "c’est transmis")
    await client.taps("Bon de commande", on=offered)

    await client.sees("BC-4512")


async def test_with_several_requests_one_tap_says_which(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await _request_again(client)
    mark = client.mark()

    await client.says("Attention, sol fragile")
    await client.sends_photos(1)
    asked = await client.sees_after(mark, "De quelle demande")
    heard = office.mark()
    await client.taps("DEM-2026-0001", on=asked)

    card = await office.sees_after(heard, "Attention, sol fragile", chat=world.group)
    assert "DEM-2026-0001" in card.text
    await client.sees("c’est transmis (DEM-2026-0001)")


async def test_what_concerns_no_request_is_left_aside(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await _request_again(client)
    mark, heard = client.mark(), office.mark()

    await client.says("Bonjour")
    asked = await client.sees_after(mark, "De quelle demande")
    await client.taps("Aucune", on=asked)

    await client.sees("rien n’a été transmis")
    assert not [seen for seen in office.screen[heard:] if "Bonjour" in seen.text]
