"""A picture that cannot be printed is told when it is sent, and is no gap in the papers later."""

import io

import pytest
from PIL import Image
from sqlalchemy import func, select

from bot.demo.world import DemoWorld
from storage.tables import attachments
from tests.journeys import records
from tests.journeys.steps import confirm, plan, register, set_off


def _picture(size: tuple[int, int], mode: str, form: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert(mode).save(out, form)
    return out.getvalue()


def _enormous() -> bytes:
    out = io.BytesIO()
    Image.new("1", (20_000, 5_000)).save(out, "PNG")
    return out.getvalue()


CUT = _picture((400, 400), "RGB", "JPEG")[:3000]
WHOLE = _picture((400, 400), "RGB", "JPEG")


async def _at_photos(world: DemoWorld) -> None:
    await register(world.client)
    await world.client.taps("Débarras de mobilier")
    await world.client.says("12 rue Hoche, 93500 Pantin")
    await world.client.taps("⚡ Vite")
    await world.client.sees("Envoyez des photos")


@pytest.mark.parametrize(
    ("content", "words"), [(CUT, "abîmée ou coupée"), (_enormous(), "80 millions")]
)
async def test_a_picture_that_cannot_be_printed_is_told_at_its_question(
    world: DemoWorld, content: bytes, words: str
) -> None:
    client = world.client
    await _at_photos(world)
    await client.sends_document("IMG_1.jpg", content, "image/jpeg")
    told = await client.sees(words)
    assert "IMG_1.jpg" in told.text
    assert "Envoyez des photos" in told.text
    assert "✔ Terminé" not in told.labels
    await client.sends_document("IMG_2.jpg", WHOLE, "image/jpeg")
    await client.sees("1 photo reçue")
    await client.taps("Terminé")
    await client.says("14/12/2026")
    await client.taps("Envoyer")
    await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert await records.rows(world, select(func.count()).select_from(attachments)) == [(1,)]


async def test_one_sent_at_another_question_is_told_there(world: DemoWorld) -> None:
    client = world.client
    await _at_photos(world)
    await client.sends_photos(1)
    await client.sees("1 photo reçue")
    await client.taps("Terminé")
    await client.sees("À partir de quel jour")
    await client.sends_document("IMG_1.jpg", CUT, "image/jpeg")
    told = await client.sees("abîmée ou coupée")
    assert "À partir de quel jour" in told.text
    await client.says("14/12/2026")
    assert "1 photo" in (await client.sees("Tout est-il juste")).text


async def test_the_only_one_is_asked_for_again(world: DemoWorld) -> None:
    client = world.client
    await _at_photos(world)
    await client.taps("Passer")
    await client.sees("À partir de quel jour")
    await client.sends_document("IMG_1.jpg", CUT, "image/jpeg")
    told = await client.sees("abîmée ou coupée")
    assert "Envoyez des photos" in told.text


async def test_a_proof_photo_that_cannot_be_printed_does_not_count(agreed: DemoWorld) -> None:
    moussa = agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa)
    await set_off(agreed, moussa)
    await moussa.sends_photos(1)
    await moussa.sees("Photos AVANT : 1")
    await moussa.sends_document("IMG_1.jpg", CUT, "image/jpeg")
    assert "IMG_1.jpg" in (await moussa.sees("abîmée ou coupée")).text
    await moussa.sees("Photos AVANT : 1")
    of_job = select(func.count()).where(attachments.c.subject == "job")
    assert await records.rows(agreed, of_job) == [(1,)]
