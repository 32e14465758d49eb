"""A member's certificates: entered with dates and photo, removed, refused for a leaver."""

from datetime import date

import pytest

from domain.crews import Certificate
from domain.people import Role
from domain.roster import MemberEntry, RosterEntries
from handlers.conversation.given import SentPhoto, Typed
from handlers.crews import roster_writing
from storage import crews, people
from storage.engine import Database
from tests.conftest import NOW
from tests.handlers.contexts import press, send, told
from tests.trade import COORDINATOR, member
from tests.waiting_letters import pending

AWA = 11
UNTIL = date(2028, 6, 15)


@pytest.fixture
async def awa(db: Database) -> int:
    """Nadia plans; Awa is in the bot."""
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        return await member(tx, "Awa", person_id=AWA)


async def prove(db: Database, *, photo: bool = True) -> None:
    await send(db, COORDINATOR, command="equipe")
    for label in ("👤 Awa", "➕📜 Certificat", "CACES R489 3"):
        await press(db, COORDINATOR, label)
    await send(db, COORDINATOR, Typed("15/06/2026"))
    await send(db, COORDINATOR, Typed("15/06/2028"))
    if photo:
        await send(db, COORDINATOR, SentPhoto("file", "unique", 90_000))
    else:
        await press(db, COORDINATOR, "Passer")


async def held(db: Database, member_id: int) -> tuple[Certificate, ...]:
    async with db.read(NOW) as tx:
        found = await crews.find(tx, member_id)
    assert found is not None
    return found.certificates


async def test_a_certificate_comes_with_its_dates_and_a_photo_for_coordinators(
    db: Database, awa: int
) -> None:
    await prove(db)

    [kept] = await held(db, awa)
    assert (kept.kind, kept.valid_until, kept.issued_on) == (
        "CACES_R489_3",
        UNTIL,
        date(2026, 6, 15),
    )
    assert "CACES R489 3 — → 15/06/2028 📷" in (await told(db, COORDINATOR))[-1]
    await send(db, COORDINATOR, command="equipe")
    await press(db, COORDINATOR, "👤 Awa")
    await press(db, COORDINATOR, "📷 CACES R489 3")
    async with db.read(NOW) as tx:
        photos = [letter.post.photos for letter in await pending(tx, COORDINATOR)]
    assert (kept.photo,) in photos


async def test_a_certificate_is_removed_and_comes_back_with_its_photo(
    db: Database, awa: int
) -> None:
    await prove(db)
    before = await held(db, awa)
    await send(db, COORDINATOR, command="equipe")
    for label in ("👤 Awa", "✏️ Changer", "🗑 CACES R489 3"):
        await press(db, COORDINATOR, label)
    assert await held(db, awa) == ()
    await press(db, COORDINATOR, "↩ Je me suis trompé")

    assert await held(db, awa) == before


async def test_a_certificate_for_somebody_who_left_is_refused(db: Database, awa: int) -> None:
    await send(db, COORDINATOR, command="equipe")
    for label in ("👤 Awa", "➕📜 Certificat", "CACES R489 3", "Passer"):
        await press(db, COORDINATOR, label)
    async with db.begin(NOW) as tx:
        await crews.leave(tx, awa)
    await send(db, COORDINATOR, Typed("15/06/2028"))

    assert "n’est plus dans l’équipe" in await press(db, COORDINATOR, "Passer")
    assert await held(db, awa) == ()


async def test_a_file_that_says_the_same_date_leaves_the_photo(db: Database, awa: int) -> None:
    await prove(db)
    before = await held(db, awa)
    said = MemberEntry("Awa", certificates=(Certificate("CACES_R489_3", UNTIL),))
    async with db.begin(NOW) as tx:
        found, _ = await roster_writing.take_in(tx, RosterEntries((said,)), ("fr",))
    assert found == ()
    assert await held(db, awa) == before
