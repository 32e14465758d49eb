"""Every field of every form, and the facts that questions need."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.catalogue import shipped_catalogue
from handlers.conversation.engine import Session, begin, position
from handlers.conversation.form import Ask, Each, Form, form_of
from handlers.conversation.question import Question
from handlers.crews.roster_kinds import TeamKnown
from handlers.crews.vehicle_kinds import FleetKnown
from handlers.quotes.signer_kind import Signatory
from handlers.routing.form_endings import FORMS
from handlers.words.catalogue import Words
from tests.domain.candidate_cases import BENCH
from tests.handlers.requests.wrong_values import ANSWERS

WORDS = Words.load()


KNOWN: dict[str, Any] = {
    "today": date(2026, 11, 23),
    "catalogue": shipped_catalogue(),
    "candidates": BENCH,
    "signers": [Signatory("Jeanne Duval", "Directrice", code="7")],
    "team": TeamKnown({"bintou": "Bintou"}, {"+33639980099": "Bintou"}),
    "fleet": FleetKnown(frozenset({"camion bleu"}), {"EF-456-GH": "Camion bleu"}),
    "vehicle_kinds": [("van20", "camion 20 m³")],
    "surveyors": [(601, "Nadia")],
}


def fields(form: Form, path: str = "", key: str = "") -> Iterator[tuple[str, str]]:
    """List the questions of a form: by path in its first item, and by name."""
    key = key or form.name
    for step in form.steps:
        if isinstance(step, Ask) and step.unasked:
            continue
        if isinstance(step, Each):
            yield from fields(step.form, f"{path}{step.name}.0.", f"{key}-{step.name}")
        else:
            yield f"{path}{step.name}", f"{key}-{step.name}"


FIELDS = {key: (one, path) for one in FORMS.values() for path, key in fields(form_of(one))}


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
