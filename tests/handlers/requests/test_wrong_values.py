"""Every question of every form against every kind of wrong value: refused, and told what to send.

The table beside it knows each field by name: a field without its rows fails here.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from domain.catalogue import shipped_catalogue
from handlers.conversation.engine import Answer, Refused, Session, advance, begin, position
from handlers.conversation.form import Each, Form, form_of
from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.question import Question
from handlers.conversation.render import render
from handlers.quotes.signer_kind import Signatory
from handlers.routing.form_endings import FORMS
from handlers.words.catalogue import Words
from tests.domain.test_planning_candidates import BENCH
from tests.handlers.requests.wrong_values import ANSWERS, BUT, PRESSED, ROWS, SAYS, TAKEN, THINGS

WORDS = Words.load()
KNOWN: dict[str, Any] = {
    "today": date(2026, 11, 23),
    "catalogue": shipped_catalogue(),
    "candidates": BENCH,
    "signers": [Signatory("Jeanne Duval", "Directrice", code="7")],
    "surveyors": [(601, "Nadia")],
}


def fields(form: Form, path: str = "", key: str = "") -> Iterator[tuple[str, str]]:
    """List the questions of a form: by path in its first item, and by name."""
    key = key or form.name
    for step in form.steps:
        if isinstance(step, Each):
            yield from fields(step.form, f"{path}{step.name}.0.", f"{key}-{step.name}")
        else:
            yield f"{path}{step.name}", f"{key}-{step.name}"


FIELDS = {key: (one, path) for one in FORMS.values() for path, key in fields(form_of(one))}


def test_every_field_of_every_form_has_its_rows() -> None:
    assert set(ROWS) == set(FIELDS)
    assert all(ROWS.values())


def at(key: str) -> tuple[Session, Question]:
    """Stand at the question, everything before it answered."""
    form, path = FIELDS[key]
    answers: dict[str, Any] = {}
    for name, raw in ANSWERS[form_of(form).name].items():
        if name == path:
            break
        answers[name] = raw
    session = begin(form, answers)
    question = position(session)
    assert isinstance(question, Question)
    assert question.path == path, f"{key}: there is no good answer to what comes before"
    return session, question


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
        if code is not TAKEN:
            refuses(key, given, code, lang)


def _but(key: str, name: str, expects: str) -> str:
    usual = BUT.get((name, expects), _usual(key, name, expects))
    return BUT.get((name, key), usual)


def _usual(key: str, name: str, expects: str) -> str:
    if key == "planning-crew" and name == "forged done":
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
