"""A visit of the site: three slots are offered, the client takes one, both are recalled to it."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from domain.people import Role
from domain.reminders import ReminderKind
from domain.requests import RequestEvent
from domain.surveys import SurveyState
from handlers.context.services import Services
from handlers.conversation.kinds import Hours
from handlers.routing.reminders import remind
from handlers.surveys import coordinator_survey, survey_facts
from handlers.surveys.survey_form import SlotAnswer, SurveyForm
from storage import outbox, people, reminders, requests, sessions, surveys
from storage.engine import Database
from storage.reminders import SAID, Reminder
from storage.surveys import Survey
from tests.conftest import NOW
from tests.handlers.contexts import buttons, context_of, follow, press, tap, told
from tests.trade import CLIENT, client, request_of, services

NADIA, OSCAR, STRANGER, DESK = 701, 702, 13, -77
TUESDAY, WEDNESDAY = date(2026, 12, 1), date(2026, 12, 2)
SLOTS = (
    SlotAnswer(WEDNESDAY, Hours(time(14))),
    SlotAnswer(TUESDAY, Hours(time(8), time(10))),
    SlotAnswer(WEDNESDAY, Hours(time(9))),
)
NONE, OFF = "Aucun ne va", "✖ Ça ne va plus"


async def cast(db: Database) -> int:
    """Claire has asked; Nadia and Oscar are coordinators, a stranger is of another company."""
    async with db.begin(NOW) as tx:
        person = await client(tx, phone="+33639980001")
        for person_id, name in ((NADIA, "Nadia"), (OSCAR, "Oscar <O>")):
            known = await people.meet(tx, person_id, first_name=name, language="fr")
            await people.give(tx, known, Role.COORDINATOR)
        other = await people.register_company(tx, siret="35600000000048", name="La Poste")
        stranger = await people.meet(tx, STRANGER, first_name="Sam", language="fr")
        await people.give(tx, await people.change(tx, stranger, company_id=other.id), Role.CLIENT)
        return (await request_of(tx, person)).id


async def offer(db: Database, request_id: int, surveyor: int = OSCAR) -> Survey:
    """Have Nadia offer the three slots, in the order in which she thought of them."""
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, NADIA)
        answers = SurveyForm(SLOTS, str(surveyor))
        await coordinator_survey.offered(ctx, answers, {"request": request_id})
    return await survey_of(db, request_id)


async def survey_of(db: Database, request_id: int) -> Survey:
    async with db.read(NOW) as tx:
        found = await surveys.find(tx, request_id)
    assert found is not None
    return found


async def slots_on_show(db: Database) -> list[str]:
    """Tell the labels of the client's slots, without the other buttons."""
    return [label for label in await buttons(db, CLIENT) if label not in {NONE, OFF}]


async def test_the_client_chooses_among_the_slots_in_order_of_time(db: Database) -> None:
    await offer(db, await cast(db))

    card = (await told(db, CLIENT))[-1]
    assert "Oscar &lt;O&gt; vient voir les lieux" in card
    assert [label.split()[1] for label in await slots_on_show(db)] == ["1er", "2", "2"]
    assert NONE in await buttons(db, CLIENT)


async def test_a_slot_that_is_chosen_is_booked_and_the_surveyor_knows_whom_to_see(
    db: Database,
) -> None:
    request_id = await cast(db)
    await offer(db, request_id)
    await press(db, CLIENT, (await slots_on_show(db))[0])

    survey = await survey_of(db, request_id)
    assert survey.state is SurveyState.BOOKED
    assert survey.booked == survey.slots[0]
    card = (await told(db, OSCAR))[-1]
    assert "12 rue Hoche" in card
    assert "Claire Martin" in card
    assert list(await buttons(db, CLIENT)) == [OFF]


async def test_none_of_the_slots_is_an_answer_too(db: Database) -> None:
    request_id = await cast(db)
    await offer(db, request_id)
    await press(db, CLIENT, NONE)

    assert (await survey_of(db, request_id)).state is SurveyState.NONE_FITS
    assert "Nous vous proposons d’autres horaires" in (await told(db, CLIENT))[-1]


async def test_a_slot_that_is_past_cannot_be_booked(db: Database) -> None:
    request_id = await cast(db)
    async with db.begin(NOW - timedelta(days=30)) as tx:
        ctx = await context_of(tx, NADIA)
        past = tuple(SlotAnswer(date(2026, 11, 20), Hours(time(hour))) for hour in (8, 9, 10))
        await coordinator_survey.offered(ctx, SurveyForm(past, str(OSCAR)), {"request": request_id})
    assert "déjà passé" in await press(db, CLIENT, (await slots_on_show(db))[0])
    assert (await survey_of(db, request_id)).state is SurveyState.PROPOSED


@pytest.mark.parametrize("more", ["3", "-1", "x", "²", ""])
async def test_a_slot_that_was_not_offered_is_not_booked(db: Database, more: str) -> None:
    request_id = await cast(db)
    survey = await offer(db, request_id)
    await tap(db, CLIENT, "visit", survey.id, survey.version, more)

    assert await survey_of(db, request_id) == survey


async def test_an_old_card_books_nothing(db: Database) -> None:
    request_id = await cast(db)
    old = await offer(db, request_id)
    new = await offer(db, request_id, surveyor=NADIA)
    toast = await tap(db, CLIENT, "visit", old.id, old.version, "0")

    assert toast is not None
    assert await survey_of(db, request_id) == new


@pytest.mark.parametrize("forger", [STRANGER, NADIA])
async def test_nobody_but_the_client_answers_for_the_client(db: Database, forger: int) -> None:
    request_id = await cast(db)
    survey = await offer(db, request_id)
    await tap(db, forger, "visit", survey.id, survey.version, "0")

    assert await survey_of(db, request_id) == survey


async def test_a_visit_is_called_off_by_the_client_or_cancelled_by_us(db: Database) -> None:
    first = await cast(db)
    await offer(db, first)
    await press(db, CLIENT, (await slots_on_show(db))[0])
    await press(db, CLIENT, OFF)
    assert (await survey_of(db, first)).state is SurveyState.NONE_FITS
    assert "pas de rendez-vous" in (await told(db, OSCAR))[-1]

    await offer(db, first)
    await press(db, CLIENT, (await slots_on_show(db))[0])
    await press(db, OSCAR, "✖ Annuler la visite")
    assert (await survey_of(db, first)).state is SurveyState.CANCELLED
    assert "la visite est annulée" in (await told(db, CLIENT))[-1]


async def test_slots_offered_anew_free_the_surveyor_who_was_booked(db: Database) -> None:
    request_id = await cast(db)
    await offer(db, request_id)
    await press(db, CLIENT, (await slots_on_show(db))[0])
    await offer(db, request_id, surveyor=NADIA)

    assert "pas de rendez-vous" in (await told(db, OSCAR))[-1]
    assert (await survey_of(db, request_id)).surveyor_id == NADIA


async def recall(db: Database, at: timedelta) -> Reminder | None:
    """Have what is due then done, as the ticks do."""
    async with db.begin(NOW + at) as tx:
        found = await reminders.claim(tx)
        if not isinstance(found, Reminder):
            return None
        await remind(tx, services(), found)
        await reminders.settle(tx, found.id, SAID)
        return found


async def test_the_evening_before_both_are_recalled_to_it(db: Database) -> None:
    await offer(db, await cast(db))
    await press(db, CLIENT, (await slots_on_show(db))[0])
    found = await recall(db, timedelta(days=7, hours=12))

    assert found is not None
    assert found.kind is ReminderKind.SURVEY_EVE
    for person_id in (CLIENT, OSCAR):
        assert "C’est demain" in (await told(db, person_id))[-1]


async def test_a_visit_that_was_cancelled_is_not_recalled(db: Database) -> None:
    request_id = await cast(db)
    await offer(db, request_id)
    await press(db, CLIENT, (await slots_on_show(db))[0])
    survey = await survey_of(db, request_id)
    await tap(db, OSCAR, "unsurvey", survey.id, survey.version)

    assert await recall(db, timedelta(days=8)) is None


async def test_a_visit_is_offered_only_while_nothing_is_decided(db: Database) -> None:
    request_id = await cast(db)
    await follow(db, NADIA, "survey", request_id)
    async with db.begin(NOW) as tx:
        assert await sessions.find(tx, NADIA) is not None
        request = await requests.get(tx, request_id)
        await requests.move(tx, request, RequestEvent.REFUSE, actor_id=NADIA)
    await follow(db, OSCAR, "survey", request_id)
    async with db.read(NOW) as tx:
        assert await sessions.find(tx, OSCAR) is None
    assert request.number in (await told(db, OSCAR))[-1]


async def test_coordinators_alone_survey_sites(db: Database) -> None:
    await cast(db)
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, NADIA)
        stored = await sessions.begin(
            tx, chat_id=NADIA, user_id=NADIA, form="surveying", state={}, turn=1, about=None
        )
        found = await survey_facts.surveyors(ctx, stored)
    assert sorted(found) == [(NADIA, "Nadia"), (OSCAR, "Oscar <O>")]


async def out(db: Database, admin: Services) -> None:
    """Have Nadia, who administrates, take Oscar out."""
    async with db.begin(NOW) as tx:
        await people.give(tx, await people.get(tx, NADIA), Role.ADMIN)
    await tap(db, NADIA, "officeout", OSCAR, of=admin)


async def test_the_visits_of_a_coordinator_who_was_taken_out_need_another(db: Database) -> None:
    admin = replace(services(), admins=frozenset({NADIA}))
    request_id = await cast(db)
    await offer(db, request_id)
    await press(db, CLIENT, (await slots_on_show(db))[0])
    async with db.read(NOW) as tx:
        number = (await requests.get(tx, request_id)).number
    await out(db, admin)

    assert any(
        "cherchent quelqu’un d’autre" in text and number in text for text in await told(db, NADIA)
    )
    [alert] = [text for text in await told(db, DESK) if "Il faut quelqu’un d’autre" in text]
    assert number in alert
    assert "✖ Annuler la visite" in await buttons(db, DESK)
    assert (await told(db, OSCAR)).count("👁️ Cette visite n’est plus pour vous.") == 1
    heard = len(await told(db, OSCAR))
    await recall(db, timedelta(days=7, hours=12))
    assert len(await told(db, OSCAR)) == heard
    assert "C’est demain" in (await told(db, CLIENT))[-1]
    assert any("C’est demain" in text and number in text for text in await told(db, DESK))


async def test_a_visit_with_who_was_taken_out_meanwhile_is_told_to_the_coordinators(
    db: Database,
) -> None:
    request_id = await cast(db)
    await offer(db, request_id)
    await out(db, replace(services(), admins=frozenset({NADIA})))
    await press(db, CLIENT, (await slots_on_show(db))[0])

    assert not [text for text in await told(db, OSCAR) if "12 rue Hoche" in text]
    assert [text for text in await told(db, DESK) if "Il faut quelqu’un d’autre" in text]
    async with db.begin(NOW) as tx:
        survey = await surveys.find(tx, request_id)
        assert survey is not None
        await outbox.adopt_all(tx, f"unstaffed:{survey.id}", {DESK: 5})
    await offer(db, request_id, surveyor=NADIA)
    assert any("c’est réglé" in text for text in await told(db, DESK))
    assert not [text for text in await told(db, OSCAR) if "12 rue Hoche" in text]


async def test_who_is_let_in_again_has_their_visits_back(db: Database) -> None:
    admin = replace(services(), admins=frozenset({NADIA}))
    request_id = await cast(db)
    await offer(db, request_id)
    await press(db, CLIENT, (await slots_on_show(db))[0])
    await out(db, admin)
    await tap(db, NADIA, "officeback", OSCAR, of=admin)

    assert "12 rue Hoche" in (await told(db, OSCAR))[-1]
