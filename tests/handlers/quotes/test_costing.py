"""Coordinators work out a price: what each change does, two at once, and what the client reads."""

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal

import pytest

from domain.activities import Activity
from domain.inventory import Access, Condition, Lift
from domain.json_fields import to_json
from domain.people import Role
from handlers.context.deep_links import FollowedLink
from handlers.quotes import client_answer, costing
from handlers.quotes.costing_forms import CostDiscount, CostExtra, CostHours, CostItem, CostQuantity
from handlers.quotes.decision_forms import AgreementForm
from handlers.quotes.signer_kind import Signatory
from handlers.views import quote_card, request_card
from storage import people, quotes, requests
from storage.costings import CostingDraft
from storage.engine import Database
from storage.requests import Request
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.handlers.quotes.costing_steps import draft_of
from tests.trade import CLIENT, client, request_of, services
from tests.waiting_letters import pending

NADIA, OMAR = 601, 602
GROUP = -77
CHANGED = "Cela a changé entre-temps. Regardez la carte à jour."
REASON = "geste pour un client fidèle"


@pytest.fixture
async def request_(db: Database) -> Request:
    """Two coordinators, and a client who asks for 20 desks on the second floor."""
    async with db.begin(NOW) as tx:
        for who, name in ((NADIA, "Nadia"), (OMAR, "Omar")):
            person = await people.meet(tx, who, first_name=name, language="fr")
            await people.give(tx, person, Role.COORDINATOR)
        return await request_of(tx, await client(tx))


async def opened(db: Database, who: int, request: Request) -> CostingDraft:
    async with db.begin(NOW) as tx:
        await costing.open_(await context_of(tx, who), FollowedLink("cost", str(request.id)))
    return await draft_of(db, request)


async def told(
    db: Database,
    who: int,
    draft: CostingDraft,
    ending: Callable[..., Awaitable[None]],
    answers: object,
) -> None:
    """Finish a form that was begun when the draft stood so."""
    about = {"costing": draft.id, "version": draft.version, "line": to_json(draft.content.lines[0])}
    async with db.begin(NOW) as tx:
        await ending(await context_of(tx, who), answers, about)


async def shown(db: Database, chat: int) -> str:
    """What a chat was told last."""
    async with db.read(NOW) as tx:
        return (await pending(tx, chat))[-1].post.text


async def sent(db: Database, request: Request) -> quotes.Revision:
    async with db.read(NOW) as tx:
        revision = await quotes.newest(tx, request.id)
    assert revision is not None
    return revision


async def card_of(db: Database, request: Request) -> str:
    """The coordinators' card as it would be drawn now."""
    async with db.begin(NOW) as tx:
        screen = await request_card.draw(
            await context_of(tx, NADIA), await requests.get(tx, request.id)
        )
    return screen.text


async def test_taps_change_one_thing_each(db: Database, request_: Request) -> None:
    draft = await opened(db, NADIA, request_)
    for code in ("q.0.10", "q.0.-1", "c.0.D", "f.-1", "l.none", "m.20", "m.-10", "o.yes"):
        await tap(db, NADIA, "alter", draft.id, (await draft_of(db, request_)).version, code)

    worked = (await draft_of(db, request_)).content
    line = worked.lines[0]
    assert (line.code, line.quantity, line.condition) == ("BUR-01", Decimal(29), Condition.D)
    assert worked.access == Access(1, Lift.NONE, Decimal(30), occupied=True)


@pytest.mark.parametrize(
    "code", ["", "q", "q.0", "q.9.1", "q.0.7", "q.0.x", "x.0", "c.0.E", "e.0", "v.billed.nobody",
             "l.rocket", "f.99", "m.30", "m.x", "o", "o.maybe", "q.٣.1", "v.a.b.c"],
)  # fmt: skip
async def test_a_made_up_change_changes_nothing(db: Database, request_: Request, code: str) -> None:
    draft = await opened(db, NADIA, request_)

    await tap(db, NADIA, "alter", draft.id, draft.version, code)

    assert await draft_of(db, request_) == draft


async def buttons(db: Database) -> list[str]:
    """What stands on the card of the access, as Nadia sees it."""
    async with db.read(NOW) as tx:
        markup = (await pending(tx, NADIA))[-1].post.markup
    return [one["text"] for row in (markup or {})["inline_keyboard"] for one in row]


async def alter(db: Database, request: Request, *codes: str) -> None:
    for code in codes:
        draft = await draft_of(db, request)
        await tap(db, NADIA, "alter", draft.id, draft.version, code)


async def test_the_way_to_the_vehicle_and_who_is_there_change_the_price(
    db: Database, request_: Request
) -> None:
    draft = await opened(db, NADIA, request_)
    await tap(db, NADIA, "cost", draft.id, draft.version, "a")
    labels = await buttons(db)
    assert labels[-8:-3] == ["−20", "−10", "20 m", "+10", "+20"]
    assert labels[-3:-1] == ["👥 Site occupé", "● 🚪 Site libre"]

    await alter(db, request_, "m.-20", "o.yes")
    labels = await buttons(db)
    assert labels[-6:-1] == ["0 m", "+10", "+20", "● 👥 Site occupé", "🚪 Site libre"]

    draft = await draft_of(db, request_)
    await alter(db, request_, "m.-10")
    assert await draft_of(db, request_) == draft
    await tap(db, NADIA, "cost", draft.id, draft.version)
    assert "0 m · Occupé\u202f: oui" in await shown(db, NADIA)
    assert "écart +" in await card_of(db, request_)


async def test_the_client_reads_that_the_way_and_the_site_changed(
    db: Database, request_: Request
) -> None:
    for codes in ((), ("m.20", "m.20", "o.yes")):
        await opened(db, NADIA, request_)
        await alter(db, request_, *codes)
        draft = await draft_of(db, request_)
        await tap(db, NADIA, "issue", draft.id, draft.version)
    text = quote_card.draw(services().words.say("fr"), await sent(db, request_)).text
    assert "+40 m de portage, site occupé pendant le travail, +" in text


async def test_what_is_typed_is_kept_and_priced(db: Database, request_: Request) -> None:
    draft = await opened(db, NADIA, request_)
    answers = (
        (costing.item_told, CostItem("RGT-03", Decimal(4), Condition.B)),
        (costing.quantity_told, CostQuantity(Decimal(25))),
        (costing.hours_told, CostHours(Decimal(30))),
        (costing.extra_told, CostExtra("Benne de 8 m³", Decimal("150.50"))),
        (costing.discount_told, CostDiscount(Decimal(80), REASON)),
    )
    for ending, answer in answers:
        await told(db, NADIA, await draft_of(db, request_), ending, answer)

    card = await shown(db, NADIA)
    for words in (
        "25 × Bureau droit 160x80",
        "4 × Armoire haute métal à rideaux",
        "Main-d’œuvre\u202f: 30 h × 32,00\u00a0€ = 960,00\u00a0€",
        "Fixé à la main",
        "Benne de 8 m³</b>\u202f: 150,50\u00a0€",
        "Remise commerciale</b>\u202f: −80,00\u00a0€",
        f"Remise\u202f: {REASON}",
        "Prix calculé",
    ):
        assert words.replace("Main-d’œuvre", "<b>Main-d’œuvre</b>") in card
    assert draft.version + 5 == (await draft_of(db, request_)).version


async def test_what_cannot_be_priced_changes_nothing(db: Database, request_: Request) -> None:
    draft = await opened(db, NADIA, request_)
    await told(db, NADIA, draft, costing.discount_told, CostDiscount(Decimal(99_999), REASON))
    assert "La remise dépasse le prix" in await shown(db, NADIA)
    await told(db, NADIA, draft, costing.quantity_told, CostQuantity(Decimal("2.5")))
    assert "se compte en nombres entiers" in await shown(db, NADIA)
    assert await draft_of(db, request_) == draft


async def test_a_draft_is_taken_up_by_another(db: Database, request_: Request) -> None:
    draft = await opened(db, NADIA, request_)
    await tap(db, NADIA, "alter", draft.id, draft.version, "q.0.1")

    taken = await opened(db, OMAR, request_)

    assert taken.id == draft.id
    assert "Vous reprenez le chiffrage de Nadia" in await shown(db, OMAR)
    assert "21 × Bureau droit" in await shown(db, OMAR)


async def test_of_two_taps_at_once_one_counts_and_the_other_is_told(
    db: Database, request_: Request
) -> None:
    draft = await opened(db, NADIA, request_)
    toasts = await asyncio.gather(
        tap(db, NADIA, "alter", draft.id, draft.version, "q.0.1"),
        tap(db, OMAR, "alter", draft.id, draft.version, "q.0.10"),
    )

    first, second = (NADIA, OMAR) if toasts[0] is None else (OMAR, NADIA)
    name, by = ("Nadia", 1) if first == NADIA else ("Omar", 10)
    assert [toast.text for toast in toasts if toast] == [CHANGED]
    assert f"{name} a changé entre-temps\u202f: +{by} Bureau droit" in await shown(db, second)
    assert (await draft_of(db, request_)).content.lines[0].quantity == 20 + by


async def test_typed_changes_of_two_different_things_both_count(
    db: Database, request_: Request
) -> None:
    seen = await opened(db, NADIA, request_)
    await told(db, NADIA, seen, costing.hours_told, CostHours(Decimal(30)))
    await told(db, OMAR, seen, costing.extra_told, CostExtra("Benne", Decimal(100)))

    worked = (await draft_of(db, request_)).content
    assert (worked.hours, [extra.words for extra in worked.extras]) == (Decimal(30), ["Benne"])
    assert "Nadia a changé entre-temps\u202f: heures fixées à 30" in await shown(db, OMAR)


async def test_typed_changes_of_the_same_thing_are_both_shown(
    db: Database, request_: Request
) -> None:
    seen = await opened(db, NADIA, request_)
    await told(db, NADIA, seen, costing.hours_told, CostHours(Decimal(30)))
    await told(db, OMAR, seen, costing.hours_told, CostHours(Decimal(40)))

    assert (await draft_of(db, request_)).content.hours == Decimal(30)
    words = await shown(db, OMAR)
    assert "Nadia a changé entre-temps\u202f: heures fixées à 30" in words
    assert "Pas encore appliqué\u202f: heures fixées à 40" in words


async def test_who_sends_an_older_card_sends_nothing(db: Database, request_: Request) -> None:
    draft = await opened(db, NADIA, request_)
    await tap(db, NADIA, "alter", draft.id, draft.version, "q.0.1")

    toast = await tap(db, OMAR, "issue", draft.id, draft.version)

    assert toast is not None
    assert toast.text == CHANGED
    async with db.read(NOW) as tx:
        assert await quotes.newest(tx, request_.id) is None


async def test_a_discount_is_explained_to_colleagues_and_never_to_the_client(
    db: Database, request_: Request
) -> None:
    draft = await opened(db, NADIA, request_)
    await told(db, NADIA, draft, costing.discount_told, CostDiscount(Decimal(80), REASON))
    await tap(db, NADIA, "issue", draft.id, (await draft_of(db, request_)).version)

    card = await card_of(db, request_)
    assert REASON in card
    assert "écart −80,00\u00a0€" in card
    revision = await sent(db, request_)
    offer = quote_card.draw(services().words.say("fr"), revision).text
    await tap(db, CLIENT, "reckoned", revision.id)
    for words in (str(revision.estimate), str(revision.changes), offer, await shown(db, CLIENT)):
        assert REASON not in words
        assert "écart" not in words


async def test_revisions_tell_the_difference_and_name_the_newer(
    db: Database, request_: Request
) -> None:
    for code in ("f.-1", "q.0.10", "q.0.-1"):
        draft = await opened(db, NADIA, request_)
        await tap(db, NADIA, "alter", draft.id, draft.version, code)
        await tap(db, NADIA, "issue", draft.id, draft.version + 1)

    async with db.read(NOW) as tx:
        found = await quotes.of_request(tx, request_.id)
    totals = [revision.estimate.total_excl_vat_cents for revision in found]
    say = services().words.say("fr")
    second = quote_card.draw(say, found[1])
    third = quote_card.draw(say, found[2])
    by = say.money(totals[1] - totals[0])
    assert [revision.label for revision in found] == [
        "DEV-2026-0001", "DEV-2026-0001-2", "DEV-2026-0001-3",
    ]  # fmt: skip
    assert f"+10 Bureau droit 160x80, piètement acier, +{by} HT" in second.text
    assert "remplacé" in second.text
    assert "Le devis à jour\u202f: DEV-2026-0001-3" in second.text
    assert second.rows == ()
    assert "−1 Bureau droit" in third.text
    labels = [row[0].text for row in third.rows]
    assert labels[0] == "✅ Accepter"
    assert "🧮 Comment est-ce calculé\u202f?" in labels
    assert "−1 Bureau droit" in await card_of(db, request_)


async def test_an_older_revision_cannot_be_accepted(db: Database, request_: Request) -> None:
    for _ in range(2):
        draft = await opened(db, NADIA, request_)
        await tap(db, NADIA, "issue", draft.id, draft.version)
    async with db.read(NOW) as tx:
        old, new = await quotes.of_request(tx, request_.id)

    for action in ("accept", "decline"):
        toast = await tap(db, CLIENT, action, old.id, old.version)
        assert toast is not None
        assert "remplacé" in toast.text
    assert await tap(db, CLIENT, "accept", new.id, new.version) is None


async def test_the_reckoning_of_a_quote_is_its_clients_only(
    db: Database, request_: Request
) -> None:
    draft = await opened(db, NADIA, request_)
    await tap(db, NADIA, "issue", draft.id, draft.version)
    async with db.begin(NOW) as tx:
        other = await people.register_company(tx, siret="55210055400013", name="Verre & Co")
        thief = await people.meet(tx, 502, first_name="Hugo", language="fr")
        await people.change(tx, thief, company_id=other.id)

    toast = await tap(db, 502, "reckoned", (await sent(db, request_)).id)

    assert toast is not None
    assert toast.text == "Ce bouton n’est pas pour vous."


async def test_the_vat_of_fixed_works_is_asked_before_anything_is_sent(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, person, Role.COORDINATOR)
        request = await request_of(tx, await client(tx), activities=(Activity.FLAT_GLASS,))
    for answers in ("", "works.fixed", "works.fixed.billed.owner", "works.walls"):
        await tap(db, NADIA, "quote", request.id, request.version, answers)
        async with db.read(NOW) as tx:
            assert await quotes.newest(tx, request.id) is None
    await tap(db, NADIA, "quote", request.id, request.version, "works.fixed.billed.builder")

    priced = (await sent(db, request)).estimate
    assert (priced.vat.key, priced.vat_cents, priced.reverse_charge) == ("subcontract", 0, True)


async def test_while_a_price_is_worked_out_the_reckoned_one_is_not_sent(
    db: Database, request_: Request
) -> None:
    await opened(db, NADIA, request_)

    toast = await tap(db, OMAR, "quote", request_.id, request_.version)

    assert toast is not None
    assert toast.text == CHANGED
    assert "Chiffrage en cours</b> · Nadia" in await shown(db, GROUP)


async def test_a_draft_that_was_sent_or_given_up_is_closed_to_all(
    db: Database, request_: Request
) -> None:
    draft = await opened(db, NADIA, request_)
    await tap(db, NADIA, "scrap", draft.id, draft.version)
    await tap(db, OMAR, "alter", draft.id, draft.version, "q.0.1")
    assert "fermé par Nadia" in await shown(db, OMAR)

    again = await opened(db, NADIA, request_)
    await tap(db, NADIA, "issue", again.id, again.version)
    await told(db, OMAR, again, costing.hours_told, CostHours(Decimal(30)))
    assert "Nadia l’a envoyé" in await shown(db, OMAR)


async def test_what_was_agreed_is_what_is_counted(db: Database, request_: Request) -> None:
    draft = await opened(db, NADIA, request_)
    await tap(db, NADIA, "alter", draft.id, draft.version, "q.0.10")
    await tap(db, NADIA, "issue", draft.id, draft.version + 1)
    revision = await sent(db, request_)

    async with db.begin(NOW) as tx:
        guest, about = await context_of(tx, CLIENT), {"revision": revision.id}
        signed = AgreementForm(
            Signatory("Jeanne"), "Directrice", "4 quai de la Marne, 93500 Pantin"
        )
        await client_answer.agreed(guest, signed, about)
        now = await requests.get(tx, request_.id)
    assert (now.state, now.asked.lines[0].quantity) == ("accepted", Decimal(30))
