"""What clients write, and which act is offered below it."""

import pytest

from domain.message_intents import MessageIntent, message_intents

ORDER, CHANGE, CANCEL = MessageIntent.ORDER, MessageIntent.CHANGE, MessageIntent.CANCEL


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Notre bon de commande : BC-4512", {ORDER}),
        ("our PO is 4500012345", {ORDER}),
        ("Vous pouvez venir le 16 plutôt ?", {CHANGE}),
        ("Can we MOVE it to the 16th?", {CHANGE}),
        ("c’est trop cher pour nous", {CHANGE}),
        ("Finalement on annule tout", {CANCEL}),
        ("please cancel our order", {CANCEL, ORDER}),
        ("Le portail ferme à 17 h", set()),
        ("Il y a des bordereaux à signer", set()),
        ("We put the remover in the store", set()),
    ],
)
def test_words_point_to_what_can_be_offered(text: str, wanted: set[MessageIntent]) -> None:
    assert message_intents(text) == wanted
