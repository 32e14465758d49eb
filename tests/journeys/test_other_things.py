"""A thing that the catalogue lacks goes to the coordinator with its size and photo, unpriced."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import attachments, requests
from tests.journeys import moments, records
from tests.journeys.inventory_steps import AFTER, FRENCH, LINES
from tests.journeys.moments import REGISTRATION, REQUEST


async def test_a_thing_of_no_catalogue_is_sized_pictured_and_held_for_a_price(
    world: DemoWorld,
) -> None:
    client, office = world.client, world.coordinator
    await moments.choose_language(client, FRENCH)
    await moments.play(client, FRENCH, (*REGISTRATION, *REQUEST[:LINES]))
    await moments.asked(client, FRENCH, REQUEST[LINES])
    await client.says("12 chaises pliantes\n3 trombinoscopes")
    await client.taps("L’ajouter quand même")
    await client.sees("quelle taille pour un seul")
    await client.sends_photos(1)
    await client.sees("1 photo gardée avec")
    await client.says("120x60x80")
    await client.sees("Voici ce que j’ai compris")
    mark = client.mark()
    await client.taps("Ajouter, et c’est tout")
    await moments.asked(client, FRENCH, REQUEST[AFTER], mark)
    await moments.play(client, FRENCH, REQUEST[AFTER:], mark)
    await client.sees("DEM-2026-0001")

    card = await office.sees("Bâti Nord", chat=world.group)
    assert "3 × trombinoscopes · 120 × 60 × 80 cm (0,58 m³)" in card.text
    [(unread,)] = await records.rows(world, select(requests.c.unread))
    assert unread == ["3 × trombinoscopes · 120 × 60 × 80 cm (0,58 m³)"]
    captions = await records.rows(world, select(attachments.c.purpose, attachments.c.caption))
    assert ("site", unread[0]) in captions
    assert "Pas de devis avant une décision" in card.text
