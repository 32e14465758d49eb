"""A quote accepted, undone, changed, expired, renewed: what people tap, and what is kept of it."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from storage.tables import events, jobs, media, requests, revisions
from tests.documents.reading import text_of
from tests.journeys import moments, records
from tests.journeys.steps import (
    ask_change,
    ask_renewal,
    asked,
    card,
    more_desks,
    plan,
    quoted,
    register,
    send_price,
    sign,
)
from tests.journeys.tongue import Tongue

STATES = select(revisions.c.revision, revisions.c.state).order_by(revisions.c.revision)
AGREEMENT = "DEV-2026-0001-accord.pdf"
AFTER_THE_LAST_DAY = datetime(2026, 12, 24, 9, 0, tzinfo=UTC)


async def accept_again(client: SandboxPerson) -> None:
    await client.taps("Accepter")
    await client.taps("Jeanne Duval, Directrice")


async def refusals(world: DemoWorld) -> list[str]:
    c = events.c
    found = await records.rows(world, select(c.details).where(c.what == "refused"))
    return [details["action"] for (details,) in found]


async def colleague(world: DemoWorld) -> SandboxPerson:
    """The other client works for the same company now."""
    other = world.other_client
    await register(other, name="Hugo Verre", inside=world.client)
    return other


async def test_accepted_undone_changed_and_accepted(world: DemoWorld) -> None:
    client, office, group = world.client, world.coordinator, world.group
    await quoted(world)
    await sign(client)
    hashes = select(revisions.c.agreed_sha256, media.c.sha256).join(
        media, media.c.id == revisions.c.media_id
    )
    ((agreed_to, of_pdf),) = await records.rows(world, hashes)
    assert agreed_to == of_pdf != ""

    undo = (await card(client, "Je me suis trompé")).code("Je me suis trompé")
    done = await client.taps("Je me suis trompé")
    assert done == "C’est annulé. Le devis attend votre réponse."
    await office.sees("annule son accord sur DEV-2026-0001", chat=group)
    open_again = await card(client, "Demander un changement")
    assert await client.presses(undo, open_again) == "📄 DEV-2026-0001 envoyé"
    assert await records.rows(world, select(jobs.c.state)) == [("cancelled",)]
    assert await records.rows(world, select(revisions.c.agreed_sha256)) == [(None,)]
    await office.says("/start plan-1")
    await office.sees("pas encore de chantier à planifier")

    await ask_change(client, "Sans les <armoires>")
    wanted = await office.sees("Changement demandé", chat=group)
    assert "💬 Client : Sans les <armoires>" in wanted.text.replace("\u00a0", " ")
    assert "💬 Répondre" in wanted.labels
    await office.says("/start ask-1")
    await office.sees("Le client demande un changement")
    await office.taps("Non, le devis reste")
    await office.sees("Vos mots au client")
    await office.says("Il n’y en a pas dans ce devis.")
    kept = await client.sees("Il n’y en a pas dans ce devis.")
    assert "💬 DEM-2026-0001" in kept.text
    assert "le devis reste tel quel" in kept.text
    await office.sees("Réponse envoyée pour DEM-2026-0001")
    await office.sees(
        lambda seen: "❓ Demander" in seen.labels and "Sans les" in seen.text, chat=group
    )

    await sign(client, "Paul Roux", "Gérant")
    await records.become(world, select(revisions.c.agreed_by), [("Paul Roux",)])
    assert await records.rows(world, select(jobs.c.number, jobs.c.state)) == [
        ("INT-2026-0001", "draft")
    ]


async def test_an_agreed_change_comes_with_the_next_revision_only(world: DemoWorld) -> None:
    client, office, group = world.client, world.coordinator, world.group
    old = await quoted(world)
    await ask_change(client, "Plutôt 30 bureaux")
    await office.sees("Changement demandé", chat=group)
    await office.says("/start ask-1")
    await office.taps("Oui, une nouvelle version")
    await office.sees("Vos mots au client")
    await office.says("D’accord pour 30.")
    await client.sees("d’accord pour votre changement")
    agreed = await asked(client, "Votre changement est accepté")
    assert not any("Accepter" in label for label in agreed.labels)
    told = await client.presses(old.code("Accepter"), agreed)
    assert told is not None
    assert told.startswith("✏️ Votre changement est accepté")
    await office.sees("Changement convenu", chat=group)

    await office.taps("Réviser le devis", chat=group)
    await asked(office, "Chiffrage DEM-2026-0001")
    await more_desks(office)
    await send_price(office)
    revised = await asked(client, "Devis DEV-2026-0001-2")
    assert "À votre demande : « Plutôt 30 bureaux »" in revised.text.replace("\u202f", " ")
    await sign(client)
    assert await records.rows(world, STATES) == [(1, "superseded"), (2, "accepted")]


async def test_declined_undone_and_accepted_by_a_colleague(world: DemoWorld) -> None:
    client = world.client
    await quoted(world)
    await client.taps("Refuser")
    await client.taps("Le prix")
    await client.sees("ajouter un mot")
    await client.taps("Passer")
    refused = await client.sees("DEV-2026-0001 est refusé")
    await client.taps("Je me suis trompé", on=refused)
    await world.coordinator.sees("annule son refus", chat=world.group)
    await client.sees(lambda seen: "C’est annulé" in seen.text and not seen.buttons)

    other = await colleague(world)
    await other.says("/status")
    await other.taps("Voir le devis DEV-2026-0001")
    bubbles = len(client.screen)
    await asked(other, "Devis DEV-2026-0001")
    await sign(other, "Hugo Verre", "Gérant")
    await client.sees(lambda seen: "Accord de Hugo Verre, Gérant" in seen.text)
    assert len(client.screen) == bubbles  # it follows in silence
    assert await records.rows(world, STATES) == [(1, "accepted")]


async def test_an_answer_is_taken_back_after_its_job_was_cancelled(world: DemoWorld) -> None:
    client = world.client
    await quoted(world)
    await sign(client)
    old = await card(client, "Je me suis trompé")
    await client.says("/status")
    await client.taps("📦 DEM-2026-0001")
    await client.taps("✖ Annuler")
    await client.taps("Oui, annuler")
    await client.sees("INT-2026-0001 est annulé")

    await client.presses(old.code("Je me suis trompé"), old)

    await records.become(world, STATES, [(1, "sent")])


async def test_after_an_hour_or_a_published_plan_an_answer_stays(world: DemoWorld) -> None:
    client = world.client
    await quoted(world)
    await sign(client)
    old = await card(client, "Je me suis trompé")
    code = old.code("Je me suis trompé")
    await plan(world, "Moussa", "Awa", hour="08:00")
    flash = await client.presses(code, old)
    assert flash is not None
    assert flash.startswith("L’équipe est déjà prévenue")
    await world.jump(world.clock.now() + timedelta(minutes=61))
    flash = await client.presses(code, old)
    assert flash is not None
    assert flash.startswith("Cela fait plus d’une heure")
    assert await records.rows(world, STATES) == [(1, "accepted")]


async def test_who_signed_before_is_a_button_and_the_order_stays(world: DemoWorld) -> None:
    client = world.client
    await quoted(world)
    await sign(client)
    await client.sees(lambda seen: seen.name == AGREEMENT)
    mark = client.mark()
    await client.taps("Bon de commande")
    await client.sees("Envoyez le bon de commande")
    await client.says("BC-7781")
    await client.sees("Bon de commande noté")
    await world.coordinator.sees("BC-7781", chat=world.group)
    ordered = await client.sees_after(mark, lambda seen: seen.name == AGREEMENT)
    assert "Bon de commande BC-7781" in text_of(await ordered.bytes())
    assert await records.rows(world, select(revisions.c.order_ref)) == [("BC-7781",)]

    mark = client.mark()
    await client.says("/new")
    await moments.play(client, Tongue("fr"), moments.REQUEST, mark)
    await client.sees("DEM-2026-0002")
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await asked(client, "Devis DEV-2026-0002")
    await accept_again(client)
    await client.sees("Votre accord sur DEV-2026-0002")
    signed = select(revisions.c.agreed_by, revisions.c.agreed_role)
    assert set(await records.rows(world, signed)) == {("Jeanne Duval", "Directrice de travaux")}


async def test_an_expired_quote_is_renewed_at_the_prices_of_the_day(world: DemoWorld) -> None:
    client, office, group = world.client, world.coordinator, world.group
    await quoted(world)
    await world.jump(AFTER_THE_LAST_DAY)
    expired = await card(client, "Mettre à jour ce devis")
    assert "n’est plus valable" in expired.text
    await ask_renewal(client, "DEV-2026-0001")
    wanted = await office.sees("Mise à jour demandée", chat=group)
    send = wanted.code("Envoyer le devis à jour")
    flashes = await asyncio.gather(office.presses(send, wanted), office.presses(send, wanted))
    assert sorted(flashes, key=str) == [
        "Cela a changé entre-temps. Regardez la carte à jour.",
        "Le devis part chez le client.",
    ]
    renewed = await asked(client, "Devis DEV-2026-0001-2")
    assert "samedi 23 janvier 2027" in renewed.text
    assert await client.presses(expired.code("Mettre à jour"), renewed) == (
        "DEV-2026-0001 remplacé par un plus récent"
    )
    await sign(client)
    await client.sees("Votre accord sur DEV-2026-0001-2")
    assert await records.rows(world, STATES) == [(1, "superseded"), (2, "accepted")]
    assert await records.rows(world, select(requests.c.state)) == [("accepted",)]


async def test_a_copied_button_of_another_company_does_nothing(world: DemoWorld) -> None:
    first = await quoted(world)
    thief = world.other_client
    await register(thief, name="Hugo Verre", siret="552 100 554 00013", company="Verre & Co")
    await thief.says("/status")
    home = await thief.sees("Verre & Co")
    change = first.code("Demander un changement")
    tried = [change, *(change.replace("amend", one) for one in ("undo", "order", "renew"))]
    for code in (*tried, "a:mine:1:0"):
        assert await thief.presses(code, home) == "Ce bouton n’est pas pour vous."
    assert await refusals(world) == ["amend", "undo", "order", "renew", "mine"]
    assert await records.rows(world, STATES) == [(1, "sent")]


async def test_a_coordinator_sees_what_goes_cold(world: DemoWorld) -> None:
    await quoted(world)
    office = world.coordinator
    await office.says("/cold")
    await office.sees("Aucun devis ne refroidit")
    await world.jump(world.clock.now() + timedelta(days=11))
    await world.client.sees("Notre devis vous attend")
    await office.says("/status")
    await office.taps("Devis sans réponse")
    cold = await asked(office, "Devis sans signe de vie")
    assert "Bâti Nord" in cold.text
    assert "Silence depuis 11 jours · 1 relance" in cold.text
    await office.taps("👁 DEV-2026-0001")
    await office.sees("12 rue Hoche")


async def test_a_draft_is_taken_up_at_the_missing_answer(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await client.taps("Débarras de mobilier")
    await client.sees("Où est le chantier")
    await world.jump(world.clock.now() + timedelta(hours=25))
    nudge = await asked(client, "Vous avez commencé une demande")
    mark = client.mark()
    await client.taps("Continuer", on=nudge)
    await client.sees_after(mark, "Où est le chantier")
