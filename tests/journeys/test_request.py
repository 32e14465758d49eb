"""A client who has never been here gets from the first tap to an agreed quote."""

from io import BytesIO

from pypdf import PdfReader

from bot.demo.world import DemoWorld
from tests.journeys.steps import POSTAL_ADDRESS, register, request


async def test_a_newcomer_registers_and_sends_a_request(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)

    told = await world.client.sees("DEM-2026-0001")
    assert "Prix ferme après vérification" in told.text
    card = await world.coordinator.sees("Bâti Nord", chat=world.group)
    album = await world.coordinator.sees("📷 DEM-2026-0001", chat=world.group)
    assert "20 × Bureau droit 160x80, piètement acier (B)" in card.text
    assert "Badge à l’accueil <b>&</b>" in card.text
    assert "person-minutes" not in card.text
    assert album.kind == "album"


async def test_a_quote_is_sent_and_agreed_by_name(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)

    assert await world.coordinator.taps("Envoyer le devis", chat=world.group)
    document = await world.client.sees(lambda seen: seen.kind == "document")
    offer = await world.client.sees("Devis DEV-2026-0001")
    assert document.name == "DEV-2026-0001.pdf"
    assert (await document.bytes()).startswith(b"%PDF")
    await world.client.taps("Accepter", on=offer)
    await world.client.sees("Qui donne son accord")
    await world.client.says("Jeanne Duval")
    await world.client.sees("Quelle est sa fonction")
    await world.client.says("Directrice de travaux")
    await world.client.sees("adresse postale")
    await world.client.says(POSTAL_ADDRESS)
    await world.client.sees("Votre accord sur DEV-2026-0001")
    agreed = await world.client.sees("Voici le devis DEV-2026-0001 avec votre accord")
    assert agreed.name == "DEV-2026-0001-accord.pdf"
    assert list(PdfReader(BytesIO(await agreed.bytes())).attachments) == [
        "DEV-2026-0001.json",
        "DEV-2026-0001.pdf",
    ]
    card = await world.coordinator.sees("Accord de Jeanne Duval", chat=world.group)
    assert "Directrice de travaux" in card.text
    assert card.buttons == (("📅 Planifier",), ("✉️ Écrire au client",), ("🗺️ Carte",))


async def test_an_english_copy_is_sent_on_request(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await world.client.taps("Copie en anglais")

    copy = await world.client.sees("Traduction anglaise du devis DEV-2026-0001")
    assert copy.name == "DEV-2026-0001-en.pdf"
    pages = PdfReader(BytesIO(await copy.bytes())).pages
    assert "Only the French text is binding" in pages[0].extract_text()


async def test_a_quote_is_declined_with_a_reason(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await world.client.taps("Refuser")
    await world.client.taps("Le prix")
    await world.client.sees("ajouter un mot")
    await world.client.says("20 % moins cher ailleurs")

    card = await world.coordinator.sees("20 % moins cher ailleurs", chat=world.group)
    assert "Le prix" in card.text
    assert card.buttons == (("🧮 Réviser le devis",), ("🗣️ Parler",), ("🗺️ Carte",))


async def test_a_coordinator_asks_and_the_client_answers(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await world.coordinator.taps("Demander", chat=world.group)
    await world.coordinator.sees("Quelle est votre question")
    await world.coordinator.says("Y a-t-il un badge ?")
    await world.client.sees("Y a-t-il un badge ?")
    await world.client.taps("Répondre")
    await world.client.sees("Votre réponse")
    await world.client.says("Oui, à l’accueil")

    card = await world.coordinator.sees("Client : Oui, à l’accueil", chat=world.group)
    assert "Nous : Y a-t-il un badge ?" in card.text


async def test_a_request_is_refused_with_a_reason(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await world.coordinator.taps("Refuser", chat=world.group)
    await world.coordinator.taps("Trop loin")
    await world.coordinator.taps("Passer")

    told = await world.client.sees("Nous ne pouvons pas faire la demande DEM-2026-0001")
    assert "Trop loin" in told.text
    assert (await world.coordinator.sees("🚫 Refusée", chat=world.group)).buttons == ()
