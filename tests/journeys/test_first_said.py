"""What a newcomer writes and sends before registering is kept for the request that follows."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import attachments, unfiled_messages
from storage.tables import requests as request_rows
from tests.journeys import records

WORDS = "Bonjour, nous vidons deux étages à Pantin"


async def test_words_and_photos_at_the_notice_reach_the_request(world: DemoWorld) -> None:
    client = world.client
    await client.says("/start")
    await client.taps("Français")
    await client.sees("avez-vous lu")
    await client.says(WORDS)
    kept = await client.sees("Gardé sous")
    assert "avez-vous lu" in kept.text
    await client.sends_photos(1)
    await client.sees("1 fichier")
    await client.taps("J’ai compris")
    await client.says("732 829 320 00074")
    await client.says("Bâti Nord")
    await client.sends_photos(1)
    await client.sees("2 fichiers")
    await client.says("Claire Martin")
    mark = client.mark()
    await client.shares_contact()
    await client.sees_after(mark, "Je garde ce que vous avez écrit")
    await client.sees_after(mark, "Je garde aussi vos 2 fichiers")
    await client.taps("Débarras de mobilier")
    await client.says("12 rue Hoche, 93500 Pantin")
    await client.taps("⚡ Vite")
    await client.sees("2 photos")
    await client.taps("Terminé")
    await client.sees("À partir de quel jour")
    await client.says("14/12/2026")
    await client.sees("Tout est-il juste")
    await client.taps("Envoyer")
    await client.sees("DEM-2026-0001")

    assert await records.rows(world, select(request_rows.c.note)) == [(WORDS,)]
    purposes = await records.rows(world, select(attachments.c.purpose))
    assert purposes.count(("site",)) == 2
    assert await records.rows(world, select(unfiled_messages.c.id)) == []


async def test_photos_sent_before_anything_else_are_kept_too(world: DemoWorld) -> None:
    client = world.client
    await client.sends_photos(1)
    await client.taps("Français")
    await client.sees("avez-vous lu")
    kept = await records.rows(world, select(unfiled_messages.c.file))
    assert len(kept) == 1
    await client.says("Bonjour")
    await client.sees("Touchez un des boutons")
