"""Two coordinators give two vehicles the same name in the same moment: one has it, one is told."""

import asyncio
from typing import Any

from sqlalchemy import func, select

from bot.clock import SystemClock, real_now
from bot.telegram.intake import Intake
from domain.people import Role
from storage import fleet, people
from storage.engine import Database
from storage.tables import troubled_updates
from tests.handlers.contexts import tap, told
from tests.trade import COORDINATOR, services

BOT, OMAR = 7, 910
NAMES = ("Camion bleu", "Camion vert")


def says(update_id: int, person: int, text: str) -> dict[str, Any]:
    message = {
        "message_id": update_id,
        "date": 1_800_000_000,
        "chat": {"id": person, "type": "private", "first_name": "X"},
        "from": {"id": person, "is_bot": False, "first_name": "X", "language_code": "fr"},
        "text": text,
    }
    return {"update_id": update_id, "message": message}


async def test_one_vehicle_has_the_name_and_the_other_coordinator_is_told(db: Database) -> None:
    async with db.begin(real_now()) as tx:
        for who in (COORDINATOR, OMAR):
            person = await people.meet(tx, who, first_name="X", language="fr")
            await people.give(tx, person, Role.COORDINATOR)
        vans = [await fleet.add(tx, name=name, kind="van20") for name in NAMES]
    for who, van in zip((COORDINATOR, OMAR), vans, strict=True):
        await tap(db, who, "setvan", van, more="name")
    intakes = [Intake(db, BOT, services(), SystemClock(), lambda _: None) for _ in range(2)]
    ready = zip(intakes, ((1, COORDINATOR), (2, OMAR)), strict=True)
    await asyncio.gather(
        *(intake.take([says(update, who, "Camion rouge")]) for intake, (update, who) in ready)
    )

    async with db.read(real_now()) as tx:
        names = {van.name for van in await fleet.fleet(tx)}
        dead = select(func.count()).where(troubled_updates.c.dead_at.is_not(None))
        row = await tx.first(dead)
    assert row is not None
    assert row[0] == 0
    assert "Camion rouge" in names
    assert len(names & {*NAMES}) == 1
    said = [text for who in (COORDINATOR, OMAR) for text in await told(db, who)]
    assert sum("existe déjà" in text for text in said) == 1
