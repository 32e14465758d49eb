"""Whatever people do, in whatever order."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.conversation.engine import (
    Add,
    Answer,
    Asked,
    Back,
    Cancel,
    Edit,
    Finished,
    Move,
    Outcome,
    Question,
    Refused,
    Remove,
    Session,
    Stale,
    advance,
    begin,
    load_session,
    position,
)
from handlers.conversation.given import (
    Given,
    SentDocument,
    SentOther,
    SentPhoto,
    SentVoice,
    SharedContact,
    SharedPlace,
    Tapped,
    Typed,
)
from handlers.conversation.kind import Facts
from handlers.conversation.render import render
from tests.handlers.conversation.example import FACTS, FORMS, Access, State, Visit
from tests.handlers.conversation.example_person import GOOD, SID, ExamplePerson, at
from tests.handlers.conversation.example_words import say

PATHS = sorted(
    {"", "lines", "lines.0", "lines.1", "lines.0.parts", "lines.0.parts.0", "lines.7", "name~"}
    | {key.removeprefix("visit-").replace("lines-", "lines.0.") for key in GOOD}
)
SAID = ["12", "1,5 kg", "chaise", "bureau", "demain", "lundi prochain", "S12", "8h30", "Retour"]
SAID += ["C’est tout", "06 12 34 56 78", "93200", "73282932000074", "<b>&", "😀", "", "\x00"]


def texts() -> st.SearchStrategy[str]:
    return st.sampled_from(SAID) | st.text(max_size=30)


def things_sent() -> st.SearchStrategy[Given]:
    names, albums = st.sampled_from("abcdef"), st.sampled_from([None, "1", "2"])
    return st.one_of(
        texts().map(Typed),
        st.text(max_size=12).map(Tapped),
        st.builds(SharedContact, texts(), own=st.booleans()),
        st.builds(SharedPlace, st.floats(-100, 100), st.floats(-200, 200)),
        st.builds(SentPhoto, names, names, album=albums),
        st.builds(
            SentDocument,
            names,
            names,
            st.sampled_from(["a.pdf", "b.heic", "c.exe"]),
            st.sampled_from(["", "application/pdf", "video/mp4"]),
            st.integers(0, 30_000_000),
            album=albums,
        ),
        st.just(SentVoice("v", "v")),
        st.sampled_from(["sticker", "video", "poll"]).map(SentOther),
    )


def moves(session: Session) -> st.SearchStrategy[Move]:
    """Draw what a person might do now: mostly something sensible."""
    stands = position(session)
    turns = st.sampled_from([None, session.turn, session.turn, session.turn - 1])
    paths = st.sampled_from(PATHS)
    every: list[st.SearchStrategy[Any]] = [
        st.just(Back()),
        st.just(Cancel()),
        paths.map(Edit),
        paths.map(Remove),
        paths.map(Add),
        st.builds(Answer, things_sent(), turns, st.none() | paths, st.booleans()),
    ]
    if isinstance(stands, Question):
        good = st.sampled_from([*GOOD[stands.key]])
        codes = st.sampled_from([*offered(session), "back", "keep", "skip", "enough"])
        every += [st.builds(Answer, good)] * 6
        every += [st.builds(Answer, codes.map(Tapped), turns)] * 4
    return st.one_of(every)


def offered(session: Session) -> list[str]:
    question = at(session)
    facts = Facts(FACTS, question.so_far, session.walked.trail)
    return [option.code for option in question.kind.options(question.draft, facts)]


def somewhere(data: st.DataObject) -> Session:
    """Begin at some question of a form filled in some way."""
    person = ExamplePerson().until("access")
    person.taps(data.draw(st.sampled_from([*Access])))
    path = data.draw(st.sampled_from(["tools", "lines.0.item", "lines.1.item", "reviewed"]))
    return person.until(path, parts=data.draw(st.integers(0, 1))).session


class Tags(HTMLParser):
    """Counts tags, as Telegram does: only some, and each one closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag in {"b", "i", "u", "s", "code", "a"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def can_be_sent(session: Session, outcome: Outcome, lang: str = "fr") -> None:
    screen = render(session, outcome, say(lang), SID, FACTS)
    assert screen.text.strip()
    assert len(screen.text) <= 4096
    tags = Tags()
    tags.feed(screen.text)
    assert not tags.open
    for row in screen.rows:
        assert 1 <= len(row) <= 3
        for button in row:
            assert 0 < len(button.text) <= 36
            assert button.data is not None
            assert len(button.data.encode()) <= 64


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_moves_leave_a_session_that_can_go_on(data: st.DataObject) -> None:
    session = somewhere(data)
    for _ in range(data.draw(st.integers(1, 12))):
        before = session
        session, outcome = advance(session, data.draw(moves(session)), FACTS, say())

        loaded = load_session(FORMS, json.loads(json.dumps(session.dump())))
        assert loaded == session
        assert position(loaded) == position(session)
        assert session.turn >= before.turn
        if isinstance(outcome, Stale):
            assert session == before
        if isinstance(outcome, Refused) and outcome.question.path == before.asked:
            assert session.answers == before.answers
        if isinstance(outcome, Asked):
            assert outcome.question == position(session)
        can_be_sent(session, outcome)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_anybody_can_still_finish_after_any_moves(data: st.DataObject) -> None:
    session = somewhere(data)
    for _ in range(data.draw(st.integers(1, 8))):
        session, _ = advance(session, data.draw(moves(session)), FACTS, say())

    person = ExamplePerson(session)
    for _ in range(90):
        if isinstance(stands := position(person.session), Finished):
            break
        if stands.ends:
            person.taps("enough")
        elif stands.editing and not isinstance(person.taps("keep"), Refused):
            continue
        else:
            for one in GOOD[stands.key]:
                person.gives(one)

    assert isinstance(position(person.session), Finished)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_old_button_never_changes_anything(data: st.DataObject) -> None:
    session = somewhere(data)
    old = data.draw(st.integers(0, session.turn - 1))
    code = data.draw(st.sampled_from([*offered(session), "back", "keep", "skip", "enough", "done"]))

    after, outcome = advance(session, Answer(Tapped(code), turn=old), FACTS, say())

    assert after == session
    assert outcome == Stale(at(session))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_going_back_and_saying_the_same_is_as_if_nothing_was_done(data: st.DataObject) -> None:
    person = ExamplePerson(somewhere(data))
    before = person.session

    steps = data.draw(st.integers(1, 4))
    for _ in range(steps):
        person.moves(Back())
    while at(person.session).path != at(before).path:
        question = at(person.session)
        person.taps("keep" if question.editing else "enough")

    assert dict(person.session.answers) == dict(before.answers)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["C-1", "C-2", "D-1", "D-9"]), min_size=2, max_size=4),
    st.data(),
)
def test_removing_an_item_is_as_if_it_had_never_been_said(
    items: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(items) - 1))
    person = ExamplePerson().until("lines.0.item").with_lines(*items)

    person.moves(Remove(f"lines.{gone}"))

    never = ExamplePerson().until("lines.0.item").with_lines(*items[:gone], *items[gone + 1 :])
    assert dict(person.session.answers) == dict(never.session.answers)
    assert person.path == never.path or len(items) == 4


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(PATHS), json_values, max_size=6), st.data())
def test_garbage_in_a_store_is_asked_again_and_never_raises(
    garbage: dict[str, Any], data: st.DataObject
) -> None:
    whole = ExamplePerson().until("reviewed").session
    path = data.draw(st.sampled_from(sorted(whole.answers)))
    session = replace(whole, answers={**whole.answers, path: data.draw(json_values)} | garbage)

    session, outcome = advance(session, Answer(Typed("12")), FACTS, say())
    can_be_sent(session, outcome)
    session, outcome = advance(session, Answer(Tapped("done")), FACTS, say())
    can_be_sent(session, outcome)


def test_every_branch_of_the_form_is_walked_by_these_tests() -> None:
    """A `when` that names a field wrongly raises when it is run, so all of them are."""
    for access in Access:
        for state in State:
            person = ExamplePerson().until("access")
            person.taps(access)
            person.until("lines.0.state").taps(state)
            assert isinstance(person.finishes(), Visit)


def test_the_same_moves_give_the_same_session() -> None:
    assert ExamplePerson().until("reviewed").session == ExamplePerson().until("reviewed").session
    assert begin(Visit) == begin(Visit)
