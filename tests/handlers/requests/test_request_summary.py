"""The summary of a request, as the client reads it before sending."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from domain.calendar import PARIS
from domain.catalogue import shipped_catalogue
from domain.inventory import Condition
from domain.pricebook import shipped_price_books
from handlers.conversation.engine import Answer, Asked, Session, advance, begin
from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.render import render
from handlers.conversation.screen import Screen, read_tap
from handlers.requests.prefill import all_of
from handlers.requests.request_form import RequestForm
from handlers.requests.topics import SECTIONS
from handlers.words.catalogue import Words
from storage.request_content import RequestContent
from tests.handlers.requests.request_contents import CHAIRS, DAYS, EVERYTHING, PLAIN

SAY = Words.load().say("fr")
KNOWN: dict[str, Any] = {
    "prices": shipped_price_books(),
    "today": date(2026, 11, 23),
    "catalogue": shipped_catalogue(),
    "now": datetime(2026, 11, 23, 9, tzinfo=UTC),
    "zone": PARIS,
}


def at_review(asked: RequestContent = PLAIN) -> Session:
    return begin(RequestForm, {**all_of(asked), **DAYS})


def after(session: Session, given: Given) -> Screen:
    stands, outcome = advance(session, Answer(given), KNOWN, SAY)
    return render(stands, outcome, SAY, 1, KNOWN)


def summed_up(asked: RequestContent = PLAIN) -> str:
    session = at_review(asked)
    return render(session, Asked(session.stands), SAY, 1, KNOWN).text  # type: ignore[arg-type]


def test_the_price_comes_first() -> None:
    price, answers = (summed_up().index(words) for words in ("💶 Entre", "Prestation"))

    assert price < answers


def test_a_stray_word_does_not_send_the_answers_again() -> None:
    screen = after(at_review(), Typed("c’est cher"))

    assert "💶 Entre" in screen.text
    assert "Prestation" not in screen.text
    assert screen.rows[0][0].text == "✅ Envoyer"


def test_an_old_button_leaves_the_answers_where_they_stand() -> None:
    assert "Prestation" in after(at_review(), Tapped("e.nothing")).text


def test_conditions_are_explained_where_they_stand() -> None:
    two = replace(PLAIN, lines=(CHAIRS, replace(CHAIRS, code="BUR-01", condition=Condition.B)))

    assert "Objets</b> (2) · <i>B = bon · C = usé, entier</i>" in summed_up(two)


def test_one_line_more_is_said_in_the_singular() -> None:
    assert SAY.plain("inventory-more", count=1) == "… et 1 autre ligne"
    assert Words.load().say("en").plain("inventory-more", count=1) == "… and 1 more line"


def buttons(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


def test_what_can_be_changed_is_listed_by_section() -> None:
    session = at_review()
    menu = after(session, Tapped("change"))
    assert buttons(menu)[:-1] == [
        "Prestation",
        "📍 Adresse et accès",
        "🕐 Horaires et règles",
        "Précisions",
        "Objets",
        "Rôle",
        "📅 Photos, jours, remarque",
        "‹ Retour au résumé",
    ]
    place = after(session, Tapped("s.place"))
    assert buttons(place)[:-1] == [
        "Adresse",
        "Code postal",
        "Réponses",
        "Étage",
        "Distance (m)",
        "Stationnement",
        "Site occupé",
        "Contact sur place",
        "‹ Autres réponses",
    ]


def test_every_answer_stands_in_one_section() -> None:
    session = at_review(EVERYTHING)
    sections = [after(session, Tapped(f"s.{one}")) for one in SECTIONS.values()]
    listed = [name for one in sections for name in codes(one) if name.startswith("e.")]

    assert (
        len(listed) == len(set(listed)) == len(session.walked.trail) - 1
    )  # the work stands in the menu itself


def codes(screen: Screen) -> list[str]:
    read = (read_tap(button.data or "") for row in screen.rows for button in row)
    return [tap.code for tap in read if tap is not None]


def test_a_few_answers_are_listed_as_they_are() -> None:
    brief = begin(
        RequestForm,
        {"activities": ["clearance"], "address": "12 rue Hoche, 93500 Pantin", "detail": "quick",
         "photos": None, "earliest": "2026-12-14"},
    )  # fmt: skip
    assert "Premier jour" in buttons(after(brief, Tapped("change")))


def test_labels_and_answers_read_as_sentences() -> None:
    text = summed_up().replace("<b>", "").replace("</b>", "").replace("\u202f", " ")

    for line in (
        "Autorisation : pas nécessaire",
        "Autres entreprises : aucune",
        "Matériel loué : aucun",
        "Confidentiel : rien",
        "Contact sur place : vous",
        "Photos : non précisé",
    ):
        assert line in text.split("\n")
    assert ": –" not in text
    assert not {"✅", "❌"} & set(text)


def test_we_and_you_on_buttons_are_the_client_speaking() -> None:
    english = Words.load().say("en")
    assert SAY.plain("request-permit.client") == "🙋 Oui, je la demande"
    assert english.plain("request-permit.us") == "📨 Yes, apply for me"
