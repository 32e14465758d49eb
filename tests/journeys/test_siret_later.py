"""A client without the SIRET at hand: asked before the agreement, matched as at the start."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from storage.tables import companies, people
from storage.tables import requests as request_rows
from tests.journeys import records
from tests.journeys.steps import POSTAL_ADDRESS, SIRET, asked, register, request

SIRETS = select(companies.c.name, companies.c.siret).order_by(companies.c.id)


async def registers_without(client: SandboxPerson, *, first: str = "/start") -> None:
    await client.says(first)
    await client.taps("Français")
    await client.taps("J’ai compris")
    await client.sees("avant votre accord sur un devis")
    await client.taps("Plus tard")
    await client.sees("nom de votre entreprise")
    await client.says("Bâti Sud")
    await client.sees("Quel est votre nom")
    await client.says("Hugo Petit")
    await client.sees("téléphone")
    await client.shares_contact()
    await client.sees("est enregistrée")


async def is_quoted(world: DemoWorld, client: SandboxPerson, number: str = "0001") -> None:
    await request(client)
    await client.sees(f"DEM-2026-{number}")
    card = await world.coordinator.sees(
        lambda seen: number in seen.text and "Envoyer le devis" in str(seen.labels),
        chat=world.group,
    )
    assert "SIRET pas encore donné" in card.text
    await world.coordinator.taps("Envoyer le devis", chat=world.group, on=card)
    await asked(client, f"Devis DEV-2026-{number}")


async def signs(client: SandboxPerson) -> None:
    await client.sees("Qui donne son accord")
    await client.says("Hugo Petit")
    await client.sees("Quelle est sa fonction")
    await client.says("Gérant")
    await client.sees("adresse postale")
    await client.says(POSTAL_ADDRESS)
    await client.sees("Votre accord sur")


async def test_the_siret_is_asked_before_the_agreement_and_once(world: DemoWorld) -> None:
    client = world.client
    await registers_without(client)
    await is_quoted(world, client)

    await client.taps("Accepter")
    await client.sees("il manque le SIRET")
    await client.says("123")
    await client.sees("Il faut 14 chiffres")
    await client.says(SIRET)
    await signs(client)
    assert await records.rows(world, SIRETS) == [("Bâti Sud", "73282932000074")]


async def test_a_siret_of_another_company_waits_for_a_yes_and_joins_the_two(
    world: DemoWorld,
) -> None:
    claire, hugo = world.client, world.other_client
    await register(claire)
    await registers_without(hugo)
    await is_quoted(world, hugo)

    await hugo.taps("Accepter")
    await hugo.sees("il manque le SIRET")
    await hugo.says(SIRET)
    await hugo.sees("Ce SIRET est celui de Bâti Nord")
    asks = await claire.sees("de « Bâti Sud »")
    await claire.taps("✅ Oui", on=asks)
    await hugo.sees("sont la même entreprise")
    await claire.says("/status")
    await claire.sees("DEM-2026-0001")
    inside = select(people.c.id, people.c.leads_company).where(people.c.company_id == 1)
    assert {*await records.rows(world, inside)} == {(claire.id, True), (hugo.id, False)}
    assert await records.rows(world, select(request_rows.c.company_id)) == [(1,)]

    await hugo.taps("Accepter")
    await signs(hugo)


async def test_a_no_keeps_the_two_apart(world: DemoWorld) -> None:
    claire, hugo = world.client, world.other_client
    await register(claire)
    await registers_without(hugo)
    await is_quoted(world, hugo)
    await hugo.taps("Accepter")
    await hugo.says(SIRET)
    await claire.taps("❌ Non", on=await claire.sees("de « Bâti Sud »"))
    await hugo.sees("n’a pas confirmé")
    assert await records.rows(world, SIRETS) == [
        ("Bâti Nord", "73282932000074"),
        ("Bâti Sud", None),
    ]
    await hugo.taps("Accepter")
    await hugo.sees("il manque le SIRET")


async def test_the_first_words_are_the_note_of_the_request(world: DemoWorld) -> None:
    client = world.client
    await registers_without(client, first="Bonjour, nous vidons <deux> étages à Pantin")
    await client.sees("Je garde ce que vous avez écrit")
    await request(client, note=None)
    await client.sees("DEM-2026-0001")
    note = "Bonjour, nous vidons <deux> étages à Pantin"
    assert await records.rows(world, select(request_rows.c.note)) == [(note,)]
    await world.coordinator.sees(note, chat=world.group)
