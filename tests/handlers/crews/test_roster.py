"""The roster: who is in the bot, and a link for each who is not."""

import re

import pytest

from domain.people import Role
from storage import crews, people
from storage.engine import Database
from storage.invitations import InvitationSpent
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import buttons, press, send, tap, told
from tests.trade import COORDINATOR, member

AWA, SAM = 11, 12


async def cast(tx: Transaction) -> tuple[int, int]:
    """Nadia plans; Awa, who leads, is in the bot, Zoé <X> is not."""
    nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
    await people.give(tx, nadia, Role.COORDINATOR)
    await people.meet(tx, SAM, first_name="Sam", language="fr")
    awa = await member(tx, "Awa", person_id=AWA, leader=True)
    return awa, await member(tx, "Zoé <X>", language="en")


def code_in(text: str) -> str:
    found = re.search(r"start=crew-([\w-]+)", text)
    assert found is not None
    return found[1]


async def test_the_roster_tells_who_is_in_the_bot_and_invites_the_others(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await cast(tx)
    await send(db, COORDINATOR, command="crew")

    [card] = await told(db, COORDINATOR)
    assert "✅ Awa ★" in card
    assert "📵 Zoé &lt;X&gt; — pas encore dans le bot" in card
    assert list(await buttons(db, COORDINATOR)) == [
        "🔗 Inviter Zoé <X>",
        "👤 Awa",
        "👤 Zoé <X>",
        "➕ Ajouter une personne",
        "🚐 Véhicules",
        "🗓 Absences",
        "📄 Modèle à remplir",
    ]


async def test_an_invitation_is_a_link_in_the_members_language(db: Database) -> None:
    async with db.begin(NOW) as tx:
        _, zoe = await cast(tx)
    await send(db, COORDINATOR, command="equipe")
    assert await press(db, COORDINATOR, "🔗 Inviter Zoé <X>") == "Transférez ce message."

    invitation = (await told(db, COORDINATOR))[-1]
    assert "Zoé &lt;X&gt;, touch this link" in invitation
    async with db.read(NOW) as tx:
        assert (await crews.invited(tx, code_in(invitation))).id == zoe


async def test_a_second_link_ends_the_first(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await cast(tx)
    await send(db, COORDINATOR, command="crew")
    for _ in range(2):
        await press(db, COORDINATOR, "🔗 Inviter Zoé <X>")

    first, second = [code_in(text) for text in (await told(db, COORDINATOR))[-2:]]
    async with db.read(NOW) as tx:
        with pytest.raises(InvitationSpent):
            await crews.invited(tx, first)
        await crews.invited(tx, second)


async def test_who_joined_meanwhile_is_not_invited_again(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, _ = await cast(tx)
    for known in (awa, 404):
        toast = await tap(db, COORDINATOR, "invite", known)
        assert toast is not None
        assert toast.text == "Cette personne est déjà là."

    assert not [text for text in await told(db, COORDINATOR) if "start=crew-" in text]


async def test_a_company_of_sixty_is_shown_by_pages(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await cast(tx)
        for number in range(58):
            await member(tx, f"Membre {number:02}")
    await send(db, COORDINATOR, command="crew")
    assert "👤 Membre 19" not in await buttons(db, COORDINATOR)
    await press(db, COORDINATOR, "▶")

    shown = list(await buttons(db, COORDINATOR))
    assert "👤 Membre 19" in shown
    assert len(shown) <= 100
    assert {"◀", "▶"} <= set(shown)
    await press(db, COORDINATOR, "▶")
    assert "👤 Zoé <X>" in await buttons(db, COORDINATOR)


async def test_nobody_but_a_coordinator_sees_or_invites(db: Database) -> None:
    async with db.begin(NOW) as tx:
        _, zoe = await cast(tx)
    for person_id in (AWA, SAM):
        await send(db, person_id, command="crew")
        await tap(db, person_id, "invite", zoe)
        texts = await told(db, person_id)
        assert not [text for text in texts if "Zoé" in text or "start=crew-" in text]
