"""A coordinator works out a price in the private chat, with a discount, and sends it."""

import pytest

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from tests.documents.reading import reader, text_of
from tests.journeys.steps import (
    asked,
    change,
    more_desks,
    register,
    request,
    second_coordinator,
    send_price,
)

REASON = "geste pour un client fidèle"


@pytest.fixture
async def priced(world: DemoWorld) -> DemoWorld:
    """A request of 20 desks is in; Nadia has its costing open."""
    await register(world.client)
    await request(world.client)
    await world.coordinator.taps("Chiffrer", chat=world.group)
    await asked(world.coordinator, "Chiffrage DEM-2026-0001")
    return world


async def discount(office: SandboxPerson) -> None:
    await office.taps("Remise")
    await office.sees("Combien d’euros de remise")
    await office.says("80")
    await office.sees("Pourquoi cette remise")
    await office.says(REASON)
    await asked(office, f"Remise : {REASON}")


async def test_a_price_is_worked_out_discounted_and_sent(priced: DemoWorld) -> None:
    office, client = priced.coordinator, priced.client
    await more_desks(office)
    await discount(office)
    card = await priced.coordinator.sees("écart", chat=priced.group)
    assert "Prix calculé" in card.text
    assert "💶" not in card.text  # one price, the one that was worked out
    assert REASON in card.text
    await send_price(office)

    offer = await client.sees("Devis DEV-2026-0001")
    await client.taps("Comment est-ce calculé", on=offer)
    why = await client.sees("d’où vient le prix")
    assert "Le temps de toute l’équipe" in why.text
    assert "Remise commerciale" in why.text


async def test_the_client_sees_no_trace_of_why_there_is_a_discount(priced: DemoWorld) -> None:
    office, client = priced.coordinator, priced.client
    await more_desks(office)
    await discount(office)
    await send_price(office)
    await client.sees("Devis DEV-2026-0001")
    document = await client.sees(lambda seen: seen.kind == "document")

    pdf = await document.bytes()
    attached = b"".join(file for files in reader(pdf).attachments.values() for file in files)
    shown = [text_of(pdf), attached.decode(), *(one.text for one in client.screen)]
    assert "Remise commerciale" in shown[0]
    assert "30 u" in shown[0]
    for text in shown:
        for secret in (REASON, "fidèle", "Prix calculé", "écart", "Chiffrage"):
            assert secret not in text


async def test_a_revision_says_what_changed_and_closes_the_one_before(priced: DemoWorld) -> None:
    office, client = priced.coordinator, priced.client
    await send_price(office)
    first = await client.sees("Devis DEV-2026-0001")
    await office.taps("Réviser le devis", chat=priced.group)
    await asked(office, "Chiffrage DEM-2026-0001")
    await more_desks(office)
    await send_price(office)

    newer = await client.sees("Devis DEV-2026-0001-2")
    assert "+10 Bureau droit 160x80, piètement acier, +" in newer.text
    older = await client.sees("Le devis à jour : DEV-2026-0001-2")
    assert older.message_id == first.message_id
    assert older.buttons == ()
    document = await client.sees(lambda seen: seen.name == "DEV-2026-0001-2.pdf")
    assert "Devis DEV-2026-0001-2" in text_of(await document.bytes())
    flash = await client.presses(first.code("Accepter"), newer)
    assert flash is not None
    assert "remplacé" in flash
    await client.taps("Accepter", on=newer)
    await client.sees("Qui donne son accord")


async def test_of_two_coordinators_the_second_is_told_and_nothing_is_lost(
    priced: DemoWorld,
) -> None:
    nadia, moussa = priced.coordinator, await second_coordinator(priced)
    await moussa.says("/start cost-1")
    seen = await asked(moussa, "Chiffrage DEM-2026-0001")
    assert "Vous reprenez le chiffrage de" in seen.text
    await moussa.taps("Heures")
    await moussa.sees("Combien d’heures de travail")
    await discount(nadia)
    await moussa.says("30")

    card = await asked(moussa, "a changé entre-temps : remise")
    assert "30 h × 32,00" in card.text
    assert f"Remise : {REASON}" in card.text
    await nadia.taps("Envoyer au client")
    told = await asked(nadia, "Moussa a changé entre-temps : heures fixées à 30")
    await nadia.taps("Envoyer au client", on=told)
    await priced.client.sees("Devis DEV-2026-0001")


async def test_the_vat_of_fixed_works_is_asked_with_buttons(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client, send=False)
    await change(world.client, "Prestation")
    await world.client.taps("Curage")
    await change(world.client, "Rôle")
    await world.client.taps("🔧 Sous-traitant")
    await world.client.sees("À qui est le bâtiment")
    await world.client.says("SCI Hoche")
    await world.client.sees("SIRET du propriétaire")
    await world.client.taps("Passer")
    await world.client.taps("Envoyer")
    office, group = world.coordinator, world.group
    card = await office.sees("TVA à préciser", chat=group)
    assert "qui nous paie" not in card.text  # the client's role says so
    await office.taps("Un seul contrat", chat=group)

    await world.client.sees("Devis DEV-2026-0001")
    document = await world.client.sees(lambda seen: seen.kind == "document")
    assert "art. 283, 2 nonies du CGI" in text_of(await document.bytes())
