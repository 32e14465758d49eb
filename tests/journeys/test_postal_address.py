"""A company's postal address is asked once, at its first agreement, and is on its papers."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import companies
from tests.documents.reading import text_of
from tests.journeys import records
from tests.journeys.steps import POSTAL_ADDRESS, quoted


async def test_it_is_asked_at_the_first_agreement_and_stands_on_the_copy(world: DemoWorld) -> None:
    client = world.client
    await quoted(world)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Jeanne Duval")
    await client.sees("Quelle est sa fonction")
    await client.says("Directrice")
    await client.sees("Quelle est l’adresse postale")
    await client.says("ici")
    await client.sees("un peu court")
    await client.says("4 quai de la Marne")
    await client.sees("Il manque le code postal")
    await client.says(POSTAL_ADDRESS)
    await client.sees("Votre accord sur DEV-2026-0001")
    copy = await client.sees(lambda seen: seen.name == "DEV-2026-0001-accord.pdf")
    assert POSTAL_ADDRESS in text_of(await copy.bytes()).replace("\u00a0", " ")
    assert await records.rows(world, select(companies.c.address)) == [(POSTAL_ADDRESS,)]

    await client.taps("Je me suis trompé")
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Paul Roux")
    await client.sees("Quelle est sa fonction")
    mark = client.mark()
    await client.says("Gérant")
    await client.sees_after(mark, "Votre accord sur DEV-2026-0001")
