"""A sentence of a list that is about no thing is told, kept, and taken back by undo."""

from dataclasses import replace

from handlers.conversation.walk import walk
from handlers.inventory.inventory_card import TAKE_ALL, UNDO
from handlers.inventory.inventory_state import Goods, InventoryDraft, drafted
from handlers.requests.prefill import all_of
from handlers.requests.request_form import RequestForm
from handlers.requests.submission import asked
from tests.handlers.inventory.inventory_answers import FACTS, KIND, SAY, Made
from tests.handlers.requests.request_contents import DAYS, PLAIN

KEYS = "Fermeture définitive le 20, clés chez le gardien"
LIST = f"Bonjour,\n12 chaises pliantes\n3 tables pliantes\n{KEYS}\nMerci"


def taken_all() -> Made:
    made = Made().says(LIST)
    return made.taps(next(code for code in made.codes if code.startswith(TAKE_ALL)))


def test_it_is_told_beside_the_lines_and_kept_with_them() -> None:
    made = Made().says(LIST)
    assert KEYS in made.text
    assert "Bonjour" not in made.text

    done = taken_all().taps("done")
    assert isinstance(done.value, Goods)
    assert done.value.remarks == (KEYS,)
    assert any(KEYS in row for row in KIND.rows(done.raw, FACTS, SAY))


def test_undo_takes_it_back_with_its_list() -> None:
    made = Made().says("5 chaises pliantes", LIST)

    assert drafted(made.raw).remarks == (KEYS,)
    assert drafted(made.taps(UNDO).raw).remarks == ()


def test_the_same_sentence_is_kept_once() -> None:
    assert drafted(Made().says(LIST, LIST).raw).remarks == (KEYS,)


def test_it_stands_in_the_request_below_the_clients_own_note() -> None:
    lines = drafted(all_of(PLAIN)["lines"])
    told = replace(InventoryDraft(lines.lines), remarks=(KEYS,)).finished()
    answers = {**all_of(PLAIN), **DAYS, "lines": told, "reviewed": True}
    content = asked(walk(RequestForm, answers).value)

    assert content.note is not None
    assert content.note.splitlines()[-1] == KEYS
