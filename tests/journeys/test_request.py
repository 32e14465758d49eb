"""A client who has never been here gets from the first tap to an agreed quote."""

from io import BytesIO

from pypdf import PdfReader

from bot.demo.world import DemoWorld
from tests.journeys.steps import POSTAL_ADDRESS, register, request


async def test_a_newcomer_registers_and_sends_a_request(scene: DemoWorld) -> None:
    await register(scene.client)
    await request(scene.client)

    told = await scene.client.sees("DEM-2026-0001")
    assert "Prix ferme après vérification" in told.text
    card = await scene.coordinator.sees("Bâti Nord", chat=scene.group)
    album = await scene.coordinator.sees("📷 DEM-2026-0001", chat=scene.group)
    assert "20 × Bureau droit 160x80, piètement acier (B)" in card.text
    assert "Badge à l’accueil <b>&</b>" in card.text
    assert "person-minutes" not in card.text
    assert album.kind == "album"


async def test_a_quote_is_sent_and_agreed_by_name(scene: DemoWorld) -> None:
    await register(scene.client)
    await request(scene.client)

    assert await scene.coordinator.taps("Envoyer le devis", chat=scene.group)
    document = await scene.client.sees(lambda seen: seen.kind == "document")
    offer = await scene.client.sees("Devis DEV-2026-0001")
    assert document.name == "DEV-2026-0001.pdf"
    assert (await document.bytes()).startswith(b"%PDF")
    await scene.client.taps("Accepter", on=offer)
    await scene.client.sees("Qui donne son accord")
    await scene.client.says("Jeanne Duval")
    await scene.client.sees("Quelle est sa fonction")
    await scene.client.says("Directrice de travaux")
    await scene.client.sees("adresse postale")
    await scene.client.says(POSTAL_ADDRESS)
    await scene.client.sees("Votre accord sur DEV-2026-0001")
    agreed = await scene.client.sees("Voici le devis DEV-2026-0001 avec votre accord")
    assert agreed.name == "DEV-2026-0001-accord.pdf"
    assert list(PdfReader(BytesIO(await agreed.bytes())).attachments) == [
        "DEV-2026-0001.json",
        "DEV-2026-0001.pdf",
    ]
    card = await scene.coordinator.sees("Accord de Jeanne Duval", chat=scene.group)
    assert "Directrice de travaux" in card.text
    assert card.buttons == (("📅 Planifier",), ("🗺️ Carte",))


async def test_an_english_copy_is_sent_on_request(scene: DemoWorld) -> None:
    await register(scene.client)
    await request(scene.client)
    await scene.coordinator.taps("Envoyer le devis", chat=scene.group)
    await scene.client.taps("Copie en anglais")

    copy = await scene.client.sees("Traduction anglaise du devis DEV-2026-0001")
    assert copy.name == "DEV-2026-0001-en.pdf"
    pages = PdfReader(BytesIO(await copy.bytes())).pages
    assert "Only the French text is binding" in pages[0].extract_text()


async def test_a_quote_is_declined_with_a_reason(scene: DemoWorld) -> None:
    await register(scene.client)
    await request(scene.client)
    await scene.coordinator.taps("Envoyer le devis", chat=scene.group)
    await scene.client.taps("Refuser")
    await scene.client.taps("Le prix")
    await scene.client.sees("ajouter un mot")
    await scene.client.says("20 % moins cher ailleurs")

    card = await scene.coordinator.sees("20 % moins cher ailleurs", chat=scene.group)
    assert "Le prix" in card.text
    assert card.buttons == (("🧮 Réviser le devis",), ("🗣️ Parler",), ("🗺️ Carte",))


async def test_a_coordinator_asks_and_the_client_answers(scene: DemoWorld) -> None:
    await register(scene.client)
    await request(scene.client)
    await scene.coordinator.taps("Demander", chat=scene.group)
    await scene.coordinator.sees("Quelle est votre question")
    await scene.coordinator.says("Y a-t-il un badge ?")
    await scene.client.sees("Y a-t-il un badge ?")
    await scene.client.taps("Répondre")
    await scene.client.sees("Votre réponse")
    await scene.client.says("Oui, à l’accueil")

    card = await scene.coordinator.sees("Client : Oui, à l’accueil", chat=scene.group)
    assert "Nous : Y a-t-il un badge ?" in card.text


async def test_a_request_is_refused_with_a_reason(scene: DemoWorld) -> None:
    await register(scene.client)
    await request(scene.client)
    await scene.coordinator.taps("Refuser", chat=scene.group)
    await scene.coordinator.taps("Trop loin")
    await scene.coordinator.taps("Passer")

    told = await scene.client.sees("Nous ne pouvons pas faire la demande DEM-2026-0001")
    assert "Trop loin" in told.text
    assert (await scene.coordinator.sees("🚫 Refusée", chat=scene.group)).buttons == ()
