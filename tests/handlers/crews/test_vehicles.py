"""Vehicles in the chat: entered by questions, out of service and back, removed and back."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from domain.people import Role
from domain.planning import JobShape, PlanDay
from handlers.conversation.given import Typed
from storage import fleet, jobs, people
from storage.engine import Database
from tests.conftest import NOW
from tests.handlers.contexts import buttons, press, send, tap, told
from tests.trade import COORDINATOR, MONDAY, agreed_job


@pytest.fixture(autouse=True)
async def _office(db: Database) -> None:
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)


async def office_adds_van(db: Database) -> None:
    await send(db, COORDINATOR, command="equipe")
    for label in ("🚐 Véhicules", "➕ Ajouter un véhicule"):
        await press(db, COORDINATOR, label)
    await send(db, COORDINATOR, Typed("Camion rouge"))
    await press(db, COORDINATOR, "camion 20 m³")
    await send(db, COORDINATOR, Typed("gh-789-jk"))
    await press(db, COORDINATOR, "20")
    await send(db, COORDINATOR, Typed("0"))
    assert "n’est pas un nombre plus grand que zéro" in (await told(db, COORDINATOR))[-1]
    await send(db, COORDINATOR, Typed("1,1 t"))
    for label in ("B", "✅ Oui", "❌ Non"):
        await press(db, COORDINATOR, label)
    await send(db, COORDINATOR, Typed("30/09/2027"))


async def test_a_vehicle_is_entered_goes_out_of_service_and_comes_back(db: Database) -> None:
    await office_adds_van(db)
    async with db.read(NOW) as tx:
        [van] = await fleet.fleet(tx)
    assert (van.name, van.kind, van.plate, van.payload) == (
        "Camion rouge",
        "van20",
        "GH-789-JK",
        Decimal(1100),
    )
    assert (van.tail_lift, van.glass_frame, van.inspected_until) == (True, False, date(2027, 9, 30))

    await press(db, COORDINATOR, "🚐 Camion rouge")
    await press(db, COORDINATOR, "🔧 Hors service")
    await send(db, COORDINATOR, Typed(f"{NOW:%d/%m/%Y}"))
    await press(db, COORDINATOR, "Je ne sais pas encore")
    await press(db, COORDINATOR, "🚐 Camion rouge")
    assert "⛔ hors service" in (await told(db, COORDINATOR))[-1]
    await press(db, COORDINATOR, "✅ De nouveau en service")
    async with db.read(NOW) as tx:
        [van] = await fleet.fleet(tx)
    assert van.out_from is None


async def test_a_vehicle_removed_by_mistake_comes_back_and_its_name_is_free(
    db: Database,
) -> None:
    await office_adds_van(db)
    await press(db, COORDINATOR, "🚐 Camion rouge")
    await press(db, COORDINATOR, "🗑 Retirer ce véhicule")
    assert "n’est plus dans les véhicules" in (await told(db, COORDINATOR))[-1]
    await press(db, COORDINATOR, "↩ Je me suis trompé")
    assert "✏️ Nom" in await buttons(db, COORDINATOR)
    await press(db, COORDINATOR, "🗑 Retirer ce véhicule")
    await office_adds_van(db)

    async with db.read(NOW) as tx:
        assert [van.name for van in await fleet.fleet(tx)] == ["Camion rouge"]


async def test_a_job_planned_with_a_van_that_breaks_down_is_named_and_keeps_the_van_in_use(
    db: Database,
) -> None:
    await office_adds_van(db)
    async with db.begin(NOW) as tx:
        [van] = await fleet.fleet(tx)
        job = await agreed_job(tx)
        await jobs.change(tx, job, start_on=MONDAY, start_time=time(8), vehicle_id=van.id)
    await press(db, COORDINATOR, "🚐 Camion rouge")
    assert job.number in await press(db, COORDINATOR, "🗑 Retirer ce véhicule")
    await press(db, COORDINATOR, "🔧 Hors service")
    await send(db, COORDINATOR, Typed(f"{MONDAY:%d/%m/%Y}"))
    await press(db, COORDINATOR, "Je ne sais pas encore")

    assert f"prévu avec ce véhicule\u202f: {job.number}" in (await told(db, COORDINATOR))[-1]


@pytest.mark.parametrize(("day", "named"), [(9, True), (8, False)])
async def test_a_van_is_needed_on_the_days_of_the_plan_that_lie_apart(
    db: Database, day: int, named: bool
) -> None:
    """A job of a Monday and of the Wednesday of the week after; on the Tuesday it rests."""
    async with db.begin(NOW) as tx:
        van = await fleet.add(tx, name="Camion rouge", kind="van20")
        shape = JobShape((PlanDay(0), PlanDay(9)))
        job = await jobs.change(
            tx,
            await agreed_job(tx),
            start_on=MONDAY,
            start_time=time(8),
            vehicle_id=van,
            shape=shape,
        )
    await tap(db, COORDINATOR, "outvan", van)
    for _ in range(2):
        await send(db, COORDINATOR, Typed(f"{MONDAY + timedelta(day):%d/%m/%Y}"))

    said = (await told(db, COORDINATOR))[-1]
    assert "Camion rouge" in said
    assert (job.number in said) is named


async def rename(db: Database, name: str, to: str) -> None:
    async with db.read(NOW) as tx:
        [van] = [one for one in await fleet.fleet(tx) if one.name == name]
    await tap(db, COORDINATOR, "setvan", van.id, more="name")
    await send(db, COORDINATOR, Typed(to))


async def names(db: Database) -> list[str]:
    async with db.read(NOW) as tx:
        return [van.name for van in await fleet.fleet(tx)]


async def test_a_vehicle_takes_the_name_of_one_that_was_removed_which_comes_back_with_its_number(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        old = await fleet.add(tx, name="Camion rouge", kind="van20")
        await fleet.add(tx, name="Camion bleu", kind="van20")
        await fleet.change(tx, old, active=False)
    await rename(db, "Camion bleu", "Camion rouge")
    assert await names(db) == ["Camion rouge"]

    await tap(db, COORDINATOR, "vanback", old)
    assert await names(db) == ["Camion rouge", f"Camion rouge #{old}"]


async def test_a_name_that_another_vehicle_took_meanwhile_stays_theirs(db: Database) -> None:
    async with db.begin(NOW) as tx:
        van = await fleet.add(tx, name="Camion bleu", kind="van20")
    await tap(db, COORDINATOR, "setvan", van, more="name")
    async with db.begin(NOW) as tx:
        await fleet.add(tx, name="Camion rouge", kind="van20")
    await send(db, COORDINATOR, Typed("camion rouge"))

    assert "« camion rouge » existe déjà" in (await told(db, COORDINATOR))[-1].replace(
        "\u202f", " "
    )
    assert await names(db) == ["Camion bleu", "Camion rouge"]


async def test_a_rename_is_undone_unless_another_vehicle_has_the_old_name(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await fleet.add(tx, name="Camion bleu", kind="van20")
    await rename(db, "Camion bleu", "Camion rouge")
    async with db.begin(NOW) as tx:
        other = await fleet.add(tx, name="Camion bleu", kind="van20")
    assert "Un autre véhicule s’appelle" in await press(db, COORDINATOR, "↩ Je me suis trompé")
    async with db.begin(NOW) as tx:
        await fleet.change(tx, other, active=False)
    await press(db, COORDINATOR, "↩ Je me suis trompé")

    assert await names(db) == ["Camion bleu"]


async def test_figures_of_any_length_are_kept_to_the_hundredth_and_huge_ones_refused(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        van = await fleet.add(tx, name="Camion bleu", kind="van20")
    await tap(db, COORDINATOR, "setvan", van, more="payload")
    await send(db, COORDINATOR, Typed("1234567890123 kg"))
    assert (
        "n’est pas un nombre plus grand que zéro, ou dépasse" in (await told(db, COORDINATOR))[-1]
    )
    await send(db, COORDINATOR, Typed("1,123456789012345 t"))

    async with db.read(NOW) as tx:
        [kept] = await fleet.fleet(tx)
    assert kept.payload == Decimal("1123.46")
