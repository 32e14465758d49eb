"""Every question of every form against every kind of wrong value: refused, and told what to send.

The table beside it knows each field by name: a field without its rows fails here.
"""

from dataclasses import replace
from unittest.mock import ANY

import pytest

from handlers.conversation.engine import Answer, Asked, Refused, advance
from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.render import render
from tests.handlers.requests.form_fields import FIELDS, KNOWN, WORDS, at
from tests.handlers.requests.wrong_values import (
    BUT,
    KEPT,
    OF_A_NEWCOMER,
    OF_A_REQUEST,
    PRESSED,
    ROWS,
    SAYS,
    TAKEN,
    THINGS,
)


def test_every_field_of_every_form_has_its_rows() -> None:
    assert set(ROWS) == set(FIELDS)
    assert all(ROWS.values())


def refuses(key: str, given: Given, code: str, lang: str) -> None:
    """Check that it is refused with these words, that the question stays and nothing is lost."""
    session, question = at(key)
    say = WORDS.say(lang)
    turn = session.turn if isinstance(given, Tapped) else None
    after, outcome = advance(session, Answer(given, turn=turn), KNOWN, say)

    assert isinstance(outcome, Refused), (key, given)
    assert (outcome.rejected.code, after) == (code, session), (key, given)
    text = render(after, outcome, say, 1, KNOWN).text
    assert SAYS[code][0 if lang == "fr" else 1] in text, (key, given)
    assert say.plain(question.key, number=1) in text, (key, given)


def keeps(key: str, given: Given, lang: str) -> None:
    """Check that it is kept for another question, that this one stays and says so."""
    session, question = at(key)
    say = WORDS.say(lang)
    after, outcome = advance(session, Answer(given), KNOWN, say)

    assert isinstance(outcome, Asked), (key, given)
    assert outcome.kept is not None, (key, given)
    assert after.answers == {**session.answers, outcome.kept.path: outcome.kept.raw}
    assert (after.stands, after.turn) == (replace(question, so_far=ANY), session.turn)
    text = render(after, outcome, say, 1, KNOWN).text
    assert ("Gardé sous" if lang == "fr" else "Kept under") in text, (key, given)
    assert say.plain(question.key, number=1) in text, (key, given)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("key", sorted(FIELDS))
def test_a_wrong_value_is_refused_with_what_to_send_instead(key: str, lang: str) -> None:
    for text, code in ROWS[key]:
        refuses(key, Typed(text), code, lang)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("key", sorted(FIELDS))
def test_a_thing_of_another_kind_is_refused_with_what_to_send_instead(key: str, lang: str) -> None:
    expects = at(key)[1].kind.expects
    for name, given in THINGS.items():
        code = _but(key, name, expects)
        if code is KEPT:
            keeps(key, given, lang)
        elif code is not TAKEN:
            refuses(key, given, code, lang)


def _but(key: str, name: str, expects: str) -> str:
    usual = BUT.get((name, expects), _usual(key, name, expects))
    return BUT.get((name, key), usual)


def _usual(key: str, name: str, expects: str) -> str:
    if key.startswith("request-") and name in OF_A_REQUEST:
        return OF_A_REQUEST[name]
    if key.startswith("registration-") and name in OF_A_NEWCOMER:
        return OF_A_NEWCOMER[name]
    if key in {"planning-crew", "newmember-roles"} and name == "forged done":
        return "choose-more"
    pressed = expects in PRESSED or key == "agreement-name"
    forged = isinstance(THINGS[name], Tapped) and pressed
    return "not-offered" if forged else f"expected-{expects}"


def test_what_a_field_takes_among_the_things_is_really_taken() -> None:
    for key in FIELDS:
        session, question = at(key)
        for name, given in THINGS.items():
            if _but(key, name, question.kind.expects) is TAKEN:
                after, _ = advance(session, Answer(given), KNOWN, WORDS.say("fr"))
                assert question.path in after.answers, (key, name)


def test_every_refusal_that_is_promised_happens() -> None:
    codes = {code for rows in ROWS.values() for _, code in rows} | set(BUT.values()) - {TAKEN}
    codes |= {f"expected-{at(key)[1].kind.expects}" for key in FIELDS}
    assert set(SAYS) - codes == {"expected-place"}
