"""A list sent as PDF is read; a scan is told, and reaches the coordinators."""

import io
from pathlib import Path

import pytest
import typst
from PIL import Image
from sqlalchemy import select

from bot.demo.world import DemoWorld
from bot.errands import document_process, sheet_reading
from storage.tables import attachments, request_lines
from tests.bot.errands.slow_pdf import slow_pdf
from tests.journeys import moments, records
from tests.journeys.inventory_steps import AFTER, FRENCH, LINES
from tests.journeys.moments import REGISTRATION, REQUEST

LIST = """
= Inventaire
- 20 bureaux droits 160x80
#table(columns: 2, [Désignation], [Nb], [Chaise pliante], [30])
"""


async def test_a_pdf_that_takes_too_long_is_kept_and_a_list_asked_for(
    world: DemoWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_process, "WORK_SECONDS", 1)
    slow = slow_pdf()
    client = world.client
    await moments.choose_language(client, FRENCH)
    await moments.play(client, FRENCH, (*REGISTRATION, *REQUEST[:LINES]))
    await moments.asked(client, FRENCH, REQUEST[LINES])

    await client.sends_document("liste.pdf", slow, "application/pdf")
    await client.sees("trop compliqué à lire", within=60)
    mark = client.mark()
    await client.says("30 chaises pliantes")
    await client.sees("30 × Chaise pliante")
    await client.taps("C’est tout")
    await moments.asked(client, FRENCH, REQUEST[AFTER], mark)
    await moments.play(client, FRENCH, REQUEST[AFTER:], mark)
    await world.coordinator.sees(lambda seen: seen.name == "liste.pdf", chat=world.group)


async def test_who_sends_what_our_reader_fails_at_is_told(
    world: DemoWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_process, "WORK_SECONDS", "no number")
    monkeypatch.setattr(sheet_reading, "PATIENCE", 0)
    client = world.client
    await moments.choose_language(client, FRENCH)
    await moments.play(client, FRENCH, (*REGISTRATION, *REQUEST[:LINES]))
    await moments.asked(client, FRENCH, REQUEST[LINES])
    await client.sends_document("liste.pdf", b"%PDF", "application/pdf")
    await client.sees("Je n’arrive pas à lire ce fichier")


async def test_a_pdf_is_read_and_a_scan_is_kept(world: DemoWorld, tmp_path: Path) -> None:
    (tmp_path / "list.typ").write_text(LIST, "utf-8")
    text = typst.compile(str(tmp_path / "list.typ"))
    assert isinstance(text, bytes)
    scan = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(scan, "PDF")
    client = world.client
    await moments.choose_language(client, FRENCH)
    await moments.play(client, FRENCH, (*REGISTRATION, *REQUEST[:LINES]))
    await moments.asked(client, FRENCH, REQUEST[LINES])

    await client.sends_document("scan.pdf", scan.getvalue(), "application/pdf")
    await client.sees("Ce document est une image")
    await client.sends_document("liste.pdf", text, "application/pdf")
    await client.sees("30 × Chaise pliante")
    mark = client.mark()
    await client.taps("Ajouter, et c’est tout")
    await moments.asked(client, FRENCH, REQUEST[AFTER], mark)
    await moments.play(client, FRENCH, REQUEST[AFTER:], mark)
    await client.sees("DEM-2026-0001")

    c = request_lines.c
    stored = await records.rows(world, select(c.code, c.quantity).order_by(c.position))
    assert stored == [("BUR-01", "20"), ("SIE-05", "30")]
    purposes = await records.rows(world, select(attachments.c.purpose))
    assert ("other",) in purposes
    await world.coordinator.sees(lambda seen: seen.name == "scan.pdf", chat=world.group)
