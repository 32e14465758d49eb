"""Two floors are said at the floor question and stand on every card and on the quote."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import requests as rows
from tests.documents.reading import text_of
from tests.journeys import records
from tests.journeys.steps import change, register, request


async def test_two_floors_are_said_priced_and_printed(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client, send=False)
    await change(client, "Étage")
    await client.sees("À quel étage")
    mark = client.mark()
    await client.says("deux étages, le 3 et le 4")
    shown = await client.sees_after(mark, "Tout est-il juste")
    assert "3, 4" in shown.text
    await client.taps("Envoyer")
    await client.sees("DEM-2026-0001")
    assert await records.rows(world, select(rows.c.floor)) == [(4,)]
    await office.sees("Étage 4, 3", chat=world.group)
    await office.taps("Envoyer le devis", chat=world.group)
    document = await client.sees(lambda seen: seen.kind == "document")
    assert "étage 4, 3" in text_of(await document.bytes()).replace("\u00a0", " ")
