"""What comes out of turn while a request is open is kept with it and shown at its question."""

from collections.abc import Callable

from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import Seen
from storage.tables import attachments, requests
from tests.journeys import records
from tests.journeys.steps import register


def kept(label: str, value: str) -> Callable[[Seen], bool]:
    return lambda seen: all(words in seen.text for words in ("Gardé sous", label, value))


async def test_papers_a_voice_note_and_a_place_are_kept_with_the_request(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await client.taps("Débarras de mobilier")
    await client.says("12 rue Hoche, 93500 Pantin")
    await client.taps("⚡ Vite")
    await client.sees("Envoyez des photos")
    await client.taps("Passer")
    await client.sees("À partir de quel jour")
    await client.sends_document("diagnostic pemd.pdf", b"%PDF-1")
    told = await client.sees(kept("Photos", "1 fichier"))
    assert "Touchez un bouton, ou écrivez" in told.text  # a file is not the answer here
    await client.sends_voice()
    await client.sees("2 fichiers")
    await client.shares_location(48.88910, 2.39670)
    told = await client.sees(kept("Sur la carte", "📍 48.88910, 2.39670"))
    assert "À partir de quel jour" in told.text
    await client.says("14/12/2026")
    summary = await client.sees("Tout est-il juste")
    assert "2 fichiers" in summary.text
    await client.sends_photos(1)
    await client.sees("3 fichiers")
    await client.taps("Envoyer")

    await office.sees("Bâti Nord", chat=world.group)
    await office.sees(lambda seen: seen.kind == "voice", chat=world.group)
    purposes = select(attachments.c.purpose).order_by(attachments.c.id)
    assert {row[0] for row in await records.rows(world, purposes)} == {"pemd", "voice", "site"}
    c = requests.c
    (place,) = await records.rows(world, select(c.address, c.latitude, c.longitude))
    assert tuple(place) == ("12 rue Hoche", 48.88910, 2.39670)


async def test_a_place_abroad_is_told_and_the_question_stays(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await client.taps("Débarras de mobilier")
    await client.says("12 rue Hoche, 93500 Pantin")
    await client.shares_location(50.85, 104.35)
    told = await client.sees("France")
    assert "⚡ Vite : photos et date" in told.labels


async def test_a_list_sent_early_is_read_once_it_is_asked_for(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await client.taps("Débarras de mobilier")
    await client.says("12 rue Hoche, 93500 Pantin")
    await client.taps("📋 Question")
    await client.sees("À quel étage")
    await client.sends_document("liste.csv", b"Objet;Quantite\nChaise visiteur;12\n", "text/csv")
    told = await client.sees(kept("Objets", "1 fichier"))
    assert "À quel étage" in told.text
    await client.says("0")
    await client.sees("Combien de mètres")
    await client.says("20")
    await client.taps("Quai")
    await client.taps("Non")
    await client.taps("🙋 Moi")
    await client.taps("⚡ Rien de particulier")
    read = await client.sees("Voici ce que j’ai compris")
    assert "12 × Chaise visiteur" in read.text


async def test_words_under_a_photo_sent_out_of_turn_reach_the_coordinators(
    world: DemoWorld,
) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await client.taps("Débarras de mobilier")
    await client.says("12 rue Hoche, 93500 Pantin")
    await client.taps("⚡ Vite")
    await client.sees("Envoyez des photos")
    await client.taps("Passer")
    await client.sees("À partir de quel jour")
    await client.sends_photos(1, ["l’entrée, code <12A>"])
    await client.sees(kept("Photos", "1 photo"))
    await client.says("14/12/2026")
    await client.sees("Tout est-il juste")
    await client.taps("Envoyer")

    shown = await office.sees("1. l’entrée, code <12A>", chat=world.group)
    assert shown.kind == "photo"
