"""What clients answer to quotes, and which quotes have had no sign of life."""

from datetime import datetime, timedelta

from domain.costing import Costing
from domain.inventory import Access
from domain.quotes import QuoteEvent
from domain.reminders import PlannedReminder, ReminderKind, Subject
from storage import people, quote_activity, quotes, reminders, request_thread
from storage.engine import Database
from storage.quote_activity import LOOKED_AT, MOST_SIGNERS, Cold, Signed
from storage.quotes import Revision
from storage.reminders import SAID
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import CLIENT, COORDINATOR, MONDAY, client, request_of, sent_quote

DAY = timedelta(days=1)
PLAIN = Costing((), Access())


async def quote(db: Database, at: datetime = NOW) -> Revision:
    async with db.begin(at) as tx:
        return await sent_quote(tx)


async def agree(
    tx: Transaction, name: str, role: str | None = "Directrice", person_id: int = CLIENT
) -> Revision:
    """Have somebody sign a new quote of the client."""
    revision = await sent_quote(tx, person_id=person_id)
    await quotes.move(
        tx,
        revision,
        QuoteEvent.ACCEPT,
        actor_id=person_id,
        agreed_by=name,
        agreed_role=role,
        agreed_at=tx.now,
    )
    return revision


async def company_of(tx: Transaction) -> int:
    company_id = (await people.get(tx, CLIENT)).company_id
    assert company_id is not None
    return company_id


async def test_a_sign_of_life_and_a_wish_leave_buttons_on_show_good(db: Database) -> None:
    revision = await quote(db)
    async with db.begin(NOW + DAY) as tx:
        await quote_activity.sign_of_life(tx, revision.id)
        await quote_activity.wish(tx, revision.id, "change")
        now = await quotes.get(tx, revision.id)
        assert (now.sign_at, now.wish) == (NOW + DAY, "change")
        assert now.version == revision.version
        await quote_activity.wish(tx, revision.id, None)
        assert (await quotes.get(tx, revision.id)).wish is None


async def test_who_signed_is_offered_again_the_last_first_and_each_once(db: Database) -> None:
    signed = []
    for n, name in enumerate(("Jeanne Duval", "Marc Petit", "Jeanne Duval")):
        async with db.begin(NOW + n * DAY) as tx:
            signed.append((await agree(tx, name)).id)

    async with db.begin(NOW) as tx:
        assert await quote_activity.signers(tx, await company_of(tx)) == [
            Signed(signed[2], "Jeanne Duval", "Directrice"),
            Signed(signed[1], "Marc Petit", "Directrice"),
        ]


async def test_who_signs_in_two_capacities_is_offered_in_both(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await agree(tx, "Jeanne Duval", "Directrice")
        await agree(tx, "Jeanne Duval", "Gérante")
        await agree(tx, "Sans Rôle", None)
        found = await quote_activity.signers(tx, await company_of(tx))

    assert [signer.role for signer in found] == ["Gérante", "Directrice"]


async def test_no_more_signers_are_offered_than_a_card_holds(db: Database) -> None:
    assert LOOKED_AT > MOST_SIGNERS
    async with db.begin(NOW) as tx:
        for n in range(MOST_SIGNERS + 2):
            await agree(tx, f"Signataire {n}")
        found = await quote_activity.signers(tx, await company_of(tx))

    assert len(found) == MOST_SIGNERS


async def test_signers_of_another_company_are_not_told(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await agree(tx, "Jeanne Duval")
        other = await people.register_company(tx, siret="35600000000048", name="La Poste")
        assert await quote_activity.signers(tx, other.id) == []


async def test_the_last_word_of_each_thread_is_known(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await client(tx)
        asked, answered, silent = [(await request_of(tx, person)).id for _ in range(3)]
        for request_id, from_client in ((asked, False), (asked, True), (answered, True)):
            await request_thread.say(tx, request_id, CLIENT, "…", from_client=from_client)
        await request_thread.say(tx, answered, COORDINATOR, "Oui", from_client=False)
        last = await quote_activity.last_words(tx, [asked, answered, silent, 404])
        assert await quote_activity.last_words(tx, []) == {}

    assert last == {asked: True, answered: False}


async def test_quotes_without_a_sign_of_life_are_listed_the_coldest_first(db: Database) -> None:
    newer, older = await quote(db, NOW + DAY), await quote(db, NOW)
    await quote(db, NOW + 9 * DAY)

    async with db.read(NOW + 9 * DAY) as tx:
        listed = await quote_activity.cold(tx, NOW + 2 * DAY, 9)
        assert [cold.revision.id for cold in listed] == [older.id, newer.id]
        assert await quote_activity.cold(tx, NOW + 2 * DAY, 1) == listed[:1]
    assert listed[0] == Cold(
        older.request_id, older, "Bâti Nord", "Claire Martin", None, NOW, told=0
    )


async def test_a_sign_of_life_warms_a_quote_up_for_a_while(db: Database) -> None:
    revision = await quote(db)
    async with db.begin(NOW + 5 * DAY) as tx:
        await quote_activity.sign_of_life(tx, revision.id)
        assert await quote_activity.cold(tx, NOW + 4 * DAY, 9) == []
        (cold,) = await quote_activity.cold(tx, NOW + 6 * DAY, 9)

    assert cold.since == NOW + 5 * DAY


async def test_what_waits_for_us_or_is_answered_is_not_cold(db: Database) -> None:
    wished, declined, replaced = [await quote(db) for _ in range(3)]
    async with db.begin(NOW) as tx:
        await quote_activity.wish(tx, wished.id, "renew")
        await quotes.move(tx, declined, QuoteEvent.DECLINE, actor_id=CLIENT)
        newer = await quotes.issue(
            tx, replaced.request_id, replaced.estimate, actor_id=None, valid_until=MONDAY
        )
        listed = await quote_activity.cold(tx, NOW + DAY, 9)

    assert [cold.revision.id for cold in listed] == [newer.id]


async def test_a_cold_quote_tells_how_often_it_was_recalled_and_the_phone_to_call(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        revision = await sent_quote(tx)
        await people.change(tx, await people.get(tx, CLIENT), phone="+33639980001", full_name=None)
        planned = [
            PlannedReminder(ReminderKind.FOLLOW_UP, None, MONDAY, NOW + n * DAY, f"follow:{n}")
            for n in (1, 3)
        ]
        await reminders.rewrite(tx, Subject.QUOTE, revision.id, planned)
    async with db.begin(NOW + DAY) as tx:
        due = await reminders.claim(tx)
        assert due is not None
        await reminders.settle(tx, due.id, SAID)
        (cold,) = await quote_activity.cold(tx, NOW + DAY, 9)

    assert (cold.told, cold.phone, cold.person) == (1, "+33639980001", "Claire")
