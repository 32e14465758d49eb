"""A coordinator enters people, papers and vans in the chat, and lets another coordinator in."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import certificates, members, roles
from tests.journeys import records
from tests.journeys.steps import asked, ticked

M, C = members.c, certificates.c


async def test_a_member_with_a_certificate_is_entered_by_questions(world: DemoWorld) -> None:
    office = world.coordinator
    await office.says("/team")
    await office.taps("Ajouter une personne")
    await office.sees("Quel est le nom")
    await office.says("Binta <b>Diop</b>")
    await office.sees("18 ans")
    await office.says("03/04/2012")
    await office.sees("nous ne planifions pas de mineurs")
    await office.says("03/04/1990")
    await office.sees("Quel est son numéro")
    await office.says("06 39 98 00 61")
    await office.sees("Quelles langues")
    await office.says("français, arabe")
    await office.taps("agent")
    await office.taps("✔ Terminé")
    await office.says("01/12/2026")
    await office.sees("finit quand")
    await office.says("30/11/2026")
    await office.sees("La fin est avant le début")
    await office.taps("Sans fin")
    await office.taps("26")
    done = await office.sees("Binta <b>Diop</b> est dans l’équipe")
    await office.sees("➕ Binta", chat=world.group)

    await office.taps("👤 Binta", on=done)
    await office.taps("Certificat")
    await office.taps("Carte BTP")
    await office.taps("Passer")
    await office.says("15/06/2028")
    await office.sees("photo du document")
    await office.sends_photos()
    kept = await office.sees("Carte BTP — → 15/06/2028 📷")
    await office.taps("👤 Binta", on=kept)
    await office.taps("📷 Carte BTP")
    await office.sees(lambda seen: seen.from_bot and seen.kind == "photo")

    binta = select(M.name, M.phone, M.contract_hours).where(M.phone == "+33639980061")
    assert await records.rows(world, binta) == [("Binta <b>Diop</b>", "+33639980061", "26")]
    stored = select(C.kind, C.media_id.is_not(None)).where(C.issued_on.is_(None), C.media_id > 0)
    assert await records.rows(world, stored) == [("CARTE_BTP", True)]


async def test_a_plan_with_a_van_out_of_service_cannot_be_published(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await office.says("/team")
    await office.taps("🚐 Véhicules")
    await office.taps("🚐 Camion 20 m³")
    await office.taps("🔧 Hors service")
    await office.says("14/12/2026")
    await office.taps("Je ne sais pas encore")
    await office.sees("Indisponible du — → 14/12/2026")

    await office.says("/start plan-1")
    await office.taps("lun. 14 déc.")
    await office.taps("07:30")
    for name in ("Moussa", "Karim"):
        await office.taps(f"☐ {name}")
        await ticked(office, name)
    await office.taps("✔ Terminé")
    await office.taps("Passer", on=await asked(office, "Qui dirige"))
    await office.taps("⛔ Camion 20", on=await asked(office, "quel véhicule"))
    plan = await asked(office, "Plan INT-")

    assert "Camion 20 m³ · AB-123-CD n’est pas en service le lundi 14 décembre" in plan.text
    assert not any("Publier" in label for label in plan.labels)


async def test_a_coordinator_comes_in_by_a_link_and_goes(world: DemoWorld) -> None:
    office, hugo = world.coordinator, world.other_client
    await office.says("/coordinators")
    await office.taps("Inviter quelqu’un")
    link = await office.sees("?start=office-")
    payload = link.text.partition("?start=")[2].split()[0]
    await hugo.says(f"/start {payload}")
    await hugo.taps("English")
    await hugo.says("/team")
    await hugo.sees("Moussa")
    await office.sees("Hugo coordonne maintenant", chat=world.group)
    held = select(roles.c.role).where(roles.c.person_id == hugo.id)
    assert await records.rows(world, held) == [("coordinator",)]

    await office.says("/coordinators")
    await office.taps("🗑 Retirer Hugo")
    await hugo.sees("You no longer coordinate")
    assert await records.rows(world, held) == []
