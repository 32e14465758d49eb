"""A company's people: by the link of who leads it, or once somebody of it says yes."""

import asyncio

from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from storage.tables import events, people
from storage.tables import requests as request_rows
from tests.journeys import records
from tests.journeys.colleague_steps import comes_in, follows, invites, opens_card
from tests.journeys.steps import SIRET, introduce, register, request

OTHER_SIRET = "552 100 554 00013"
NOT_YOURS = "Ce bouton n’est pas pour vous."
INSIDE = select(people.c.id, people.c.leads_company).where(people.c.company_id.is_not(None))


async def comes_second(world: DemoWorld) -> SandboxPerson:
    """Hugo registers with the SIRET of Claire's company, which has a request."""
    await register(world.client)
    await request(world.client)
    await world.client.sees("DEM-2026-0001")
    second = world.other_client
    await asks(second, "Hugo Petit")
    return second


async def test_a_colleague_is_let_in_and_then_sees_the_requests(world: DemoWorld) -> None:
    second = await comes_second(world)
    mark = second.mark()
    await second.says("/status")
    assert "DEM-2026" not in (await second.sees_after(mark, "Un collègue doit dire oui")).text
    mark = second.mark()
    await second.says("/new")
    await second.sees_after(mark, "/start")

    asked = await world.client.sees("Hugo Petit")
    await world.client.taps("✅ Oui", on=asked)
    await world.client.sees("Hugo Petit a rejoint Bâti Nord")
    await second.sees("Bâti Nord est enregistrée")
    mark = second.mark()
    await second.says("/status")
    await second.sees_after(mark, "DEM-2026-0001")
    assert await world.client.presses(asked.code("Oui"), asked) == "C’est déjà répondu 👍"


async def test_a_stranger_is_kept_out(world: DemoWorld) -> None:
    second = await comes_second(world)
    await world.client.taps("❌ Non", on=await world.client.sees("Hugo Petit"))
    await second.sees("n’a pas confirmé")
    inside = select(people.c.company_id).where(people.c.id == second.id)
    assert await records.rows(world, inside) == [(None,)]


async def test_a_coordinator_may_let_in_and_nobody_else_may(world: DemoWorld) -> None:
    second = await comes_second(world)
    waits = await second.sees("Un collègue doit dire oui")
    yes = (await world.client.sees("Hugo Petit")).code("Oui")
    assert await second.presses(yes, waits) == "Ce bouton n’est pas pour vous."
    refused = select(events.c.actor_id).where(events.c.what == "refused")
    assert await records.rows(world, refused) == [(second.id,)]

    card = await world.coordinator.sees("Hugo Petit", chat=world.group)
    await world.coordinator.taps("✅ Oui", chat=world.group, on=card)
    await second.sees("Bâti Nord est enregistrée")


async def test_who_follows_the_link_is_in_at_once_and_sees_the_requests(world: DemoWorld) -> None:
    claire, hugo = world.client, world.other_client
    await register(claire)
    await request(claire)
    await claire.sees("DEM-2026-0001")
    payload = await invites(claire)
    await comes_in(hugo, payload)
    await hugo.sees("DEM-2026-0001")
    assert not (await claire.sees("Hugo Petit a rejoint Bâti Nord")).labels
    known = select(people.c.full_name, people.c.phone, people.c.noticed_at.is_not(None))
    assert await records.rows(world, known.where(people.c.id == hugo.id)) == [
        ("Hugo Petit", hugo.user.phone and f"+{hugo.user.phone.lstrip('+')}", True)
    ]

    mark = hugo.mark()
    await hugo.says(f"/start {payload}")
    await hugo.sees_after(mark, "You are in this company already")
    await hugo.says("/invite")
    await hugo.sees_after(mark, "/status: where")
    mark = claire.mark()
    await claire.says("/invite")
    card = await claire.sees_after(mark, "1 sur 10")
    await claire.taps("Couper le lien", on=card)
    await claire.sees("Le lien est coupé")
    mark = hugo.mark()
    await hugo.says("/status")
    await hugo.sees_after(mark, "DEM-2026-0001")


async def test_a_link_that_was_cut_lets_nobody_in(world: DemoWorld) -> None:
    claire, hugo = world.client, world.other_client
    await register(claire)
    payload = await invites(claire)
    await follows(hugo, payload)
    mark = hugo.mark()
    await hugo.says(f"/start {payload}")
    await hugo.sees_after(mark, "What is your name")
    await claire.taps("Couper le lien")
    await claire.sees("Le lien est coupé")
    await hugo.says("Hugo Petit")
    await hugo.sees("Your phone number")
    await hugo.shares_contact()
    await hugo.sees("This link does not work any more")
    for bad in (payload, "join-", "join-made-up"):
        mark = hugo.mark()
        await hugo.says(f"/start {bad}")
        await hugo.sees_after(mark, "This link does not work any more")
    assert await records.rows(world, INSIDE) == [(claire.id, True)]


async def test_two_who_follow_the_same_link_at_once_are_both_in(world: DemoWorld) -> None:
    claire, hugo = world.client, world.other_client
    ines = world.sandbox.person("client3", first_name="Inès", language="en")
    await register(claire)
    payload = await invites(claire)
    await asyncio.gather(comes_in(hugo, payload), comes_in(ines, payload, "Inès Roy"))
    everyone = {(claire.id, True), (hugo.id, False), (ines.id, False)}
    assert set(await records.rows(world, INSIDE)) == everyone
    await claire.sees("Hugo Petit a rejoint")
    await claire.sees("Inès Roy a rejoint")
    mark = claire.mark()
    await claire.says("/invite")
    await claire.sees_after(mark, "2 sur 10")


async def test_the_link_changes_nothing_for_who_is_somebody_already(world: DemoWorld) -> None:
    claire, hugo, moussa = world.client, world.other_client, world.crew[0]
    await register(claire)
    await register(hugo, name="Hugo Verre", siret=OTHER_SIRET, company="Verre & Co")
    payload = await invites(claire)
    before = await records.rows(world, select(people))
    for person in (hugo, moussa, world.coordinator):
        mark = person.mark()
        await person.says(f"/start {payload}")
        await person.sees_after(mark, "Rien ne change pour vous")
    known = {row[0]: row for row in await records.rows(world, select(people))}
    assert [known[row[0]] for row in before] == before
    assert await records.rows(world, INSIDE.order_by(people.c.id)) == sorted(
        [(claire.id, True), (hugo.id, True)]
    )


async def test_an_outsider_and_a_colleague_tap_forged_buttons_for_nothing(world: DemoWorld) -> None:
    claire, hugo = world.client, world.other_client
    ines = world.sandbox.person("client3", first_name="Inès", language="en")
    await register(claire)
    await register(hugo, name="Hugo Verre", siret=OTHER_SIRET, company="Verre & Co")
    await comes_in(ines, await invites(claire), "Inès Roy")
    card = await opens_card(claire, "Inès Roy")
    forged = [card.code(one) for one in ("Gérer à deux", "Passer la main", "Retirer", "Retour")]
    home = await hugo.sees("Verre")
    welcome = await ines.sees("Welcome")
    for code in forged:
        assert await hugo.presses(code, home) == NOT_YOURS
        assert await ines.presses(code, welcome) == "This button is not for you."
    assert set(await records.rows(world, INSIDE)) == {
        (claire.id, True),
        (hugo.id, True),
        (ines.id, False),
    }


async def test_a_colleague_who_was_removed_opens_no_quote_any_more(world: DemoWorld) -> None:
    claire, hugo = world.client, world.other_client
    await register(claire)
    await comes_in(hugo, await invites(claire))
    await request(claire)
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    quote = await claire.sees("Devis DEV-2026-0001")
    mark = hugo.mark()
    await hugo.says("/status")
    home = await hugo.sees_after(mark, lambda seen: "DEV-2026-0001" in str(seen.labels))
    await hugo.taps("DEV-2026-0001", on=home)
    await hugo.sees_after(mark, "Quote DEV-2026-0001")
    accept = quote.code("Accepter")

    await claire.taps("Retirer", on=await opens_card(claire, "Hugo Petit"))
    await claire.sees("Hugo Petit ne voit plus rien")
    out = await hugo.sees("You are no longer in Bâti Nord")
    await world.coordinator.sees("suivies par Claire Martin", chat=world.group)
    for code in (home.code("DEV-2026-0001"), accept):
        assert await hugo.presses(code, out) == "This button is not for you."
    mark = hugo.mark()
    await hugo.says("/status")
    assert "DE" not in (await hugo.sees_after(mark, "/start")).text
    states = select(request_rows.c.state, request_rows.c.person_id)
    assert await records.rows(world, states) == [("quoted", claire.id)]


async def test_a_lead_is_asked_and_where_none_can_be_reached_a_colleague_is(
    world: DemoWorld,
) -> None:
    claire, hugo = world.client, world.other_client
    ines, zoe = (
        world.sandbox.person(name, first_name=name, language="fr") for name in ("ines", "zoe")
    )
    await register(claire)
    await comes_in(hugo, await invites(claire))
    await asks(ines, "Inès Roy")
    await claire.sees("Inès Roy (")
    await world.coordinator.sees("Inès Roy (", chat=world.group)
    await claire.blocks_bot()
    await world.coordinator.sees("Claire Martin", chat=world.group)
    await asks(zoe, "Zoé Blin")
    card = await hugo.sees("Zoé Blin (")
    assert not any("Inès Roy" in seen.text for seen in hugo.screen)
    await hugo.taps("✅ Yes", on=card)
    await zoe.sees("Bâti Nord est enregistrée")


async def asks(newcomer: SandboxPerson, name: str) -> None:
    """Register with the SIRET of a company that is there already."""
    await introduce(newcomer, name=name, siret=SIRET, company="Bâti Nord")
    await newcomer.sees("Un collègue doit dire oui")
