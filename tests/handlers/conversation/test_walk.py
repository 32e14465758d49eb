"""The position is derived from the answers."""

from datetime import date, time
from decimal import Decimal

from handlers.conversation.engine import Finished, Session, begin, position
from handlers.conversation.kinds import SentFile
from tests.handlers.conversation.example import Access, Line, Part, State, Tool, Visit
from tests.handlers.conversation.example_person import ExamplePerson, at


def test_a_new_conversation_stands_at_the_first_question() -> None:
    assert at(begin(Visit)).path == "name"


def test_what_is_known_beforehand_is_not_asked() -> None:
    assert at(begin(Visit, {"name": "Claire", "phone": "+33639980001"})).path == "siret"


def test_an_answer_that_no_longer_loads_is_asked_again() -> None:
    session = begin(Visit, {"name": "Claire", "phone": "call me", "siret": "73282932000074"})

    assert at(session).path == "phone"


def test_answers_that_nothing_asks_for_are_not_looked_at() -> None:
    assert at(begin(Visit, {"nickname": "C", "lines.7.item": 3})).path == "name"


def test_floor_is_asked_only_where_one_must_climb() -> None:
    climbing, level = ExamplePerson().until("access"), ExamplePerson().until("access")

    climbing.taps("stairs")
    level.taps("ground")

    assert (climbing.path, level.path) == ("floor", "tools")


def test_changing_the_branch_stops_asking_and_keeps_what_was_said() -> None:
    person = ExamplePerson().until("tools")

    person.taps("back"), person.taps("back")
    person.taps("ground")

    assert person.path == "tools"
    assert person.raw("floor") == 3


def test_the_finished_form_is_the_value_of_the_trade() -> None:
    value = ExamplePerson().until("photos", lines=1, parts=1).finishes()

    assert value == Visit(
        name="Claire Dubois",
        phone="+33639980001",
        siret="73282932000074",
        postcode="93200",
        access=Access.LIFT,
        floor=3,
        tools=(Tool.SAW,),
        van="van-1",
        lines=(Line("C-1", Decimal(12), State.BROKEN, True, (Part("pied", Decimal("1.5")),)),),
        photos=(SentFile("file-a", "unique-a", 90_000),),
        papers=(),
        place=None,
        earliest=date(2026, 11, 30),
        deadline=date(2026, 12, 7),
        start=time(8, 30),
        agreed=True,
        note=None,
        reviewed=True,
    )


def test_a_skipped_answer_counts_only_while_the_question_is_optional() -> None:
    assert at(begin(Visit, {"name": None})).path == "name"
    assert ExamplePerson().until("earliest").session.answers["place"] is None


def test_a_group_asks_for_its_first_item_without_a_way_out() -> None:
    first = ExamplePerson().until("lines.0.item")

    assert not at(first.session).ends


def test_from_the_least_on_the_first_question_of_an_item_can_end_the_group() -> None:
    person = ExamplePerson().until("lines.1.item")

    assert at(person.session).ends
    person.taps("i.D-1")
    assert not at(person.session).ends


def test_a_group_ends_by_itself_when_it_is_full() -> None:
    person = ExamplePerson().until("photos", lines=9)

    lines = {path.split(".")[1] for path in person.session.answers if path.startswith("lines.")}
    assert lines == {"0", "1", "2", "3"}


def test_an_inner_group_may_stay_empty() -> None:
    person = ExamplePerson().until("lines.0.parts.0.name")

    assert at(person.session).ends
    person.taps("enough")
    assert person.path == "lines.1.item"


def test_a_question_of_an_item_sees_the_answers_around_the_group() -> None:
    upstairs, level = ExamplePerson().until("access"), ExamplePerson().until("access")
    upstairs.taps("lift")
    level.taps("ground")

    upstairs.until("lines.0.state").taps("good")
    level.until("lines.0.state").taps("good")

    assert (upstairs.path, level.path) == ("lines.0.fits", "lines.1.item")


def test_a_whole_session_is_finished() -> None:
    person = ExamplePerson()
    value = person.finishes()

    assert position(Session(Visit, person.session.answers)) == Finished(value)
