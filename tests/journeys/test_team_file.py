"""A coordinator brings the team and the vans in by file, changes them, and takes it back."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import events, members, vehicles
from tests.journeys import records
from tests.journeys.steps import register

M, V = members.c, vehicles.c
TEAM = """Nom;Prénom;Téléphone;Poste;Fin de contrat;SST
;Awa;;chef d’équipe;31/12/2027;15/06/2028
Diop;Binta;06 39 98 00 41;agent, chauffeur;28/02/2027;
"""
VANS = "Immatriculation;Type;Charge utile\nGH-789-JK;plateau;900\nEF-456-GH;;1000\n"


async def _people(world: DemoWorld) -> list[tuple[object, ...]]:
    query = select(M.name, M.phone, M.roles, M.contract_until, M.active).order_by(M.id)
    return [tuple(row) for row in await records.rows(world, query)]


async def test_a_team_comes_by_file_is_put_into_use_and_taken_back(world: DemoWorld) -> None:
    office = world.coordinator
    before = await _people(world)
    await office.says("/team")
    shown = await office.sees("remplissez le modèle")
    await office.taps("Modèle à remplir", on=shown)
    await office.sees(lambda seen: seen.name == "equipe.xlsx")

    await office.sends_document("équipe.csv", content=TEAM.encode("cp1252", errors="replace"))
    asked = await office.sees("1 nouveau, 1 changement")
    assert "➕ Binta Diop" in asked.text
    assert "Poste agent → chef d’équipe" in asked.text
    assert await _people(world) == before
    await office.taps("Mettre en service", on=asked)
    done = await office.sees("C’est fait (2)")
    binta = (await _people(world))[-1]
    assert binta[:3] == ("Binta Diop", "+33639980041", ["driver", "handler"])
    await office.says("/team")
    await office.sees("📵 Binta Diop")

    await office.taps("Annuler ce fichier", on=done)
    await office.sees("l’équipe est comme avant ce fichier")

    after = await _people(world)
    assert after[:-1] == before
    assert after[-1][-1] is False
    trail = select(events.c.what).where(events.c.subject == "roster").order_by(events.c.id)
    assert [row[0] for row in await records.rows(world, trail)] == [
        "roster_applied",
        "roster_withdrawn",
    ]


async def test_vans_come_by_file_too(world: DemoWorld) -> None:
    office = world.coordinator
    await office.sends_document("camions.csv", content=VANS.encode())
    asked = await office.sees("1 nouveau, 1 changement")
    await office.taps("Mettre en service", on=asked)
    await office.sees("C’est fait (2)")

    query = select(V.plate, V.kind, V.payload_kg).order_by(V.id)
    assert await records.rows(world, query) == [
        ("AB-123-CD", "van20", "800"),
        ("EF-456-GH", "van12", "1000"),
        ("GH-789-JK", "flatbed", "900"),
    ]


async def test_every_fault_is_named_by_row_and_column_and_nothing_changes(
    world: DemoWorld,
) -> None:
    office = world.coordinator
    before = await _people(world)
    bad = "Nom;Téléphone;Date de naissance\nZoé;12;\nAwa;;01/01/2012\n"

    await office.sends_document("équipe.csv", content=bad.encode())
    shown = await office.sees("2 problèmes dans ce fichier")
    assert "Ligne 2, « Téléphone »" in shown.text
    assert "Ligne 3, « Date de naissance »" in shown.text
    await office.sends_document("équipe.ods", content=b"PK")
    await office.sees("Je ne lis pas les fichiers .ods")

    assert await _people(world) == before


async def test_a_client_s_table_is_no_team(world: DemoWorld) -> None:
    client = world.client
    before = await _people(world)
    await register(client)
    await client.sees("Que faut-il faire")
    mark = client.mark()

    await client.sends_document("équipe.csv", content=TEAM.encode())
    await client.sees_after(mark, "J’ai reçu un fichier")

    assert await _people(world) == before
