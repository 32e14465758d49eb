"""Places one comes back to: chosen with a tap, or begun by a poster that a phone looks at."""

import io

import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from sandbox.seen import Seen
from storage.tables import events, requests, sites
from tests.journeys import records
from tests.journeys.steps import register, request


async def link_on(poster: Seen) -> str:
    """Read the picture as a phone would."""
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(await poster.bytes())))
    return found[0].text


async def rest_of_request(client: SandboxPerson) -> None:
    """Everything that a known site does not answer."""
    mark = client.mark()
    await client.taps("Débarras de mobilier")
    await client.taps("Question par question")
    await client.taps("Bureaux, tables")
    await client.taps("Bureau droit 160")
    await client.sees_after(mark, "1 × Bureau droit")
    await client.says("2")
    await client.sees_after(mark, "2 × Bureau droit")
    await client.taps("C’est tout")
    await client.sees_after(mark, "Envoyez des photos")  # who they are there is known
    await client.sends_photos(2)
    await client.sees_after(mark, "2 photos")
    await client.taps("Terminé")
    await client.sees_after(mark, "À partir de quel jour")
    await client.says("14/12/2026")
    await client.sees_after(mark, "Jusqu’à quel jour")
    await client.says("18/12/2026")
    await client.sees_after(mark, "Autre chose")
    await client.taps("Passer")
    await client.sees_after(mark, "Tout est-il juste")
    await client.taps("Envoyer")


async def test_a_second_request_at_the_same_place_asks_nothing_of_it(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    mark = client.mark()
    await client.says("/new")
    await client.sees_after(mark, "Que faut-il faire")
    shown = await client.sees("Un chantier que je connais")
    assert shown.labels == ("🔁 Comme la dernière fois", "📍 12 rue Hoche, 93500", "🔗 Affiches")
    mark = client.mark()
    await client.taps("📍 12 rue Hoche")
    await client.sees("C’est déjà rempli")
    await client.sees_after(mark, "Que faut-il faire")
    await rest_of_request(client)
    await client.sees("DEM-2026-0002")

    columns = [requests.c[n] for n in ("address", "postcode", "floor", "lift", "carry_m")]
    first, second = await records.rows(world, select(*columns).order_by(requests.c.id))
    assert first == second
    assert len(await records.rows(world, select(sites.c.id))) == 1


async def test_another_place_is_asked_for_in_full_and_a_known_one_still_fills_in(
    world: DemoWorld,
) -> None:
    client = world.client
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await client.says("/new")
    mark = client.mark()
    await client.taps("Débarras de mobilier")
    await client.sees_after(mark, "Où est le chantier")
    await client.says("1 rue de Paris")
    await client.sees("code postal")
    await client.taps("📍 12 rue Hoche")
    await client.taps("Question par question")
    await client.taps("Bureaux, tables")


async def test_a_poster_of_a_site_begins_there_for_a_colleague_who_is_new(world: DemoWorld) -> None:
    client, newcomer = world.client, world.other_client
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await client.says("/poster")
    await client.taps("🔗 12 rue Hoche")
    poster = await client.sees("Imprimez cette image")
    link = await link_on(poster)
    assert link in poster.text

    await newcomer.says("/start " + link.partition("start=")[2])
    await newcomer.taps("I understand")
    await newcomer.sees("SIRET")
    await newcomer.says("130 025 265 00013")
    await newcomer.sees("your company’s name")
    await newcomer.says("Verre & Cie")
    await newcomer.sees("your name")
    await newcomer.says("Hugo Petit")
    await newcomer.sees("phone")
    await newcomer.shares_contact()
    await newcomer.sees("12 rue Hoche, 93500")


async def test_a_coordinator_hangs_a_poster_anywhere(world: DemoWorld) -> None:
    office, client = world.coordinator, world.client
    await office.says("/poster")
    await office.sees("Où sera l’affiche")
    await office.says("3 place du Marché")
    await office.sees("code postal")
    await office.says("93200")
    link = await link_on(await office.sees("Imprimez cette image"))

    await register(client)
    await client.sees("Que faut-il faire")
    mark = client.mark()
    await client.says("/start " + link.partition("start=")[2])
    await client.sees("3 place du Marché, 93200")
    await client.sees_after(mark, "Que faut-il faire")
    mark = client.mark()
    await client.taps("Débarras de mobilier")
    await client.sees_after(mark, "Comment continuer")


async def test_a_site_of_another_company_is_refused_and_noted(world: DemoWorld) -> None:
    client, thief = world.client, world.other_client
    await register(client)
    await request(client)
    await client.sees("DEM-2026-0001")
    await thief.says("/start")
    await thief.taps("Français")
    await thief.taps("J’ai compris")
    await thief.says("130 025 265 00013")
    await thief.sees("nom de votre entreprise")
    await thief.says("Verre & Cie")
    await thief.says("Hugo")
    await thief.shares_contact()
    asked = await thief.sees("est enregistrée")

    for data in ("a:site:1:0", "a:poster:1:0", "a:site:99:0"):
        assert await thief.presses(data, asked) == "Ce bouton n’est pas pour vous."
    tried = select(events.c.what).where(events.c.what == "refused")
    assert len(await records.rows(world, tried)) == 3


@pytest.mark.parametrize("code", ["site-nothing", "site-"])
async def test_a_link_of_no_place_is_refused_kindly(world: DemoWorld, code: str) -> None:
    await register(world.client)
    await world.client.says(f"/start {code}")
    await world.client.sees("n’est pas pour vous")
