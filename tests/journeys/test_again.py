"""Who comes back says less: the same as last time, the people and places named before."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import request_lines, requests
from tests.journeys import records
from tests.journeys.brief_steps import send_brief
from tests.journeys.counting import Counted, to_the_contact
from tests.journeys.steps import register, request

C, L = requests.c, request_lines.c


async def test_the_same_as_last_time_asks_photos_and_days_only(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await world.client.sees("DEM-2026-0001")
    client = Counted(world.client)
    await client.says("/new", "Que faut-il faire")
    await client.taps("🔁 Comme la dernière fois", "Envoyez des photos")
    await client.taps("Passer", "À partir de quel jour")
    await client.taps("lun. 30 nov.", "Jusqu’à quel jour")
    await client.taps("mer. 2 déc.", "Autre chose")
    await client.taps("Passer", "Tout est-il juste")
    await client.taps("Envoyer", "DEM-2026-0002")

    same = (C.activities, C.address, C.commune, C.floor, C.lift, C.carry_m, C.parking, C.occupied)
    first, second = await records.rows(world, select(*same).order_by(C.id))
    assert first == second
    days = select(C.earliest_on, C.note).where(C.id == 2)
    ((day, note),) = await records.rows(world, days)
    assert (str(day), note) == ("2026-11-30", None)
    lines = select(L.code, L.quantity, L.condition, L.fixed)
    assert (
        await records.rows(world, lines.where(L.request_id == 1))
        == await records.rows(world, lines.where(L.request_id == 2))
        != []
    )


async def test_a_list_that_was_begun_is_not_thrown_away(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await world.client.sees("DEM-2026-0001")
    client = Counted(world.client)
    await client.says("/new", "Que faut-il faire")
    await client.taps("Débarras de mobilier", "Où est le chantier")
    await client.says("3 place du Marché, 93200 Saint-Denis", "Comment continuer")
    await client.taps("Plain-pied", "Que faut-il enlever")
    await client.says("7 tables basses", "7 × Table basse")
    await client.taps("🔁 Comme la dernière fois", "7 × Table basse")


async def test_a_company_never_sees_what_another_asked_last(world: DemoWorld) -> None:
    client, other = world.client, world.other_client
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await register(other, name="Hugo", siret="130 025 265 00013", company="Verre & Cie")
    mine = await other.sees("est enregistrée")

    assert await other.presses("a:again:1:0", mine) == (
        "Il n’y a pas encore de demande complète à reprendre."
    )


async def test_who_opened_on_site_before_is_a_button(world: DemoWorld) -> None:
    await register(world.client)
    client = Counted(world.client)
    await client.says("/new", "Que faut-il faire")
    await to_the_contact(client, "12 rue Hoche, 93500 Pantin")
    await client.says("Ali Diallo", "Ali Diallo. Quel est son numéro")
    await client.says("06 39 98 00", "Écrivez par exemple 06 12 34 56 78")
    await client.says("06 39 98 00 07", "besoin d’une autorisation")
    await client.taps("⚡ Rien de particulier", "Que faut-il enlever")
    await client.says("3 chaises visiteur", "3 × Chaise visiteur")
    await client.taps("C’est tout", "Qui êtes-vous")
    await client.taps("🏠 Propriétaire", "Envoyez des photos")
    await client.taps("Passer", "À partir de quel jour")
    await client.taps("lun. 30 nov.", "Jusqu’à quel jour")
    await client.taps("mer. 2 déc.", "Autre chose")
    await client.taps("Passer", "Tout est-il juste")
    await client.taps("Envoyer", "DEM-2026-0001")
    card = await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert "🔑 Sur place : Ali Diallo, 06 39 98 00 07" in card.text

    await client.says("/new", "Que faut-il faire")
    await to_the_contact(client, "3 place du Marché, 93200 Saint-Denis")
    await client.taps("👤 Ali Diallo · 06 39 98 00 07", "besoin d’une autorisation")


async def test_a_brief_request_is_nothing_to_repeat(world: DemoWorld) -> None:
    await send_brief(world)
    home = await world.client.sees("DEM-2026-0001")
    told = await world.client.presses("a:again:0:0", home)
    assert told == "Il n’y a pas encore de demande complète à reprendre."
