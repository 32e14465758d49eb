"""Opening hours and the inside of a lift, as people write them."""

from datetime import time
from typing import Any

import pytest

from domain.site_rules import Box, Opening
from handlers.conversation.form import Ask, form_of
from handlers.conversation.given import Tapped
from handlers.conversation.kind import Kind, Rejected
from handlers.conversation.labels import label
from handlers.conversation.question import Question
from handlers.requests.request_form import OPENINGS, RequestForm
from handlers.requests.site_kinds import Floor, InnerSize, OpeningHours
from handlers.words.catalogue import Words
from tests.handlers.conversation.kinds.reading import code, facts, read

FLOOR = Floor(-5, 60, buttons=(0, 1, 2, 3, 4, 5))

HOURS, LIFT = OpeningHours(OPENINGS), InnerSize(60, 600)


@pytest.mark.parametrize(
    ("said", "opening"),
    [
        ("7h30-16h", Opening(time(7, 30), time(16))),
        ("de 8h à midi", Opening(time(8), time(12))),
        ("8:00–12:00", Opening(time(8), time(12))),
        ("22h-6h", Opening(time(22), time(6))),
    ],
)
def test_hours_are_read_as_a_visit_reads_them(said: str, opening: Opening) -> None:
    assert read(HOURS, said) == opening


@pytest.mark.parametrize(
    ("said", "why"),
    [("8h", "expected-opening"), ("tôt", "expected-opening"), ("8h-8h", "opening-empty")],
)
def test_hours_need_two_ends(said: str, why: str) -> None:
    assert code(HOURS, said) == why


def test_the_buttons_are_the_usual_hours_and_the_night() -> None:
    offered = HOURS.options(None, facts())
    question = Question("hours", "request-hours", HOURS, facts().so_far)
    say = Words.load().say("fr")

    assert [label(option, question, say) for option in offered] == [
        "08:00–17:00",
        "07:00–19:00",
        "08:00–12:00",
        "🌙 La nuit",
    ]
    taken = [read(HOURS, Tapped(option.code)) for option in offered]
    assert taken == [*OPENINGS, Opening(time(21), time(6))]
    assert taken[-1].is_night
    assert code(HOURS, Tapped("0500-0600")) == "not-offered"


@pytest.mark.parametrize(
    ("said", "box"),
    [
        ("110x140x210", Box(110, 140, 210)),
        ("110 X 140 × 210 cm", Box(110, 140, 210)),
        ("110 par 140 par 210", Box(110, 140, 210)),
        ("1,1 m x 1.40 m x 2,1 m", Box(110, 140, 210)),
        ("60*600*60", Box(60, 600, 60)),
    ],
)
def test_the_inside_of_a_lift_is_one_answer(said: str, box: Box) -> None:
    assert read(LIFT, said) == box


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("110x140", "expected-size"),
        ("110x140x210x1", "expected-size"),
        ("110xlargex210", "expected-size"),
        ("59x140x210", "too-little"),
        ("110x140x601", "too-much"),
        ("0x0x0", "too-little"),
    ],
)
def test_what_is_no_inside_of_a_lift_is_refused(said: str, why: str) -> None:
    assert code(LIFT, said) == why


@pytest.mark.parametrize(
    ("field", "said", "why"),
    [
        ("vehicle_height", "3,5 t", "other-unit"),
        ("vehicle_tonnes", "2 m", "other-unit"),
        ("vehicle_tonnes", "3,5 t", ""),
        ("budget", "12 m²", "other-unit"),
        ("budget", "80 000 €", ""),
        ("reuse_goal", "70 %", ""),
        ("lift_load", "630 kg", ""),
    ],
)
def test_a_measure_is_taken_with_its_own_unit_only(field: str, said: str, why: str) -> None:
    assert code(kind_of(field), said) == why


def kind_of(field: str) -> Kind[Any]:
    return next(
        step.kind
        for step in form_of(RequestForm).steps
        if isinstance(step, Ask) and step.name == field
    )


@pytest.mark.parametrize(
    ("said", "floor"),
    [
        ("RDC", 0),
        ("au rez-de-chaussée", 0),
        ("rez de chaussée", 0),
        ("plain-pied", 0),
        ("ground floor", 0),
        ("R+2", 2),
        ("r + 2", 2),
        ("R-1", -1),
        ("R\u20111", -1),
        ("sous-sol", -1),
        ("au sous-sol", -1),
        ("basement", -1),
        ("2e sous-sol", -2),
        ("sous-sol 2", -2),
        ("2e étage", 2),
        ("au deuxième étage", 2),
        ("étage 3", 3),
        ("third floor", 3),
        ("à peu près 3 étages", 3),
        ("-1", -1),
        ("３", 3),
    ],
)
def test_a_floor_is_read_by_its_usual_names(said: str, floor: int) -> None:
    assert read(FLOOR, said) == floor


def test_of_an_entresol_it_is_asked_whether_there_are_stairs() -> None:
    begun = read(FLOOR, "entresol")

    assert [option.code for option in FLOOR.options(begun, facts())] == ["0", "1"]
    assert "Entresol" in FLOOR.lines(begun, facts(), Words.load().say("fr"))[0]
    assert read(FLOOR, Tapped("1"), begun) == 1


@pytest.mark.parametrize(
    ("said", "why"), [("R+99", "too-much"), ("toit", "expected-number"), ("", "expected-number")]
)
def test_what_is_no_floor_is_told_apart(said: str, why: str) -> None:
    assert code(FLOOR, said) == why


@pytest.mark.parametrize(
    ("said", "floors"),
    [
        ("deux étages, le 3 et le 4", (3, 4)),
        ("le 3 et le 4", (3, 4)),
        ("3e et 4e", (3, 4)),
        ("RDC, 1er étage et 2e étage", (0, 1, 2)),
        ("R+1 et R+2", (1, 2)),
        ("sous-sol et rez-de-chaussée", (-1, 0)),
        ("du 2 au 5", (2, 3, 4, 5)),
        ("the 3rd and 4th floor", (3, 4)),
        ("3", 3),
    ],
)
def test_several_floors_are_read(said: str, floors: object) -> None:
    assert read(FLOOR, said) == floors


def test_a_floor_among_several_that_is_too_high_is_refused() -> None:
    assert code(FLOOR, "2 et 70") == "too-much"
    assert isinstance(FLOOR.load([3, "x"]), Rejected)
