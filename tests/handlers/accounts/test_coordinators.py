"""An administrator invites a coordinator by a link and takes them out; rights follow at once."""

import re
from dataclasses import replace

import pytest

from domain.people import Role
from handlers.context.services import Services
from storage import events, people, sessions
from storage.engine import Database
from tests.conftest import NOW
from tests.handlers.contexts import buttons, follow, press, send, tap, told
from tests.trade import services

ADMIN, PAUL, SAM, DESK = 31, 22, 23, -77


@pytest.fixture(autouse=True)
async def _people(db: Database) -> None:
    async with db.begin(NOW) as tx:
        for person_id, name in ((ADMIN, "Nadia"), (PAUL, "Paul <X>"), (SAM, "Sam")):
            person = await people.meet(tx, person_id, first_name=name, language="fr")
            await people.change(tx, person, language_chosen=True)
        await people.give(tx, await people.get(tx, ADMIN), Role.ADMIN, Role.COORDINATOR)


def of() -> Services:
    return replace(services(), admins=frozenset({ADMIN}))


async def link(db: Database) -> str:
    await send(db, ADMIN, command="coordinateurs", of=of())
    await press(db, ADMIN, "➕ Inviter quelqu’un", of=of())
    found = re.search(r"start=office-([\w-]+)", (await told(db, ADMIN))[-1])
    assert found is not None
    return found[1]


async def roles(db: Database, person_id: int) -> frozenset[Role]:
    async with db.read(NOW) as tx:
        return (await people.get(tx, person_id)).roles


async def test_a_link_lets_one_person_in_at_once(db: Database) -> None:
    code = await link(db)
    await follow(db, PAUL, "office", code, of=of())
    await follow(db, SAM, "office", code, of=of())

    assert await roles(db, PAUL) == {Role.COORDINATOR}
    assert await roles(db, SAM) == frozenset()
    assert any("Bienvenue" in text for text in await told(db, PAUL))
    assert "Ce lien ne marche plus" in (await told(db, SAM))[-1]
    assert any("Paul &lt;X&gt; coordonne maintenant" in text for text in await told(db, DESK))
    await send(db, PAUL, command="crew", of=of())
    assert any("Équipe" in text for text in await told(db, PAUL))


async def test_who_is_taken_out_has_no_right_left_and_can_come_back(db: Database) -> None:
    await follow(db, PAUL, "office", await link(db), of=of())
    await send(db, ADMIN, command="coordinators", of=of())
    await press(db, ADMIN, "🗑 Retirer Paul <X>", of=of())

    assert await roles(db, PAUL) == frozenset()
    assert "Vous ne coordonnez plus" in (await told(db, PAUL))[-1]
    await send(db, PAUL, command="crew", of=of())
    assert not [text for text in (await told(db, PAUL))[-1:] if "Équipe" in text]
    async with db.read(NOW) as tx:
        assert await sessions.find(tx, PAUL) is None
        assert ("coordinator_out", ADMIN) in await events.of(tx, "person", PAUL)
    await press(db, ADMIN, "↩ Je me suis trompé", of=of())
    assert await roles(db, PAUL) == {Role.COORDINATOR}


async def test_an_administrator_is_not_taken_out_and_a_forged_button_lets_nobody_in(
    db: Database,
) -> None:
    await send(db, ADMIN, command="coordinators", of=of())
    assert list(await buttons(db, ADMIN)) == ["➕ Inviter quelqu’un"]
    toast = await tap(db, ADMIN, "officeout", ADMIN, of=of())
    assert toast is not None
    assert "dernier administrateur" in toast.text
    await tap(db, ADMIN, "officeback", SAM, of=of())
    assert await roles(db, SAM) == frozenset()
    assert Role.COORDINATOR in await roles(db, ADMIN)


async def test_a_link_that_was_cut_lets_nobody_in(db: Database) -> None:
    code = await link(db)
    await send(db, ADMIN, command="coordinators", of=of())
    await press(db, ADMIN, "✂ Annuler le lien en attente", of=of())
    await follow(db, PAUL, "office", code, of=of())

    assert await roles(db, PAUL) == frozenset()


async def test_the_inviter_does_not_use_up_the_link(db: Database) -> None:
    code = await link(db)
    await follow(db, ADMIN, "office", code, of=of())
    await follow(db, PAUL, "office", code, of=of())

    assert await roles(db, PAUL) == {Role.COORDINATOR}
