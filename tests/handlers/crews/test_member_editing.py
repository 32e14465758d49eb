"""A coordinator enters a member by questions and changes one value; undo, refusals, who is told."""

from datetime import date
from decimal import Decimal

import pytest

from domain.people import Role
from handlers.conversation.given import SharedContact, Typed
from storage import crew_assignments, crews, events, jobs, people
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import buttons, press, send, told
from tests.trade import COORDINATOR, MONDAY, agreed_job, member

AWA, DESK = 11, -77


async def office(tx: Transaction) -> int:
    """Nadia plans; Awa is in the bot."""
    nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
    await people.give(tx, nadia, Role.COORDINATOR)
    awa = await member(tx, "Awa", person_id=AWA)
    await crews.change(tx, awa, phone="+33639980041")
    return awa


@pytest.fixture
async def awa(db: Database) -> int:
    async with db.begin(NOW) as tx:
        return await office(tx)


async def says(db: Database, *texts: str) -> None:
    for text in texts:
        await send(db, COORDINATOR, Typed(text))


async def presses(db: Database, *labels: str) -> None:
    for label in labels:
        await press(db, COORDINATOR, label)


async def add(db: Database, name: str, phone: str = "06 39 98 00 42") -> None:
    await send(db, COORDINATOR, command="equipe")
    await presses(db, "➕ Ajouter une personne")
    await says(db, name)
    await presses(db, "✅ 18 ans ou plus")
    await says(db, phone, "français et arabe")
    await presses(db, "☐ agent", "☐ chauffeur", "✔ Terminé")
    await says(db, "01/12/2026", "30/06/2027", "26 h")


async def test_a_member_is_entered_by_questions_told_and_taken_back(db: Database, awa: int) -> None:
    await add(db, "Binta <Diop>")

    done = (await told(db, COORDINATOR))[-1]
    assert "✅ Binta &lt;Diop&gt; est dans l’équipe" in done
    assert "Téléphone — → 06 39 98 00 42" in done
    assert any("➕ Binta" in text and "Nadia" in text for text in await told(db, DESK))
    async with db.read(NOW) as tx:
        binta = next(one for one in await crews.roster(tx) if one.name.startswith("Binta"))
        assert (binta.phone, binta.languages, binta.weekly_hours) == (
            "+33639980042",
            ("fr", "ar"),
            Decimal(26),
        )
        assert sorted(binta.roles) == ["driver", "handler"]
        assert (binta.contract_start, binta.contract_end) == (date(2026, 12, 1), date(2027, 6, 30))
        assert ("member_added", COORDINATOR) in await events.of(tx, "member", binta.id)
    await presses(db, "↩ Je me suis trompé")
    async with db.read(NOW) as tx:
        assert [one.name for one in await crews.roster(tx)] == ["Awa"]


async def test_one_value_changes_without_going_through_all(db: Database, awa: int) -> None:
    await send(db, COORDINATOR, command="equipe")
    await presses(db, "👤 Awa", "✏️ Changer", "Téléphone")
    await says(db, "06 39 98 00 77")

    assert (
        "✅ Awa\u202f: Téléphone 06 39 98 00 41 → 06 39 98 00 77"
        in (await told(db, COORDINATOR))[-1]
    )
    assert any("Votre fiche change" in text for text in await told(db, AWA))
    async with db.read(NOW) as tx:
        assert (await crews.roster(tx))[0].phone == "+33639980077"
    await presses(db, "↩ Je me suis trompé")
    async with db.read(NOW) as tx:
        assert (await crews.roster(tx))[0].phone == "+33639980041"
        trail = [what for what, _ in await events.of(tx, "member", awa)]
    assert trail[-2:] == ["member_changed", "member_change_undone"]


async def test_what_another_coordinator_changed_meanwhile_stays(db: Database, awa: int) -> None:
    await send(db, COORDINATOR, command="equipe")
    await presses(db, "👤 Awa", "✏️ Changer", "Heures par semaine")
    async with db.begin(NOW) as tx:
        await crews.change(tx, awa, name="Awa Cissé")
    await presses(db, "26")

    async with db.read(NOW) as tx:
        (now,) = await crews.roster(tx)
    assert (now.name, now.weekly_hours) == ("Awa Cissé", Decimal(26))


async def test_a_change_that_was_changed_again_is_not_taken_back(db: Database, awa: int) -> None:
    await send(db, COORDINATOR, command="equipe")
    await presses(db, "👤 Awa", "✏️ Changer", "Heures par semaine")
    await presses(db, "26")
    async with db.begin(NOW) as tx:
        await crews.change(tx, awa, contract_hours="30")

    assert "changé depuis" in await press(db, COORDINATOR, "↩ Je me suis trompé")
    async with db.read(NOW) as tx:
        assert (await crews.roster(tx))[0].weekly_hours == 30


async def test_who_is_under_18_is_refused_with_the_reason_and_no_date_is_kept(
    db: Database, awa: int
) -> None:
    await send(db, COORDINATOR, command="equipe")
    await presses(db, "➕ Ajouter une personne")
    await says(db, "Zoé", "02/05/2012")

    assert "nous ne planifions pas de mineurs" in (await told(db, COORDINATOR))[-1]
    async with db.read(NOW) as tx:
        assert len(await crews.roster(tx)) == 1


async def test_a_person_twice_and_a_phone_of_somebody_else_are_named_and_nothing_is_lost(
    db: Database, awa: int
) -> None:
    await send(db, COORDINATOR, command="equipe")
    await presses(db, "➕ Ajouter une personne")
    await says(db, "awa")
    assert "est déjà dans l’équipe" in (await told(db, COORDINATOR))[-1]
    await presses(db, "➕ Autre personne, même nom", "✅ 18 ans ou plus")
    await send(db, COORDINATOR, SharedContact("33639980041", "Awa", own=False))
    assert "Ce numéro est celui de Awa" in (await told(db, COORDINATOR))[-1]
    await send(db, COORDINATOR, SharedContact("33639980043", "Awa", own=False))
    await presses(db, "français", "☐ agent", "✔ Terminé", "Passer", "Sans fin (CDI)", "35")

    async with db.read(NOW) as tx:
        found = [(one.name, one.phone) for one in await crews.roster(tx)]
    assert sorted(found) == [("Awa", "+33639980041"), ("awa", "+33639980043")]


async def test_who_is_planned_already_is_not_taken_out_by_an_undo(db: Database, awa: int) -> None:
    await add(db, "Binta")
    async with db.begin(NOW) as tx:
        binta = next(one for one in await crews.roster(tx) if one.name == "Binta")
        job = await jobs.change(tx, await agreed_job(tx), start_on=MONDAY)
        await crew_assignments.assign(tx, job.id, [binta.id], binta.id)

    assert "déjà utilisé" in await press(db, COORDINATOR, "↩ Je me suis trompé")


async def test_who_left_is_not_changed(db: Database, awa: int) -> None:
    await send(db, COORDINATOR, command="equipe")
    await presses(db, "👤 Awa", "✏️ Changer")
    labels = await buttons(db, COORDINATOR)
    assert "Poste" in labels
    async with db.begin(NOW) as tx:
        await crews.leave(tx, awa)

    assert "n’est plus dans l’équipe" in await press(db, COORDINATOR, "Poste")
