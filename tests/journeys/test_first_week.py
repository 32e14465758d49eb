"""A company installs the bot, plans three jobs, and the week goes otherwise: who hears what."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.demo.world import DemoWorld, bot_running
from sandbox import SandboxPerson
from storage.tables import assignments, events, jobs
from tests.journeys import records
from tests.journeys.first_week import Ledger, empty_world, plan_with, take_in
from tests.journeys.joining_steps import invitation
from tests.journeys.steps import confirm, register, request, sign

SIRETS = ("732 829 320 00074", "552 100 554 00013", "443 061 841 00047")
EVENING = datetime(2026, 12, 13, 17, 40, tzinfo=UTC)  # 18:40 in Paris: the eve's reminder is out
MORNING = datetime(2026, 12, 14, 5, 10, tzinfo=UTC)  # 06:10 in Paris: so is the morning's
CREWS = (("Moussa", "Awa"), ("Karim", "Fatou"), ("Olena", "Tariq"))


async def _invite_coordinator(world: DemoWorld) -> SandboxPerson:
    """The administrator lets a coordinator in by a link, without a restart."""
    admin, paul = world.coordinator, world.sandbox.person("paul", first_name="Paul")
    await admin.says("/coordinators")
    await admin.taps("Inviter quelqu’un")
    link = await admin.sees("?start=office-")
    await paul.says(f"/start {link.text.partition('?start=')[2].split()[0]}")
    await paul.taps("Français")
    await paul.sees("Vous coordonnez maintenant")
    await paul.joins(world.group)
    return paul


async def _join(office: SandboxPerson, member: SandboxPerson) -> None:
    await member.says(f"/start {await invitation(office, member.user.first_name)}")
    await member.taps("Français")
    await member.shares_contact()
    await member.sees("C’est bon")


async def _agreed(world: DemoWorld, office: SandboxPerson, client: SandboxPerson, n: int) -> None:
    await register(client, name=f"Cliente {n}", siret=SIRETS[n - 1], company=f"Bâti {n}")
    await request(client)
    await client.sees(f"DEM-2026-000{n}")
    mark = office.mark()
    card = await office.sees(f"DEM-2026-000{n} ·", chat=world.group)
    await office.taps("Envoyer le devis", on=card, chat=world.group)
    await sign(client)
    assert mark >= 0


async def _replaces(world: DemoWorld, office: SandboxPerson, gone: str, new: SandboxPerson) -> None:
    name = new.user.first_name
    await office.taps(f"Remplacer {gone}", chat=world.group)
    choice = await office.sees(f"Qui remplace {gone}")
    await office.taps(name, on=choice)
    await confirm(new)


@pytest.mark.timeout(400)
async def test_the_first_week_of_a_company(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with empty_world(tmp_path) as world:
        assert "➕ Moussa" in await take_in(world, tmp_path)
        async with bot_running(world.settings, world.clock):
            ledger = await _the_week(world)
    with capsys.disabled():
        sys.stdout.write(f"\n{ledger.printed()}\n")


async def _the_week(world: DemoWorld) -> Ledger:
    office = await _invite_coordinator(world)
    by_name = {member.user.first_name: member for member in world.crew}
    clients = (world.client, world.other_client, world.sandbox.person("client3"))
    for member in world.crew:
        await _join(office, member)
    for n, client in enumerate(clients, start=1):
        await _agreed(world, office, client, n)
    names = {f"client {n}": client for n, client in enumerate(clients, start=1)}
    ledger = Ledger(world, {**by_name, **names, "Paul": office, "Nadia": world.coordinator})
    await _planned(world, ledger, office)
    await _ill(world, ledger, office)
    await _moved(world, ledger, office)
    await _nothing_lost(world)
    return ledger


async def _planned(world: DemoWorld, ledger: Ledger, office: SandboxPerson) -> None:
    """Three jobs are planned; each crew and client hears of its own."""
    for n, (crew, van) in enumerate(zip(CREWS, "ABC", strict=True), start=1):
        async with ledger.event(f"job {n} is published"):
            await plan_with(office, n, crew, van)
            await confirm(*(ledger.people[name] for name in crew))
        told = ledger.counts(f"job {n} is published")
        assert {*told} == {*crew, f"client {n}", "Paul"}
        assert told[crew[0]] == told[crew[1]] == told[f"client {n}"] == 1


async def _ill(world: DemoWorld, ledger: Ledger, office: SandboxPerson) -> None:
    """One is ill the evening before, one on the morning: a replacement is asked, nobody else."""
    people = ledger.people
    async with ledger.event("the eve"):
        await world.jump(EVENING)
        for crew in CREWS:
            for name in crew:
                await people[name].sees("Demain 08:00")
    assert {*ledger.counts("the eve")} == {name for crew in CREWS for name in crew}
    async with ledger.event("Karim is ill tomorrow"):
        await people["Karim"].says("/status")
        await people["Karim"].taps("Pas disponible")
        await people["Karim"].says("demain")
        await office.sees("Karim ne vient pas", chat=world.group)
        await _replaces(world, office, "Karim", people["Binta"])
    heard = ledger.counts("Karim is ill tomorrow")
    assert {*heard} == {"Karim", "Binta", "Paul"}
    assert heard["Binta"] == 1
    async with ledger.event("the morning"):
        await world.jump(MORNING)
        await people["Tariq"].sees("Aujourd’hui 08:00")
        await people["Binta"].sees("Aujourd’hui 08:00")
    coming = {name for crew in CREWS for name in crew} - {"Karim"} | {"Binta"}
    assert {*ledger.counts("the morning")} == coming
    async with ledger.event("Olena is ill today"):
        await people["Olena"].says("/status")
        await people["Olena"].taps("Malade aujourd’hui")
        await office.sees("Olena ne vient pas", chat=world.group)
        await _replaces(world, office, "Olena", people["Idris"])
    heard = ledger.counts("Olena is ill today")
    assert {*heard} - {"Tariq"} == {"Olena", "Idris", "Paul"}  # Tariq leads now, and is told so
    assert heard["Idris"] == 1


async def _moved(world: DemoWorld, ledger: Ledger, office: SandboxPerson) -> None:
    """A van is out, a client moves, a client cancels."""
    people = ledger.people
    async with ledger.event("van B is out"):
        mark = office.mark()
        await office.says("/start plan-2")
        shown = await office.sees_after(mark, lambda seen: "🚚 Autre véhicule" in seen.labels)
        await office.taps("🚚 Autre véhicule", on=shown)
        choice = await office.sees("quel véhicule à la place")
        await office.taps("Camion D", on=choice)
        await office.sees("INT-2026-0002 : changé")
    assert {*ledger.counts("van B is out")} == {"Binta", "Fatou", "Paul"}
    assert ledger.table["van B is out"]["Fatou"][0].endswith("Camion B → Camion D")
    async with ledger.event("client 1 moves to Wednesday"):
        await _open_job(people["client 1"], 1, "📅 Un autre jour")
        await people["client 1"].says("16/12/2026")
        await office.taps("📅 Répondre", chat=world.group)
        await office.taps("✅ Accepter mer. 16 déc.")
        await confirm(people["Moussa"], people["Awa"])
    told = ledger.counts("client 1 moves to Wednesday")
    assert {*told} == {"client 1", "Moussa", "Awa", "Paul"}
    assert told["Moussa"] == told["Awa"] == 1
    async with ledger.event("client 3 cancels"):
        await _open_job(people["client 3"], 3, "✖ Annuler")
        sure = await people["client 3"].sees("60 % du prix convenu")
        await people["client 3"].taps("Oui, annuler", on=sure)
        await people["Tariq"].sees("annulé. Ne venez pas")
    told = ledger.counts("client 3 cancels")
    assert {*told} == {"client 3", "Tariq", "Idris"}
    assert told["Tariq"] == told["Idris"] == 1


async def _open_job(client: SandboxPerson, n: int, label: str) -> None:
    await client.says("/status")
    mark = client.mark()
    await client.taps(f"📦 DEM-2026-000{n}")
    card = await client.sees_after(mark, lambda seen: label in seen.labels)
    await client.taps(label, on=card)


async def _nothing_lost(world: DemoWorld) -> None:
    """Every assignment is there once, and the fee stands in the trail."""
    states = select(jobs.c.number, jobs.c.state).order_by(jobs.c.id)
    assert await records.rows(world, states) == [
        ("INT-2026-0001", "confirmed"),
        ("INT-2026-0002", "confirmed"),
        ("INT-2026-0003", "cancelled"),
    ]
    seats = select(assignments.c.job_id, assignments.c.member_id)
    kept = await records.rows(world, seats)
    assert len(kept) == len({*kept}) == 6
    fees = select(events.c.details).where(events.c.what == "cancelled")
    [(details,)] = await records.rows(world, fees)
    assert details["cancelled"]["percent"] == 60
