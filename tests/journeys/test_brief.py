"""A brief request: activity, address, photos, day, send; what is missing is asked later."""

import pytest
from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import attachments, events, quotes, request_lines, requests
from tests.journeys import records
from tests.journeys.brief_steps import send_brief
from tests.journeys.counting import Counted
from tests.journeys.steps import register

C = requests.c
STATES = select(C.number, C.state).order_by(C.id)


async def tell_the_rest(person: Counted) -> None:
    await person.taps("Plain-pied", "Que faut-il enlever")
    await person.says("20 bureaux droits 160x80 et 3 chaises visiteur", "Voici ce que j’ai compris")
    await person.taps("Ajouter, et c’est tout", "Qui êtes-vous")
    await person.taps("🏠 Propriétaire", "Jusqu’à quel jour")
    await person.taps("mer. 2 déc.", "Autre chose")
    await person.taps("Passer", "Tout est-il juste")
    await person.taps("Envoyer", "DEM-2026-0001")


async def test_the_hurried_road_takes_at_most_eight_acts(
    world: DemoWorld, capsys: pytest.CaptureFixture[str]
) -> None:
    client = await send_brief(world)

    client.told("The brief request", 8, capsys)
    told = await world.client.sees("vous demande le reste")
    assert "HT" not in told.text  # no price is guessed from photos
    card = await world.coordinator.sees("Demande rapide, à compléter", chat=world.group)
    assert card.labels[:2] == ("📨 Demander le reste au client", "✍️ Remplir nous-mêmes")
    assert "Envoyer le devis" not in "".join(card.labels)
    place = select(C.address, C.postcode, C.commune, C.state)
    assert await records.rows(world, place) == [("12 rue Hoche", "93500", "Pantin", "brief")]


async def test_one_tap_asks_for_the_rest_and_the_client_completes_it(world: DemoWorld) -> None:
    await send_brief(world)
    office, client = world.coordinator, world.client
    assert await office.taps("Demander le reste", chat=world.group) == (
        "Le reste est demandé au client."
    )
    await client.sees("il nous manque quelques réponses")
    await office.sees("Reste demandé au client par Nadia", chat=world.group)
    mark = client.mark()
    await client.taps("✍️ Compléter la demande")
    await client.sees_after(mark, "À quel étage")
    await tell_the_rest(Counted(client))

    asked = await client.sees("il nous manque")
    assert asked.buttons == ()
    card = await office.sees("20 × Bureau droit 160x80", chat=world.group)
    assert "Demande rapide" not in card.text
    assert await records.rows(world, STATES) == [("DEM-2026-0001", "submitted")]
    albums = [line for line in office.printed(world.group).splitlines() if "[album" in line]
    assert len(albums) == 1  # the photos are not shown twice
    photos = select(attachments.c.purpose)
    assert [*await records.rows(world, photos)] == [("site",)] * 3
    await office.taps("Envoyer le devis", chat=world.group)
    await client.sees("Devis DEV-2026-0001")


async def test_a_coordinator_who_has_seen_the_site_tells_the_rest(world: DemoWorld) -> None:
    await send_brief(world)
    office = world.coordinator
    await office.taps("Remplir nous-mêmes", chat=world.group)
    await office.sees("À quel étage")
    await tell_the_rest(Counted(office))

    assert "HT" not in (await office.sees("Elle est prête à chiffrer")).text
    told = await world.client.sees("nous avons tout ce qu’il faut")
    assert "Prix ferme après vérification" in told.text
    kept = select(C.company_id, C.person_id, C.state)
    assert await records.rows(world, kept) == [(1, world.client.user.id, "submitted")]
    done = select(events.c.actor_id).where(events.c.what == "completed")
    assert await records.rows(world, done) == [(office.user.id,)]


async def test_who_comes_second_is_told_and_changes_nothing(world: DemoWorld) -> None:
    await send_brief(world)
    office, client = world.coordinator, world.client
    await office.taps("Demander le reste", chat=world.group)
    mark = client.mark()
    await client.taps("✍️ Compléter la demande", on=await client.sees("il nous manque"))
    await client.sees_after(mark, "À quel étage")
    await office.taps("Remplir nous-mêmes", chat=world.group)
    await office.sees("À quel étage")
    await tell_the_rest(Counted(office))
    lines = select(request_lines.c.code, request_lines.c.quantity)
    before = await records.rows(world, lines)

    person = Counted(client)
    await person.taps("Plain-pied", "Que faut-il enlever")
    await person.says("7 tables basses", "7 × Table basse")
    await person.taps("C’est tout", "Qui êtes-vous")
    await person.taps("🏠 Propriétaire", "Jusqu’à quel jour")
    await person.taps("mer. 2 déc.", "Autre chose")
    await person.taps("Passer", "Tout est-il juste")
    await person.taps("Envoyer", "devis en préparation")
    assert await records.rows(world, lines) == before


async def test_a_brief_request_is_on_the_home_card_and_is_not_quoted(world: DemoWorld) -> None:
    await send_brief(world)
    client, office, thief = world.client, world.coordinator, world.other_client
    home = await client.sees("À vous : compléter la demande")
    await office.says("/status")
    assert "Demande rapide" in (await office.sees("À suivre")).text
    await client.taps("📦 DEM-2026-0001")
    await client.sees(lambda seen: "✍️ Compléter la demande" in seen.labels)

    card = await office.sees("Demande rapide", chat=world.group)
    await office.presses("a:quote:1:1", card)
    assert await records.rows(world, select(quotes.c.number)) == []
    await register(thief, name="Hugo", siret="130 025 265 00013", company="Verre & Cie")
    mine = await thief.sees("est enregistrée")
    assert await thief.presses("a:rest:1:0", mine) == "Ce bouton n’est pas pour vous."
    assert await client.presses("a:askrest:1:0", home) == "Ce bouton n’est pas pour vous."
    await client.says("/start tell-1")
    await client.sees("n’est pas pour vous")


async def test_what_was_told_of_the_place_before_is_not_asked_again(world: DemoWorld) -> None:
    client = world.client
    await send_brief(world)
    await world.coordinator.taps("Demander le reste", chat=world.group)
    mark = client.mark()
    await client.taps("✍️ Compléter la demande", on=await client.sees("il nous manque"))
    await client.sees_after(mark, "À quel étage")
    await tell_the_rest(Counted(client))
    again = Counted(client)
    await again.says("/new", "Que faut-il faire")
    await again.taps("Débarras de mobilier", "Où est le chantier")
    await again.says("12 rue Hoche, 93500 Pantin", "Comment continuer")
    await again.taps("⚡ Vite", "Envoyez des photos")
    await again.taps("Passer", "À partir de quel jour")
    await again.taps("lun. 30 nov.", "Tout est-il juste")
    await again.taps("Envoyer", "DEM-2026-0002")
    mark = client.mark()
    await client.taps("📦 DEM-2026-0002")
    shown = await client.sees_after(mark, "DEM-2026-0002")
    mark = client.mark()
    await client.taps("✍️ Compléter la demande", on=shown)
    await client.sees_after(mark, "Que faut-il enlever")
