"""Before anything is promised: a hazard is decided on, a site visited, a client talked with."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import attachments, decisions, events, messages, requests, surveys
from tests.journeys import records
from tests.journeys.restarts import theatre
from tests.journeys.steps import change, register, request

NOT_YOURS = "Ce bouton n’est pas pour vous."
EVE = datetime(2026, 12, 1, 17, 0, 5, tzinfo=UTC)  # 18:00 in Paris


async def _refused(world: DemoWorld) -> list[str]:
    query = select(events.c.details).where(events.c.what == "refused").order_by(events.c.id)
    return [row[0]["action"] for row in await records.rows(world, query)]


async def test_a_hazard_holds_the_quote_until_somebody_decides(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client, note="Il reste des munitions et de la moisissure")
    told = await client.sees("appelez la police")
    assert "protections" in told.text
    assert "En attente" in (await client.sees("DEM-2026-0001")).text
    card = await office.sees("Pas de devis avant", chat=world.group)
    assert not [label for label in card.labels if "Envoyer le devis" in label]
    assert "armes, munitions" in card.text

    assert "attend une décision" in (await office.presses("a:quote:1:1", card) or "")
    await world.other_client.says("/start decide-1")
    await world.other_client.sees("not for you")
    assert await _refused(world) == ["decide"]

    await office.taps("Décider", chat=world.group)
    facts = await office.sees("Décision pour DEM-2026-0001")
    assert "armes, munitions" in facts.text
    await office.taps("Continuer")
    await office.sees("sera gardé avec votre nom")
    await office.says("?")
    await office.sees("un peu court")
    await office.says("Vu sur place, la police est passée")

    await client.sees("nous avons regardé ce que vous avez signalé")
    decided = await office.sees("la police est passée", chat=world.group)
    assert "⚖️ Nadia, lun. 23 nov. 2026" in decided.text
    assert "décidé" in decided.text
    found = select(decisions.c.person_id, decisions.c.verdict, decisions.c.hazards)
    assert await records.rows(world, found) == [(office.id, "lift", ["weapons", "unhealthy"])]
    await office.taps("Envoyer le devis", chat=world.group)
    await client.sees("Devis DEV-2026-0001")


async def test_fixed_items_are_asked_about_and_their_papers_kept(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client, send=False)
    await change(client, "Objets")
    await client.sees("Que faut-il enlever")
    await client.says("2 lavabos")
    await client.sees("2 × Lavabo")
    await client.taps("C’est tout")
    await client.sees("Avez-vous le diagnostic amiante")
    await client.says("peut-être")
    await client.sees("un des boutons")
    await client.taps("Oui, je l’ai")
    await client.sees("Envoyez-le")
    await client.sends_document("dta.pdf", b"%PDF-1")
    await client.sees("1 document")
    await client.taps("Terminé")
    await client.sees("est-ce coupé")
    await client.taps("❌ Non")
    await client.sees("Tout est-il juste")
    await client.taps("Envoyer")

    card = await office.sees("réseaux non coupés", chat=world.group)
    assert "Diagnostic amiante" in card.text
    assert "pas de diagnostic" not in card.text
    assert "éléments fixes" in card.text
    answers = select(requests.c.asbestos, requests.c.cut_off, requests.c.held)
    assert await records.rows(world, answers) == [("yes", "no", ["live_networks"])]
    await office.sees(lambda seen: seen.name == "dta.pdf", chat=world.group)


async def test_a_visit_is_offered_chosen_remembered_and_called_off(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client, photos=0)
    await client.sees("nous venons voir")
    await office.taps("👁️ Visite", chat=world.group)
    for day, hours in (("01/12/2026", "10h"), ("02/12/2026", "8h30-12h"), ("03/12/2026", "10h")):
        mark = office.mark()
        await office.says(day)
        await office.sees_after(mark, "À quelle heure")
        mark = office.mark()
        await office.says(hours)
        await office.sees_after(mark, "Qui fait la visite" if day == "03/12/2026" else "quel jour")
    await office.taps("Nadia")

    offered = await client.sees("Quel horaire vous va")
    assert len(offered.labels) == 4
    await register(world.other_client, siret="552 100 554 00013", company="Verre & Co")
    home = await world.other_client.sees("Que faut-il faire")
    assert await world.other_client.presses(offered.code("mer. 2 déc."), home) == NOT_YOURS
    await client.taps("mer. 2 déc.")
    booked = await client.sees("vient voir les lieux.")
    mine = await office.sees("Visite DEM-2026-0001")
    for card in (booked, mine):
        assert "mer. 2 déc. 2026, 08:30–12:00" in card.text
    assert "Claire Martin" in mine.text
    assert await client.presses(offered.code("jeu. 3 déc."), offered) == (
        "Cela a changé entre-temps. Regardez la carte à jour."
    )

    await world.jump(EVE)
    mark = office.mark()
    await office.sees("C’est demain")
    await client.sees("C’est demain")
    assert await client.presses("a:unsurvey:1:2", offered) == NOT_YOURS
    await office.taps("Annuler la visite")
    await client.sees("la visite est annulée")
    found = await records.rows(world, select(surveys.c.state, surveys.c.version))
    assert found == [("cancelled", 3)]


async def test_a_talk_is_taken_over_and_given_back_where_it_was(tmp_path: Path) -> None:
    async with theatre(tmp_path) as running:
        world = running.world
        client, office = world.client, world.coordinator
        await register(client)
        await request(client)
        await client.sees("DEM-2026-0001")
        await client.taps("Nouvelle demande")
        await client.taps("Débarras de mobilier")
        await client.sees("Où est le chantier")
        await office.taps("🗣️ Parler", chat=world.group)
        await office.sees("Vous parlez avec Claire Martin")
        await client.sees("Nadia vous répond en personne")
        await office.sees("Nadia parle avec le client", chat=world.group)

        await client.says("Bonjour, il y a du plomb")
        await office.sees("Bonjour, il y a du plomb")
        await running.restart()
        await office.says("D’accord, envoyez une photo")
        await client.sees("D’accord, envoyez une photo")
        await client.sends_photos(1, ["La voici"])
        assert (await office.sees("La voici")).kind == "photo"
        await client.sends_voice()
        await office.sees(lambda seen: seen.kind == "voice")
        await office.sends_document("plan.pdf", b"%PDF-1")
        await client.sees(lambda seen: seen.name == "plan.pdf")
        await client.sends_sticker()
        await client.sees("Je ne peux transmettre")
        assert "marchera après" in (await client.taps("Arrêter") or "")
        await office.says("/start ask-1")
        card = await office.sees(lambda seen: "🤖 Rendre au bot" in seen.labels)
        copied = await client.sees("envoyez une photo")
        assert await client.presses(card.code("Rendre au bot"), copied) == NOT_YOURS

        mark = client.mark()
        await office.taps("Rendre au bot")
        await client.sees_after(mark, "Le bot est de retour")
        await client.sees_after(mark, "Où est le chantier")
        await client.says("3 rue de Paris")
        await client.sees("code postal")
        desk = await office.sees("Vocal à écouter", chat=world.group)
        assert "plomb" in desk.text
        thread = select(messages.c.from_client).order_by(messages.c.id)
        assert [row[0] for row in await records.rows(world, thread)] == [
            True, False, True, True, False,
        ]  # fmt: skip


async def test_a_silent_talk_goes_back_to_the_bot(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client)
    await office.taps("🗣️ Parler", chat=world.group)
    await client.sees("vous répond en personne")
    await world.jump(datetime(2026, 11, 23, 10, 30, tzinfo=UTC))
    await client.sees("Le bot est de retour")
    await office.sees("Plus de message depuis longtemps")


async def test_papers_and_a_voice_note_come_with_the_photos_and_with_an_answer(
    world: DemoWorld,
) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client, send=False)
    await change(client, "Photos")
    await client.sends_document("a.pdf", b"%PDF-1")
    await client.sees("qu’est-ce que c’est")
    await client.taps("Diagnostic PEMD")
    await client.sends_voice()
    await client.sees("5 photos")
    await client.taps("Terminé")
    await client.sees("Tout est-il juste")
    await client.taps("Envoyer")
    card = await office.sees("Diagnostic PEMD, 🎤 Vocal à écouter", chat=world.group)
    assert "Claire Martin" in card.text
    await office.sees(lambda seen: seen.kind == "voice", chat=world.group)

    for question, answer in (("Quelle porte ?", "Celle-ci"), ("Et la clé ?", "À l’accueil")):
        mark = client.mark()
        await office.taps("Demander", chat=world.group)
        await office.sees("Quelle est votre question")
        await office.says(question)
        await client.sees_after(mark, question)
        await client.taps("Répondre")
        await client.sees_after(mark, "Votre réponse")
        await client.sends_photos(1)
        await client.sees_after(mark, "1 fichier")
        await client.says(answer)
        await office.sees(answer, chat=world.group)
    kept = select(attachments.c.purpose).order_by(attachments.c.id)
    assert [row[0] for row in await records.rows(world, kept)] == [
        "site", "site", "site", "pemd", "voice", "thread", "thread",
    ]  # fmt: skip
