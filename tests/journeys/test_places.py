"""A site shown on the map, a postcode of several communes, an address that nobody knows."""

from pathlib import Path

from sqlalchemy import select

from bot.demo.world import DemoWorld, bot_running, set_up
from bot.telegram.limits import SendLimits
from storage.tables import requests
from tests.address_base import address_base, answering, found
from tests.conftest import NOW
from tests.journeys import moments, records, steps
from tests.journeys.moments import REQUEST
from tests.journeys.tongue import Tongue

FRENCH = Tongue("fr")
C = requests.c


async def test_a_pin_and_a_chosen_commune_reach_the_coordinator(world: DemoWorld) -> None:
    client = world.client
    await steps.register(client)
    await client.taps("Débarras de mobilier")
    await client.sees("Où est le chantier")
    await client.shares_location(40.7, -74.0)
    await client.sees("pas en France métropolitaine")
    await client.shares_location(48.8135, 2.2350)
    await client.sees("Quel nom ou quel repère")
    await client.says("Portail vert")
    await client.sees("Quel est le code postal")
    await client.says("92190")
    await client.sees("Dans quelle commune")
    await client.says("Pantin")
    await client.sees("Je ne trouve pas")
    await client.taps("Meudon")
    await moments.play(client, FRENCH, REQUEST[3:])
    await client.sees("DEM-2026-0001")

    card = await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert "📍 Portail vert, 92190 Meudon" in card.text
    assert "Hors de notre zone" not in card.text
    assert any("query=48.8135%2C2.235" in url for row in card.urls for url in row)
    columns = (C.address, C.insee, C.commune, C.latitude, C.longitude)
    stored = await records.rows(world, select(*columns))
    assert stored == [("Portail vert", "92048", "Meudon", 48.8135, 2.235)]


async def test_an_address_that_is_not_sure_is_flagged_on_the_card(tmp_path: Path) -> None:
    limits = SendLimits(0, 0, 0)
    async with (
        address_base(answering(found("12 Rue Lazare Hoche 93500 Pantin", 0.41))) as (url, asked),
        set_up(tmp_path, now=NOW, send_limits=limits) as world,
    ):
        settings = world.settings.model_copy(update={"address_lookup_url": url})
        async with bot_running(settings, world.clock):
            await steps.register(world.client)
            await steps.request(world.client)
            await world.client.sees("DEM-2026-0001")

            card = await world.coordinator.sees("Adresse à confirmer", chat=world.group)
            assert "12 Rue Lazare Hoche 93500 Pantin" in card.text
            assert "Bâti Nord" in card.text
            assert asked == [{"q": "12 rue Hoche 93500 Pantin", "postcode": "93500", "limit": "1"}]
            await world.coordinator.taps("Envoyer le devis", chat=world.group)
            await world.client.sees("DEV-2026-0001")
