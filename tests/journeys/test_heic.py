"""A photo that only some phones can show is proof as any other, and is shown in the report."""

import io

from pypdf import PdfReader

from bot.demo.world import DemoWorld
from tests.journeys.heic_photos import heic
from tests.journeys.steps import confirm, plan, set_off


async def test_a_heic_sent_as_plain_bytes_is_proof_and_one_of_25_mb_is_not(
    agreed: DemoWorld,
) -> None:
    moussa, office = agreed.crew[0], agreed.coordinator
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa)
    await set_off(agreed, moussa)
    await moussa.sends_document("IMG_0.HEIC", heic(), "image/heic", size=25_000_000)
    await moussa.sees("trop lourd")
    await moussa.sends_document("IMG_1.HEIC", heic(), "application/octet-stream")
    await moussa.sees("Photos AVANT : 1")
    await moussa.taps("Photos AVANT finies")
    await moussa.taps("Compter")
    await moussa.taps("0/20")
    await moussa.taps("Tout")
    await moussa.sees(lambda seen: "● Tout" in seen.labels)
    await moussa.taps("➕")
    await moussa.sees("reste 0")
    await moussa.sends_photos(1)
    await moussa.sees("après 1")
    await moussa.taps("🏁 Fini")

    report = await office.sees("Compte rendu INT-2026-0001", chat=agreed.group)
    pages = PdfReader(io.BytesIO(await report.bytes())).pages
    assert "illisible" not in "".join(page.extract_text() for page in pages)
    assert sum(len(page.images) for page in pages) >= 2
