"""What is to be taken away: picked, typed, pasted, sent as a file, and all of it mixed."""

import csv
import io

from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from sandbox.seen import Seen
from storage.tables import attachments, request_lines, requests
from tests.journeys import moments, records
from tests.journeys.inventory_steps import AFTER, ENGLISH, FRENCH, LINES
from tests.journeys.moments import REGISTRATION, REQUEST
from tests.journeys.tongue import Tongue

C = request_lines.c
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def _at_lines(world: DemoWorld, tongue: Tongue = FRENCH) -> SandboxPerson:
    await moments.choose_language(world.client, tongue)
    await moments.play(world.client, tongue, (*REGISTRATION, *REQUEST[:LINES]))
    await moments.asked(world.client, tongue, REQUEST[LINES])
    return world.client


async def _sent(world: DemoWorld, mark: int, tongue: Tongue = FRENCH) -> list[tuple[object, ...]]:
    """Answer the rest, send, and return the lines that are stored."""
    await moments.asked(world.client, tongue, REQUEST[AFTER], mark)
    await moments.play(world.client, tongue, REQUEST[AFTER:], mark)
    await world.client.sees("DEM-2026-0001")
    columns = (C.code, C.quantity, C.condition, C.fixed)
    return await records.rows(world, select(*columns).order_by(C.position))


async def _kept(world: DemoWorld) -> tuple[str, list[str]]:
    """Return the note and what nobody could read."""
    ((note, unread),) = await records.rows(world, select(requests.c.note, requests.c.unread))
    return note, unread


def _book(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


HEAD = ("Code", "Libellé", "Quantité", "État", "Fixé")


async def test_things_are_picked_on_one_card(world: DemoWorld) -> None:
    client = await _at_lines(world)
    bubbles = len(client.screen)
    await client.taps("Bureaux, tables")
    await client.taps("par 10")
    await client.sees(lambda seen: "● par 10" in seen.labels)
    await client.taps("Bureau droit 160")
    await client.sees("10 × Bureau droit 160x80")
    await client.taps("➕")
    card = await client.sees("20 × Bureau droit 160x80")
    assert "20 pièces · 3,6 m³ · 800 kg" in card.text
    await client.taps("par 1")
    await client.taps("Bureau droit 120")
    await client.sees("1 × Bureau droit 120x80")
    await client.taps("➖", index=0)
    await client.sees("19 × Bureau droit 160x80")
    await client.taps("Annuler")
    await client.sees("20 × Bureau droit 160x80")
    assert len(client.screen) == bubbles
    mark = client.mark()
    await client.taps("C’est tout")

    assert await _sent(world, mark) == [("BUR-01", "20", "B", False), ("BUR-02", "1", "B", False)]


async def test_a_number_is_typed_for_the_line_tapped(world: DemoWorld) -> None:
    client = await _at_lines(world)
    await client.taps("Sièges")
    await client.taps("Chaise visiteur")
    await client.sees("1 × Chaise visiteur")
    await client.taps("Chaise empilable")
    await client.sees("1 × Chaise empilable")
    await client.taps("1", index=0)
    await client.sees("Combien de « Chaise visiteur 4 pieds / luge »")
    await client.says("35")
    await client.sees("35 × Chaise visiteur")
    mark = client.mark()
    await client.taps("C’est tout")

    assert await _sent(world, mark) == [("SIE-03", "35", "B", False), ("SIE-04", "1", "B", False)]


async def test_a_word_is_enough_and_its_line_has_a_card_of_its_own(world: DemoWorld) -> None:
    client = await _at_lines(world)
    await client.says("armoir")
    found = await client.sees("« armoir » : lequel est-ce")
    assert 2 <= len([label for label in found.labels if label.startswith("Armoire")]) <= 4
    await client.taps("Armoire haute mélaminé")
    await client.sees("combien de « Armoire haute mélaminé")
    await client.taps("1")
    await client.sees("1 × Armoire haute mélaminé")
    await client.taps("Usé")
    await client.sees("(C)")
    await client.taps("Fixé au bâtiment : non")
    await client.sees("(C, fixé)")
    await client.sends_photos(1)
    await client.sees("(C, fixé, 📷 1)")
    await client.says("task chair")
    await client.sees("combien de « Fauteuil de bureau à roulettes")
    await client.says("14")
    await client.sees("14 × Fauteuil")
    await client.taps("C’est tout")
    await client.sees("diagnostic amiante avant travaux")  # since something is fixed
    await client.taps("Permis après")
    await client.sees("est-ce coupé")
    mark = client.mark()
    await client.taps("Sans objet")

    assert await _sent(world, mark) == [("RGT-06", "1", "C", True), ("SIE-01", "14", "B", False)]
    purposes = await records.rows(world, select(attachments.c.purpose).order_by(attachments.c.id))
    assert purposes == [("site",), ("site",), ("line-0",)]
    card = await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert "1 × Armoire haute mélaminé 80x200 (C, fixé)" in card.text


async def test_a_pasted_list_comes_back_and_what_is_unclear_is_asked(world: DemoWorld) -> None:
    client = await _at_lines(world)
    await client.says("20 bureaux, 15 chaises visiteur et 3 armoires hautes\n4 bidules <b>")
    await client.sees("« 20 bureaux » : lequel")
    await client.taps("Bureau droit 120")
    await client.sees("« 3 armoires hautes » : lequel")
    await client.taps("Armoire haute mélaminé")
    await client.sees("Je ne connais pas « 4 bidules <b> »")
    await client.taps("Laisser de côté")
    offer = await client.sees("Voici ce que j’ai compris")
    assert [line for line in offer.text.splitlines() if line.startswith("•")] == [
        "• 15 × Chaise visiteur 4 pieds / luge (B)",
        "• 20 × Bureau droit 120x80 (B)",
        "• 3 × Armoire haute mélaminé 80x200 (B)",
    ]
    mark = client.mark()
    await client.taps("Ajouter, et c’est tout")

    assert await _sent(world, mark) == [
        ("SIE-03", "15", "B", False),
        ("BUR-02", "20", "B", False),
        ("RGT-06", "3", "B", False),
    ]
    assert await _kept(world) == ("Badge à l’accueil", ["4 bidules <b>"])
    await client.sees("Je n’ai pas reconnu : « 4 bidules <b> »")
    await world.coordinator.sees("non reconnu : 4 bidules <b>", chat=world.group)


async def test_a_list_in_english(world: DemoWorld) -> None:
    client = await _at_lines(world, ENGLISH)
    await client.says("a dozen task chairs, 3 m² of laminate floor and 1.5 t of loose cables")
    offer = await client.sees("This is what I understood")
    assert "• 3 m² × Laminate floor (B)" in offer.text
    mark = client.mark()
    await client.taps("Add, and that’s all")

    assert await _sent(world, mark, ENGLISH) == [
        ("SIE-01", "12", "B", False),
        ("BOI-02", "3", "B", False),
        ("TEC-04", "1500.0", "B", False),
    ]


async def _template(client: SandboxPerson, button: str, ending: str) -> Seen:
    await client.taps(button)
    return await client.sees(lambda seen: seen.name == f"inventaire-modele.{ending}")


async def test_the_template_comes_back_filled_in(world: DemoWorld) -> None:
    client = await _at_lines(world)
    paper = await _template(client, "Modèle Excel", "xlsx")
    book = load_workbook(io.BytesIO(await paper.bytes()))
    sheet = book.active
    assert [cell.value for cell in sheet[1]] == [*HEAD]
    wanted = {"BUR-01": (20, "C", "non"), "CLO-02": (3.5, None, "oui")}
    for row in sheet.iter_rows(min_row=2):
        if row[0].value in wanted:
            for cell, value in zip(row[2:], wanted[row[0].value], strict=True):
                cell.value = value
    out = io.BytesIO()
    book.save(out)
    await client.sends_document("rempli.xlsx", out.getvalue(), XLSX)
    offer = await client.sees("Voici ce que j’ai compris")
    assert "⚠️" not in offer.text
    await client.taps("Ajouter, et c’est tout")
    await client.sees("Avez-vous le diagnostic amiante")
    await client.taps("❌ Non")
    await client.sees("est-ce coupé")
    mark = client.mark()
    await client.taps("❌ Non")

    assert await _sent(world, mark) == [
        ("BUR-01", "20", "C", False),
        ("CLO-02", "3.5", "B", True),
    ]


async def test_a_bad_row_of_a_csv_is_named_and_asked_and_the_good_ones_stay(
    world: DemoWorld,
) -> None:
    client = await _at_lines(world)
    paper = await _template(client, "Modèle CSV", "csv")
    head = next(csv.reader(io.StringIO((await paper.bytes()).decode("utf-8-sig")), delimiter=";"))
    assert tuple(head) == HEAD
    content = (
        "Code;Libellé;Quantité;État;Fixé\n"
        "BUR-01;Bureau droit;20;B;\n"
        "SIE-03;Chaise visiteur;beaucoup;Z;\n"
        "XXX-99;<b>#let</b>;2;B;peut-être\n"
    )
    await client.sends_document("liste.csv", content.encode("cp1252"), "text/csv")
    asked = await client.sees("combien de « Chaise visiteur")
    assert [line for line in asked.text.splitlines() if line.startswith("⚠️")] == [
        "⚠️ Ligne 3, colonne « État » : « Z » n’est pas A, B, C ou D. J’ai mis B.",
        "⚠️ Ligne 3, colonne « Quantité » : « beaucoup » ne va pas comme quantité.",
        "⚠️ Ligne 4, colonne « Fixé » : « peut-être » n’est ni oui ni non. J’ai mis non.",
        "⚠️ Ligne 4, colonne « Code » : je ne connais pas « XXX-99 ».",
    ]
    await client.says("-4")
    await client.sees("C’est trop petit")
    await client.says("15")
    await client.sees("Je ne connais pas « XXX-99 · <b>#let</b> · 2 · B · peut-être »")
    await client.taps("Laisser de côté")
    await client.sees("Voici ce que j’ai compris")
    mark = client.mark()
    await client.taps("Ajouter, et c’est tout")

    assert await _sent(world, mark) == [("BUR-01", "20", "B", False), ("SIE-03", "15", "B", False)]
    note, (unread,) = await _kept(world)
    assert (note, "XXX-99 · <b>#let</b>" in unread) == ("Badge à l’accueil", True)


async def test_a_broken_file_is_refused_and_nothing_is_lost(world: DemoWorld) -> None:
    client = await _at_lines(world)
    await client.says("12 chaises visiteur")
    await client.sees("12 × Chaise visiteur")
    await client.sends_document("liste.xlsx", b"PK\3\4 not a book", XLSX)
    await client.sees("Je n’arrive pas à lire ce fichier")
    await client.sends_document("liste.xlsx", _book(("a", "b"), (1, 2)), XLSX)
    await client.sees("Je ne trouve pas la colonne « Quantité »")
    await client.sends_document("plan.dwg", b"AC10", "image/vnd.dwg")
    card = await client.sees("envoyez le modèle rempli")
    assert "12 × Chaise visiteur" in card.text
    mark = client.mark()
    await client.taps("C’est tout")

    assert await _sent(world, mark) == [("SIE-03", "12", "B", False)]


async def test_all_four_ways_add_up_in_one_list(world: DemoWorld) -> None:
    client = await _at_lines(world)
    await client.taps("Bureaux, tables")
    await client.taps("Bureau droit 160")
    await client.sees("1 × Bureau droit")
    await client.says("5 bureaux droits 160x80")
    await client.taps("Ajouter")
    await client.sees("6 × Bureau droit")
    await client.says("2 tables pliantes, 4 bureaux droits 160x80")
    await client.sees("Voici ce que j’ai compris")
    await client.taps("Ajouter et continuer")
    await client.sees("10 × Bureau droit")
    await client.sends_document("l.xlsx", _book(HEAD, ("BUR-01", "", 10), ("SIE-05", "", 1)), XLSX)
    await client.sees("Voici ce que j’ai compris")
    await client.taps("Ajouter et continuer")
    await client.sees("20 × Bureau droit")
    await client.taps("Ma liste")
    await client.taps("1 × Chaise pliante")
    await client.taps("Enlever")
    await client.sees(lambda seen: seen.from_bot and "Chaise pliante" not in seen.text)
    mark = client.mark()
    await client.taps("C’est tout")

    assert await _sent(world, mark) == [("BUR-01", "20", "B", False), ("TAB-05", "2", "B", False)]
