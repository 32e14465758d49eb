"""Who leads a company, and nobody else, changes who is in it."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from domain.people import Role
from handlers.accounts import admission
from handlers.context import coordinator_group
from handlers.context.update_context import Toast
from storage import colleagues, events, invitations, outbox, people, relays, requests, sessions
from storage.engine import Database
from storage.invitations import InvitationKind
from storage.tables import events as event_rows
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.trade import request_of, services
from tests.waiting_letters import pending

CLAIRE, HUGO, INES, STRANGER, NADIA = 501, 502, 503, 504, 601
GROUP = -77
NOT_YOURS = Toast("Ce bouton n’est pas pour vous.", alert=True)
DONE_ALREADY = Toast("C’est déjà répondu 👍")
BATI, VERRE = "73282932000074", "55210055400013"


async def company(tx: Transaction, siret: str) -> int:
    return (await people.register_company(tx, siret=siret, name=f"N° {siret}")).id


async def cast(db: Database) -> tuple[int, int]:
    """Claire leads « Bâti » with Hugo and Inès in it, a stranger leads « Verre »."""
    async with db.begin(NOW) as tx:
        bati, verre = await company(tx, BATI), await company(tx, VERRE)
        homes = {CLAIRE: bati, HUGO: bati, INES: bati, STRANGER: verre}
        for person_id, home in homes.items():
            person = await people.meet(tx, person_id, first_name=f"P{person_id}", language="fr")
            lead = person_id in {CLAIRE, STRANGER}
            assert await colleagues.let_in(tx, person, home, lead=lead)
        nadia = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
    return bati, verre


async def standing(db: Database) -> dict[int, tuple[int | None, bool]]:
    """Tell of each who came to which company, and whether they lead it."""
    async with db.read(NOW) as tx:
        found = await people.of_ids(tx, [CLAIRE, HUGO, INES, STRANGER])
    return {person.id: (person.company_id, person.leads_company) for person in found.values()}


async def told(db: Database, chat_id: int) -> list[str]:
    async with db.read(NOW) as tx:
        return [letter.post.text or "" for letter in await pending(tx, chat_id)]


async def labels(db: Database, chat_id: int) -> list[str]:
    """Name the buttons of the last card in a chat."""
    async with db.read(NOW) as tx:
        markup = (await pending(tx, chat_id))[-1].post.markup or {}
    return [one["text"] for row in markup.get("inline_keyboard", ()) for one in row]


async def mark(db: Database, company_id: int) -> int:
    async with db.read(NOW) as tx:
        found = await invitations.open_to(tx, InvitationKind.COMPANY, company_id)
    return found.mark if found else 0


@pytest.mark.parametrize("forger", [HUGO, STRANGER, NADIA])
async def test_nobody_but_the_lead_of_that_company_changes_it(db: Database, forger: int) -> None:
    bati, _verre = await cast(db)
    await tap(db, CLAIRE, "link", bati)
    before, link = await standing(db), await mark(db, bati)
    forged = [
        ("team", bati, 0),
        ("link", bati, 0),
        ("newlink", bati, link),
        ("cutlink", bati, link),
    ]
    forged += [(one, INES, 0) for one in ("mate", "share", "handover", "putout")]
    forged += [("mate", 999, 0)]
    toasts = [await tap(db, forger, *one) for one in forged]
    assert toasts == [NOT_YOURS] * len(forged)
    assert (await standing(db), await mark(db, bati)) == (before, link)
    assert await told(db, forger) == []
    async with db.read(NOW) as tx:
        tries = select(event_rows.c.actor_id).where(event_rows.c.what == "refused")
        assert {row.actor_id for row in await tx.rows(tries)} == {forger}


async def test_one_link_leads_in_and_a_second_tap_makes_no_other(db: Database) -> None:
    bati, _verre = await cast(db)
    await tap(db, CLAIRE, "link", bati)
    first = await mark(db, bati)
    card, message = await told(db, CLAIRE)
    assert "0 sur 10" in card
    assert "https://t.me/r4_bot?start=join-" in message

    await tap(db, CLAIRE, "link", bati)  # shows the link that is open: the secret is not known
    links = [one for one in await told(db, CLAIRE) if "start=join-" in one]
    assert (await mark(db, bati), links) == (first, [message])

    assert await tap(db, CLAIRE, "newlink", bati, first) is None
    second = await mark(db, bati)
    assert second not in {0, first}
    for old in ("newlink", "cutlink"):
        assert await tap(db, CLAIRE, old, bati, first) == DONE_ALREADY
    assert await mark(db, bati) == second

    assert await tap(db, CLAIRE, "cutlink", bati, second) is None
    assert await mark(db, bati) == 0
    async with db.read(NOW) as tx:
        assert await events.of(tx, "company", bati) == [
            ("invited", CLAIRE),
            ("invited", CLAIRE),
            ("invitation_cut", CLAIRE),
        ]


async def test_the_lead_is_shared_and_handed_over(db: Database) -> None:
    bati, verre = await cast(db)
    await tap(db, CLAIRE, "share", HUGO)
    shared = {CLAIRE: (bati, True), HUGO: (bati, True)}
    others = {INES: (bati, False), STRANGER: (verre, True)}
    assert await standing(db) == shared | others
    assert "vous confie la gestion" in (await told(db, HUGO))[0]
    assert await tap(db, CLAIRE, "handover", HUGO) == DONE_ALREADY

    await tap(db, HUGO, "handover", INES)
    assert await standing(db) == shared | others | {HUGO: (bati, False), INES: (bati, True)}
    assert await tap(db, HUGO, "mate", CLAIRE) == NOT_YOURS
    async with db.read(NOW) as tx:
        assert await events.of(tx, "person", INES) == [("lead_handed_over", HUGO)]


async def test_who_cannot_be_reached_is_made_no_lead(db: Database) -> None:
    await cast(db)
    async with db.begin(NOW) as tx:
        await people.gone(tx, HUGO)
    before = await standing(db)
    for action in ("share", "handover"):
        toast = await tap(db, CLAIRE, action, HUGO)
        assert toast is not None
        assert "a bloqué le bot" in toast.text
    assert await standing(db) == before
    await tap(db, CLAIRE, "mate", HUGO)
    assert await labels(db, CLAIRE) == ["🚫 Retirer de l’entreprise", "◀ Retour"]


async def test_the_last_lead_cannot_go_and_one_of_two_can(db: Database) -> None:
    bati, _verre = await cast(db)
    toast = await tap(db, CLAIRE, "putout", CLAIRE)
    assert toast == Toast(
        "Quelqu’un doit gérer l’entreprise\u202f: passez d’abord la main.", alert=True
    )
    assert (await standing(db))[CLAIRE] == (bati, True)

    await tap(db, CLAIRE, "share", INES)
    async with db.begin(NOW) as tx:
        asked = await request_of(tx, await people.get(tx, CLAIRE))
    await tap(db, CLAIRE, "putout", CLAIRE)
    assert (await standing(db))[CLAIRE] == (None, False)
    async with db.read(NOW) as tx:
        assert (await requests.get(tx, asked.id)).person_id == INES


async def test_who_stands_in_for_a_lead_that_is_gone_shares_without_losing_it(
    db: Database,
) -> None:
    bati, _verre = await cast(db)
    async with db.begin(NOW) as tx:
        await people.gone(tx, CLAIRE)
    assert await tap(db, INES, "share", HUGO) == NOT_YOURS
    await tap(db, HUGO, "share", INES)
    await tap(db, HUGO, "putout", CLAIRE)
    stands = await standing(db)
    assert [stands[one] for one in (CLAIRE, HUGO, INES)] == [
        (None, False),
        (bati, True),
        (bati, True),
    ]


async def test_who_is_put_out_loses_talk_form_and_way_back(db: Database) -> None:
    bati, _verre = await cast(db)
    await tap(db, CLAIRE, "link", bati)
    async with db.begin(NOW) as tx:
        asked = await request_of(tx, await people.get(tx, HUGO))
        nothing = {"form": "reply", "version": 1, "answers": {}, "turn": 0}
        about = {"request": asked.id}
        await sessions.begin(
            tx, chat_id=HUGO, user_id=HUGO, form="reply", state=nothing, turn=0, about=about
        )
        assert await relays.begin(tx, asked.id, HUGO, NADIA)
    await tap(db, CLAIRE, "putout", HUGO)
    async with db.read(NOW) as tx:
        gone = await people.get(tx, HUGO)
        assert (gone.roles, gone.company_id, gone.takeover_id) == (frozenset(), None, None)
        assert await sessions.find(tx, HUGO) is None
        assert (await requests.get(tx, asked.id)).person_id == CLAIRE
        assert await events.of(tx, "person", HUGO) == [("colleague_out", CLAIRE)]
    assert await mark(db, bati) == 0
    assert "Vous n’êtes plus dans" in (await told(db, HUGO))[-1]
    assert "Le lien d’invitation est coupé aussi" in (await told(db, CLAIRE))[-1]
    office = await told(db, GROUP)
    assert "suivies par P501" in office[-1]
    assert any("P501" in one and asked.number in one for one in office[:-1])


async def test_the_card_lists_everybody_in_pages(db: Database) -> None:
    bati, _verre = await cast(db)
    async with db.begin(NOW) as tx:
        await people.gone(tx, INES)
        for number in range(700, 709):
            person = await people.meet(tx, number, first_name=f"P{number}", language="fr")
            assert await colleagues.let_in(tx, person, bati)
    await tap(db, CLAIRE, "team", bati)
    first = await labels(db, CLAIRE)
    await tap(db, CLAIRE, "team", bati, more="1")
    second = await labels(db, CLAIRE)
    assert first[:3] == ["★ P501", "👤 P502", "📵 P503"]
    assert first[10:] == ["▶", "🔗 Inviter un collègue"]
    assert second == ["👤 P707", "👤 P708", "◀", "🔗 Inviter un collègue"]
    assert "12 personnes" in (await told(db, CLAIRE))[0]


async def test_only_a_lead_lets_somebody_in_and_every_card_that_asked_says_so(
    db: Database,
) -> None:
    bati, _verre = await cast(db)
    async with db.begin(NOW) as tx:
        person = await people.meet(tx, 800, first_name="Zoé", language="fr")
        await people.change(tx, person, asks_company_id=bati)
        await outbox.adopt_all(tx, "colleague:800", {CLAIRE: 5, INES: 5, GROUP: 5})
    assert await tap(db, HUGO, "letin", 800) == NOT_YOURS
    assert await tap(db, STRANGER, "letin", 800) == NOT_YOURS
    assert await tap(db, CLAIRE, "letin", 800) is None
    assert await tap(db, NADIA, "keepout", 800) == DONE_ALREADY
    said: Sequence[str] = [(await told(db, chat))[-1] for chat in (CLAIRE, INES, GROUP)]
    assert set(said) == {f"✅ Zoé a rejoint N° {BATI}."}
    async with db.read(NOW) as tx:
        assert (await people.get(tx, 800)).company_id == bati


async def test_without_a_group_each_coordinator_is_asked_and_sees_what_was_decided(
    db: Database,
) -> None:
    bati, _verre = await cast(db)
    card = "colleague:800"
    async with db.begin(NOW) as tx:
        await coordinator_group.note_unreachable(tx, services())
        await people.give(
            tx, await people.meet(tx, 602, first_name="Paul", language="en"), Role.COORDINATOR
        )
        await people.meet(tx, 800, first_name="Zoé", language="fr")
        assert await admission.ask(await context_of(tx, 800), await people.company(tx, bati))
    for office in (NADIA, 602):
        async with db.read(NOW) as tx:
            [asking] = [one for one in await pending(tx, office) if one.post.card == card]
        assert "Zoé" in (asking.post.text or "")
        assert asking.post.markup
    async with db.begin(NOW) as tx:
        await outbox.adopt_all(tx, card, {NADIA: 5, 602: 5})
    assert await tap(db, NADIA, "letin", 800) is None

    assert f"✅ Zoé has joined N° {BATI}." in await told(db, 602)
    assert await told(db, GROUP) == []
