"""An administrator replaces the price book, the company file and the catalogue."""

from importlib.resources import files

import pytest
from sqlalchemy import select

from bot.demo.world import DemoWorld
from domain.company import EXAMPLE
from sandbox.seen import Seen
from storage.tables import events
from tests.journeys import records
from tests.journeys.steps import register, request

PRICES = (files("domain") / "data" / "pricebook.toml").read_text("utf-8")
CATALOGUE = (files("domain") / "data" / "catalogue.csv").read_text("utf-8")
DEARER = PRICES.replace('value = "32.00"', 'value = "40.00"')


async def replaced(world: DemoWorld, text: str, name: str = "tarifs.toml") -> None:
    office = world.coordinator
    mark = office.mark()
    await office.sends_document(name, content=text.encode())
    await office.sees_after(mark, "valeur")
    await office.taps("✅ Mettre en service")
    await office.sees("en service pour les prochaines demandes")


async def test_prices_are_replaced_and_taken_back_and_requests_keep_theirs(
    world: DemoWorld,
) -> None:
    office, client = world.coordinator, world.client
    await register(client)
    first = await requested(world, "DEM-2026-0001")
    await replaced(world, DEARER)
    second = await requested(world, "DEM-2026-0002")
    assert price(second) != price(first)

    mark = client.mark()
    await office.taps("Envoyer le devis", chat=world.group, on=first)
    offered = await client.sees_after(mark, "DEV-2026-0001")
    excl = price(first).split("HT")[0].split()[-2]
    assert excl in offered.text

    await office.taps("↩ Revenir au précédent")
    await office.sees("le fichier précédent est de nouveau en service")
    assert price(await requested(world, "DEM-2026-0003")) == price(first)
    trail = select(events.c.what, events.c.actor_id).where(events.c.subject == "reference")
    assert await records.rows(world, trail) == [
        ("reference_applied", office.id),
        ("reference_withdrawn", office.id),
    ]


async def requested(world: DemoWorld, number: str) -> Seen:
    """Have a request sent; return the coordinators' card."""
    if not number.endswith("1"):
        await world.client.says("/new")
    await request(world.client)
    return await world.coordinator.sees(f"{number} ·", chat=world.group)


def price(card: Seen) -> str:
    """Find the line with the money."""
    return next(line for line in card.text.splitlines() if "€" in line)


async def test_every_fault_is_named_and_nothing_changes(world: DemoWorld) -> None:
    office = world.coordinator
    bad = PRICES.replace('value = "32.00"', 'value = "cher"').replace("per_km ", "per_mile ")
    await office.sends_document("tarifs.toml", content=bad.encode())
    shown = await office.sees("3 choses ne vont pas")
    assert "figures.labour_per_hour[0].value" in shown.text
    assert "figures.per_km" in shown.text
    assert "figures.per_mile" in shown.text
    assert shown.buttons == ()

    await office.sends_document("photo.bin", content=b"\x00\x01")
    await office.sees("Je ne reconnais pas ce fichier")
    heavy = CATALOGUE.replace(",40,DEA", ",lourd,DEA", 1)
    await office.sends_document("c.csv", content=heavy.encode())
    await office.sees("2:kg")


async def test_company_and_catalogue_are_replaced_and_the_same_file_changes_nothing(
    world: DemoWorld,
) -> None:
    office = world.coordinator
    company = EXAMPLE.read_text("utf-8")
    name = next(line for line in company.splitlines() if line.startswith("name = "))
    await replaced(world, company.replace(name, 'name = "Chantiers d’Est"', 1), "entreprise.toml")
    mark = office.mark()
    await office.says("/privacy")
    await office.sees_after(mark, "Chantiers d’Est")

    renamed = CATALOGUE.replace("Bureau droit 120x80", "Bureau 120", 1)
    await replaced(world, renamed, "c.csv")
    mark = office.mark()
    await office.sends_document("c.csv", content=renamed.encode())
    await office.sees_after(mark, "dit la même chose")


async def test_the_file_in_use_can_be_had(world: DemoWorld) -> None:
    office = world.coordinator
    await office.says("/books")
    shown = await office.sees("Les fichiers dont dépendent les prix")
    await office.taps("📎 Tarifs", on=shown)
    sent = await office.sees(lambda seen: seen.name == "prices.toml")
    assert (await sent.bytes()).decode() == PRICES


async def test_of_two_who_replace_at_once_the_second_is_asked_anew(world: DemoWorld) -> None:
    office = world.coordinator
    mark = office.mark()
    await office.sends_document("a.toml", content=DEARER.encode())
    first = await office.sees_after(mark, "32.00 → 40.00")
    mark = office.mark()
    await office.sends_document("b.toml", content=PRICES.replace('"32.00"', '"50.00"').encode())
    second = await office.sees_after(mark, "32.00 → 50.00")
    await office.taps("✅ Mettre en service", on=first)
    await office.sees("en service pour les prochaines demandes")
    await office.taps("✅ Mettre en service", on=second)
    await office.sees_after(mark, "40.00 → 50.00")


@pytest.mark.parametrize("data", ["a:usebook:1:0", "a:oldbook:1:0", "a:book:0:0"])
async def test_nobody_else_may(world: DemoWorld, data: str) -> None:
    client = world.client
    await register(client)
    await requested(world, "DEM-2026-0001")
    home = await client.sees("DEM-2026-0001")

    assert await client.presses(data, home) == "Ce bouton n’est pas pour vous."
    await client.says("/books")
    await client.sees("demander un devis")
    mark = client.mark()
    await client.sends_document("tarifs.toml", content=DEARER.encode())
    await client.sees_after(mark, "c’est transmis")
