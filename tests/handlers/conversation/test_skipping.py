"""A question that may be skipped, but not any more once something was gathered for it."""

from handlers.conversation.engine import Answer, advance, begin
from handlers.conversation.given import SentPhoto, Tapped
from handlers.conversation.kind import Json
from handlers.requests.request_form import RequestForm
from tests.handlers.conversation.usual_answers import KNOWN, SAY, labels

SO_FAR: dict[str, Json] = {
    "activities": ["clearance"],
    "address": "12 rue Hoche",
    "postcode": "93500",
    "detail": "quick",
}


def test_photos_that_came_are_finished_and_not_skipped() -> None:
    nothing = advance(begin(RequestForm, SO_FAR), Answer(Tapped("clear")), KNOWN, SAY)
    sent = advance(nothing[0], Answer(SentPhoto("f", "u", 9)), KNOWN, SAY)

    assert labels(*nothing) == ["Passer", "‹ Retour", "✖ Arrêter"]
    assert labels(*sent) == ["✔ Terminé", "↺ Tout refaire", "‹ Retour", "✖ Arrêter"]
