"""Two companies at once: each sees its own, and nobody the other's."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import func, select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from sandbox.seen import Seen
from storage.tables import events, quotes, requests, revisions
from tests.journeys import moments, records
from tests.journeys.moments import REGISTRATION, REQUEST, Moment
from tests.journeys.steps import register, request
from tests.journeys.tongue import Tongue

OTHER_SIRET = "552 100 554 00013"


def _of_another_company() -> Sequence[Moment]:
    """The same registration, with another SIRET."""
    says = moments.says(OTHER_SIRET)
    return [
        replace(moment, answer=says) if "SIRET" in moment.name else moment
        for moment in REGISTRATION
    ]


async def _both_registered(world: DemoWorld) -> tuple[SandboxPerson, SandboxPerson]:
    await register(world.client)
    await register(world.other_client, name="Hugo Verre", siret=OTHER_SIRET, company="Verre & Co")
    return world.client, world.other_client


async def _quoted(world: DemoWorld) -> tuple[Seen, Seen]:
    """Each client has a quote; return the cards."""
    person, other = await _both_registered(world)
    await request(person)
    await person.sees("DEM-2026-0001")
    await request(other)
    await other.sees("DEM-2026-0002")
    await world.coordinator.sees("DEM-2026-0002 ·", chat=world.group)
    await world.coordinator.taps("Envoyer le devis", chat=world.group, index=1)
    first = await person.sees("Devis DEV-2026-0001")
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    return first, await other.sees("Devis DEV-2026-0002")


async def _refusals(world: DemoWorld) -> list[tuple[int, str]]:
    c = events.c
    found = await records.rows(world, select(c.actor_id, c.details).where(c.what == "refused"))
    return [(actor, details["action"]) for actor, details in found]


async def test_two_clients_answer_in_turns_and_each_gets_a_number(world: DemoWorld) -> None:
    french, english = Tongue("fr"), Tongue("en")
    await asyncio.gather(
        moments.choose_language(world.client, french),
        moments.choose_language(world.other_client, english),
    )
    marks = [-1, -1]
    both = ((world.client, french), (world.other_client, english))
    for pair in zip((*REGISTRATION, *REQUEST), (*_of_another_company(), *REQUEST), strict=True):
        for n, (person, tongue) in enumerate(both):
            await moments.asked(person, tongue, pair[n], marks[n])
        for n, (person, tongue) in enumerate(both):
            marks[n] = person.mark()
            await pair[n].answer(person, tongue)

    numbers = await records.rows(world, select(requests.c.number).order_by(requests.c.id))
    assert numbers == [("DEM-2026-0001",), ("DEM-2026-0002",)]


async def test_each_sees_only_their_own(world: DemoWorld) -> None:
    await _quoted(world)
    for person, own, not_own in (
        (world.client, "DEM-2026-0001", "DEM-2026-0002"),
        (world.other_client, "DEM-2026-0002", "DEM-2026-0001"),
    ):
        mark = person.mark()
        await person.says("/status")
        card = await person.sees_after(mark, own)
        assert not_own not in card.text


async def test_a_copied_button_of_another_company_is_refused_and_noted(world: DemoWorld) -> None:
    first, second = await _quoted(world)
    thief, screen = world.other_client, len(world.other_client.screen)

    for label in ("Accepter", "Refuser"):
        flash = await thief.presses(first.code(label), second)
        assert flash == "Ce bouton n’est pas pour vous."

    assert len(thief.screen) == screen
    assert await _refusals(world) == [(thief.id, "accept"), (thief.id, "decline")]
    assert await records.rows(world, select(revisions.c.state)) == [("sent",), ("sent",)]


async def test_a_made_up_button_is_refused_as_another_ones_is(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    home = await world.client.sees("DEM-2026-0001")

    for data in ("a:accept:999:1", "a:quoted:999:0", "a:reply:999:0", "a:rate:999:1:5"):
        assert await world.client.presses(data, home) == "Ce bouton n’est pas pour vous."
    for data in ("a:accept:99999999999999999999:1", "a:accept:-1:0", "a:nothing:1:1", "a::", "?"):
        assert await world.client.presses(data, home) == "C’est déjà répondu 👍"
    assert not [seen for seen in world.group.screen if "pas pu être traité" in seen.text]


async def test_a_client_cannot_do_what_coordinators_do(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    home = await world.client.sees("DEM-2026-0001")
    card = await world.coordinator.sees("DEM-2026-0001 ·", chat=world.group)

    flash = await world.client.presses(card.code("Envoyer le devis"), home)
    assert flash == "Ce bouton n’est pas pour vous."
    for payload in ("ask-1", "refuse-1", "cost-1", "plan-1", "replace-1-1"):
        mark = world.client.mark()
        await world.client.says(f"/start {payload}")
        await world.client.sees_after(mark, "n’est pas pour vous")

    tried = ["quote", "ask", "refuse", "cost", "plan", "replace"]
    assert await _refusals(world) == [(world.client.id, one) for one in tried]
    assert await records.rows(world, select(func.count()).select_from(quotes)) == [(0,)]


async def test_a_group_member_without_the_role_cannot_send_a_quote(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await world.crew[0].joins(world.group)
    await world.coordinator.sees("DEM-2026-0001 ·", chat=world.group)

    flash = await world.crew[0].taps("Envoyer le devis", chat=world.group)

    assert flash == "Ce bouton n’est pas pour vous."
    assert await _refusals(world) == [(world.crew[0].id, "quote")]


async def test_a_coordinator_cannot_accept_for_a_client(world: DemoWorld) -> None:
    first, _ = await _quoted(world)
    await world.coordinator.says("/status")
    home = await world.coordinator.sees("À suivre")

    flash = await world.coordinator.presses(first.code("Accepter"), home)

    assert flash == "Ce bouton n’est pas pour vous."
    assert await _refusals(world) == [(world.coordinator.id, "accept")]


async def test_links_that_lead_nowhere_are_answered(world: DemoWorld) -> None:
    office = world.coordinator
    await office.says("/status")
    await office.sees("À suivre")
    for payload in ("ask-999", "refuse-abc", "ask-", "ask-99999999999999999999", "refuse-²"):
        mark = office.mark()
        await office.says(f"/start {payload}")
        await office.sees_after(mark)
    assert not [seen for seen in world.group.screen if "pas pu être traité" in seen.text]
