"""What people write is shown as they wrote it: no tag, no sign of Typst means anything."""

import io
import re

import pytest
from pypdf import PdfReader

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from sandbox.seen import Seen
from tests.journeys.steps import SIRET, agree, exclude_unread

HTML = "<b>g</b> & <a href='x'>l</a> </i> &amp;"
TYPST = "#let x *g* _x_ $x^2$ @r <l> // = t \\ [c] `c` ~ #{1+1}"
BOTH = f"{HTML} {TYPST}"


async def _register(client: SandboxPerson) -> None:
    await client.says("/start")
    await client.taps("Français")
    await client.taps("J’ai compris")
    await client.says(SIRET)
    await client.sees("nom de votre entreprise")
    await client.says(f"Bâti {BOTH}")
    await client.sees("Quel est votre nom")
    await client.says(f"Claire {BOTH}")
    await client.sees("Votre numéro")
    await client.shares_contact()
    greeting = await client.sees("est enregistrée")
    assert f"Merci Claire {BOTH}. Bâti {BOTH} est" in greeting.text


async def _request(client: SandboxPerson, *, note: str) -> None:
    await client.taps("Débarras de mobilier")
    await client.sees("Où est le chantier")
    await client.says(f"12 rue {BOTH}")
    echo = await client.sees("Quel est le code postal")
    assert f"12 rue {BOTH}"[:60] in echo.text
    await client.says("93500")
    await client.taps("Question par question")
    await client.taps("0")
    await client.taps("10")
    await client.taps("Quai")
    await client.taps("Non")
    await client.taps("🙋 Moi")
    await client.taps("⚡ Rien de particulier")
    await client.says("fauteuil <b>")
    await client.sees(lambda seen: seen.from_bot and "fauteuil <b>" in seen.text)
    await client.taps("Laisser de côté")
    await client.taps("Sièges")
    await client.taps("Chaise visiteur")
    await client.sees("1 × Chaise visiteur")
    await client.says("3")
    await client.sees("3 × Chaise visiteur")
    await client.taps("C’est tout")
    await client.taps("🏠 Propriétaire")
    await client.taps("Passer")
    await client.taps("lun. 30 nov.")
    await client.sees("Jusqu’à quel jour")
    await client.taps("mer. 2 déc.")
    await client.sees("Autre chose")
    await client.says(note)
    review = await client.sees("Tout est-il juste")
    assert note[:100] in review.text
    assert f"12 rue {BOTH}"[:100] in review.text
    await client.taps("Envoyer")


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


async def _pdf_text(document: Seen) -> str:
    reader = PdfReader(io.BytesIO(await document.bytes()))
    return _plain("".join(page.extract_text() for page in reader.pages))


async def test_markup_is_shown_as_typed_everywhere(world: DemoWorld) -> None:
    client, office, group = world.client, world.coordinator, world.group
    await _register(client)
    await _request(client, note=f"Note {BOTH}")
    card = await office.sees("DEM-2026-0001 ·", chat=group)
    for said in (f"Bâti {BOTH}", f"Claire {BOTH}", f"12 rue {BOTH}", f"Note {BOTH}"):
        assert said in card.text

    await office.taps("Demander", chat=group)
    await office.sees("Quelle est votre question")
    await office.says(f"Question {BOTH} ?")
    asked = await client.sees("Question <b>")
    assert f"Question {BOTH} ?" in asked.text
    await client.taps("Répondre")
    await client.sees("Votre réponse")
    await client.says(f"Réponse {BOTH}.")
    card = await office.sees(f"Réponse {BOTH}.", chat=group)
    assert f"Question {BOTH} ?" in card.text

    await exclude_unread(world)
    await office.taps("Envoyer le devis", chat=group)
    document = await client.sees(lambda seen: seen.kind == "document")
    printed = await _pdf_text(document)
    for said in (f"Bâti {BOTH}", f"Claire {BOTH}", f"12 rue {BOTH}", f"Note {BOTH}"):
        assert _plain(said) in printed
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says(f"Jeanne {BOTH}")
    await client.sees("Quelle est sa fonction")
    await client.says(f"Cheffe {BOTH}")
    await client.sees("adresse postale")
    await client.says(f"4 quai {BOTH}, 93500 Pantin")
    card = await office.sees("Accord de Jeanne", chat=group)
    assert f"Accord de Jeanne {BOTH}, Cheffe {BOTH}" in card.text


async def test_reasons_are_shown_as_typed(world: DemoWorld) -> None:
    client, office, group = world.client, world.coordinator, world.group
    await _register(client)
    await _request(client, note="Code 1234")
    await office.sees("DEM-2026-0001 ·", chat=group)
    await office.taps("Refuser", chat=group)
    await office.taps("Trop loin")
    await office.sees("Un mot pour le client")
    await office.says(f"Désolée {BOTH}")

    told = await client.sees("Nous ne pouvons pas faire")
    assert f"Désolée {BOTH}" in told.text
    card = await office.sees("🚫 Refusée", chat=group)
    assert f"Désolée {BOTH}" in card.text


@pytest.mark.parametrize("sign", ["&", "😀", "<b>"])
async def test_the_longest_words_still_fit_on_every_card(world: DemoWorld, sign: str) -> None:
    client, office, group = world.client, world.coordinator, world.group
    await _register(client)
    note, words = (sign * 2000)[:2000], f"1 {(sign * 990)[:990]}"
    await _request(client, note=note)
    await office.sees("DEM-2026-0001 ·", chat=group)
    for _ in range(3):
        await office.taps("Demander", chat=group)
        await office.sees("Quelle est votre question")
        mark = client.mark()
        await office.says(words)
        await client.sees_after(mark, sign)
        await client.taps("Répondre")
        await client.sees_after(mark, "Votre réponse")
        await client.says(words)
        await client.sees_after(mark, "c’est transmis")
    card = await office.sees("message", chat=group)
    assert "Reçue, devis en préparation" in card.text
    await exclude_unread(world)
    await agree(world)
