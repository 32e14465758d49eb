"""An inventory in the making outlives the process at any point, files on their way included."""

from pathlib import Path

from sqlalchemy import select

from storage.tables import request_lines
from tests.journeys import moments, records
from tests.journeys.inventory_steps import AFTER, FRENCH, LINES
from tests.journeys.moments import REGISTRATION, REQUEST
from tests.journeys.restarts import theatre

CSV = "Code;Quantité\nTAB-05;4\n"


async def test_every_state_of_a_list_outlives_the_process(db_url: str, tmp_path: Path) -> None:
    async with theatre(tmp_path, db_url) as running:
        client = running.world.client
        await moments.choose_language(client, FRENCH)
        await moments.play(client, FRENCH, (*REGISTRATION, *REQUEST[:LINES]))
        await moments.asked(client, FRENCH, REQUEST[LINES])
        await client.says("20 caissons, 15 chaises visiteur")
        await client.sees("20 caissons")
        await running.restart()
        await client.taps("Caisson mobile métal")
        await client.sees("Voici ce que j’ai compris")
        await running.restart()
        await client.taps("Ajouter et continuer")
        await client.sees("35 pièces")
        await running.stop()
        await client.sends_document("liste.csv", CSV.encode(), "text/csv")
        await running.start()
        await client.sees("4 × Table pliante")
        await running.restart()
        mark = client.mark()
        await client.taps("Ajouter, et c’est tout")
        await moments.asked(client, FRENCH, REQUEST[AFTER], mark)
        await moments.play(client, FRENCH, REQUEST[AFTER:], mark)
        await client.sees("DEM-2026-0001")

        c = request_lines.c
        lines = select(c.code, c.quantity).order_by(c.position)
        assert await records.rows(running.world, lines) == [
            ("SIE-03", "15"),
            ("RGT-01", "20"),
            ("TAB-05", "4"),
        ]


async def test_a_file_is_read_when_its_conversation_comes_back(tmp_path: Path) -> None:
    async with theatre(tmp_path) as running:
        client = running.world.client
        await moments.choose_language(client, FRENCH)
        await moments.play(client, FRENCH, (*REGISTRATION, *REQUEST[:LINES]))
        await moments.asked(client, FRENCH, REQUEST[LINES])
        await running.stop()
        await client.sends_document("liste.csv", CSV.encode(), "text/csv")
        await client.says("/cancel")
        await running.start()
        await client.sees("✖ Arrêté")
        mark = client.mark()
        await client.taps("Reprendre")

        offer = await client.sees_after(mark, "Voici ce que j’ai compris")
        assert "4 × Table pliante" in offer.text
