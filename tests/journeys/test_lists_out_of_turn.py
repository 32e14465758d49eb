"""A list sent before the road is chosen, or after the list was finished, is taken all the same."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from storage.tables import attachments, request_lines
from tests.journeys import records
from tests.journeys.steps import register

LIST = b"Objet;Quantite\nChaise visiteur;12\n"


async def _at_the_road(world: DemoWorld) -> SandboxPerson:
    client = world.client
    await register(client)
    await client.taps("Débarras de mobilier")
    await client.says("12 rue Hoche, 93500 Pantin")
    await client.sees("Comment continuer")
    await client.sends_document("liste.csv", LIST, "text/csv")
    told = await client.sees("Gardé sous")
    assert "Comment continuer" in told.text
    return client


async def _to_the_goods(client: SandboxPerson) -> None:
    await client.taps("📋 Question")
    await client.sees("À quel étage")
    await client.says("0")
    await client.sees("Combien de mètres")
    await client.says("20")
    await client.taps("Quai")
    await client.taps("Non")
    await client.taps("🙋 Moi")
    await client.taps("⚡ Rien de particulier")


async def test_before_the_road_is_chosen_it_waits_for_the_question_of_the_goods(
    world: DemoWorld,
) -> None:
    client = await _at_the_road(world)
    await _to_the_goods(client)
    read = await client.sees("Voici ce que j’ai compris")
    assert "12 × Chaise visiteur" in read.text


async def test_on_the_short_road_it_reaches_the_coordinators_as_a_document(
    world: DemoWorld,
) -> None:
    client = await _at_the_road(world)
    await client.taps("⚡ Vite")
    await client.sees("1 photo")
    await client.sends_document("caves.docx", b"PK", "application/octet-stream")
    await client.taps("Terminé")
    await client.sees("À partir de quel jour")
    await client.says("14/12/2026")
    await client.sees("Tout est-il juste")
    await client.taps("Envoyer")
    await client.sees("DEM-2026-0001")
    await world.coordinator.sees(lambda seen: seen.name == "liste.csv", chat=world.group)
    await world.coordinator.sees(lambda seen: seen.name == "caves.docx", chat=world.group)
    purposes = await records.rows(world, select(attachments.c.purpose))
    assert purposes == [("other",), ("other",)]


async def test_after_the_list_was_finished_more_of_it_is_read_and_the_request_goes_on(
    world: DemoWorld,
) -> None:
    client = world.client
    await register(client)
    await client.taps("Débarras de mobilier")
    await client.says("12 rue Hoche, 93500 Pantin")
    await _to_the_goods(client)
    await client.says("20 bureaux droits 160x80")
    await client.sees("20 × Bureau droit")
    await client.taps("C’est tout")
    await client.taps("🏠 Propriétaire")
    await client.taps("Passer", on=await client.sees("Envoyez des photos"))
    await client.sees("À partir de quel jour")
    mark = client.mark()
    await client.sends_document("suite.csv", LIST, "text/csv")
    await client.sees_after(mark, "12 × Chaise visiteur")
    await client.taps("Ajouter, et c’est tout")
    await client.sees_after(mark, "À partir de quel jour")
    await client.says("14/12/2026")
    await client.sees("Jusqu’à quel jour")
    await client.says("18/12/2026")
    await client.taps("Passer", on=await client.sees("Autre chose"))
    await client.sees("Tout est-il juste")
    await client.taps("Envoyer")
    await client.sees("DEM-2026-0001")
    c = request_lines.c
    stored = await records.rows(world, select(c.code, c.quantity).order_by(c.position))
    assert stored == [("BUR-01", "20"), ("SIE-03", "12")]
