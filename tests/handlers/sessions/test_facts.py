"""Which facts a question may look at, and who loads them."""

from types import SimpleNamespace
from typing import Any

import pytest

from handlers.conversation.engine import Answer, Asked, advance, begin, needs_of
from handlers.conversation.form import ask, form
from handlers.conversation.given import Given, Typed
from handlers.conversation.kind import Facts, Json, Rejected, UnnamedFact
from handlers.conversation.kinds import Text
from handlers.conversation.render import render
from handlers.sessions import facts
from storage.engine import Database
from storage.sessions import StoredSession
from tests.conftest import NOW
from tests.handlers.contexts import context_of
from tests.handlers.requests.form_fields import FIELDS, KNOWN, WORDS, at
from tests.trade import CLIENT, client, services

SHARED = {"now", "zone", "today", "catalogue", "prices", "promises"}


class Curious(Text):
    """Looks at a fact that it does not name."""

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        return f"{super().read(given, before, facts)} {facts['vans']}"


@form("curious")
class CuriousForm:
    """Asks once without a need and once with it."""

    name: str = ask(Curious())
    other: str = ask(Curious(), needs="vans")


def test_a_question_sees_no_fact_that_it_does_not_name() -> None:
    with pytest.raises(UnnamedFact, match="vans"):
        advance(begin(CuriousForm), Answer(Typed("Ada")), {"vans": "two"})


def test_a_question_sees_the_facts_that_it_names() -> None:
    session, _ = advance(begin(CuriousForm, {"name": "Ada"}), Answer(Typed("Eve")), {"vans": "two"})
    assert session.answers == {"name": "Ada", "other": "Eve two"}


def test_the_answer_to_another_question_is_shown_with_the_facts_of_that_one() -> None:
    seen = Facts({"vans": 1, "today": 2}, SimpleNamespace(), named=frozenset({"today"}))
    _, question = at("surveying-surveyor")
    assert (seen["today"], seen.of(question).named) == (2, frozenset({"surveyors"}))
    with pytest.raises(UnnamedFact):
        seen.get("vans")


@pytest.mark.parametrize("key", sorted(FIELDS))
def test_a_question_is_put_with_nothing_but_the_facts_that_it_names(key: str) -> None:
    session, question = at(key)
    known: dict[str, Any] = {name: KNOWN.get(name) for name in needs_of(session)}
    put = render(session, Asked(question), WORDS.say("fr"), 1, known)
    assert WORDS.say("fr").plain(question.key, number=1).split("\n")[0] in put.text


@pytest.mark.parametrize("key", sorted(FIELDS))
def test_somebody_loads_every_fact_that_a_question_names(key: str) -> None:
    session, _ = at(key)
    assert needs_of(session) <= SHARED | services().fact_loaders.keys()


def test_no_fact_has_two_sources() -> None:
    assert SHARED.isdisjoint(services().fact_loaders)


async def test_only_what_is_needed_and_not_known_yet_is_loaded(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
        ctx = await context_of(tx, CLIENT)
        stored = StoredSession(1, CLIENT, CLIENT, "surveying", 0, {}, None)
        known = facts.shared(ctx.services, tx)
        nothing = await facts.load(ctx, stored, {"today"}, known)
        surveyors = await facts.load(ctx, stored, {"today", "surveyors"}, known)

    assert set(known) == SHARED
    assert nothing == known
    assert surveyors == {**known, "surveyors": []}


async def test_a_fact_that_no_feature_loads_is_an_error(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
        ctx = await context_of(tx, CLIENT)
        stored = StoredSession(1, CLIENT, CLIENT, "surveying", 0, {}, None)
        with pytest.raises(KeyError, match="weather"):
            await facts.load(ctx, stored, {"weather"}, {})
