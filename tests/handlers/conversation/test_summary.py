"""A summary fits on one screen, however much was said."""

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.conversation.engine import Asked, Session, position
from handlers.conversation.form import ask, each, form
from handlers.conversation.kinds import Review, Text
from handlers.conversation.render import render
from handlers.words.catalogue import Words
from tests.handlers.conversation.example_person import at

FTL = """
long-note = Note ?
    .label = Note
long-lines = Lignes
    .label = Lignes
long-lines-name = Nom ?
    .label = Nom
long-lines-more = Et ?
    .label = Suite
long-reviewed = Juste ?
"""
WORDS = Words.load().having({"fr": FTL, "en": FTL})


@form("long-line")
class Row:
    """Two long answers."""

    name: str = ask(Text(at_most=2000))
    more: str = ask(Text(at_most=2000))


@form("long")
class Long:
    """Many long answers."""

    note: str = ask(Text(at_most=2000))
    lines: tuple[Row, ...] = each(Row, at_least=0, at_most=40)
    reviewed: bool = ask(Review())


def summed_up(count: int, text: str) -> str:
    answers: dict[str, str | bool] = {"note": text, "lines": True}
    for n in range(count):
        answers |= {f"lines.{n}.name": text, f"lines.{n}.more": text}
    session = Session(Long, answers)
    assert position(session) == at(session)
    return render(session, Asked(at(session)), WORDS.say("fr"), 1, {}).text


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 40), st.sampled_from("a&<é😀"), st.sampled_from([1, 40, 300, 2000]))
def test_it_is_never_too_long_for_telegram(count: int, letter: str, length: int) -> None:
    text = summed_up(count, letter * length)

    assert len(text) <= 4096
    assert len(text.encode("utf-16-le")) // 2 <= 4096


def test_the_first_and_the_last_lines_stay() -> None:
    text = summed_up(40, "plan de travail en chêne massif, à couper en deux morceaux")

    assert "<b>Lignes</b> (40)" in text
    assert "\n1. plan" in text
    assert "\n40. plan" in text
    assert "de plus" in text


def test_what_is_left_out_is_counted() -> None:
    text = summed_up(40, "plan de travail en chêne massif, à couper en deux morceaux")

    shown = [line for line in text.split("\n") if line[:1].isdigit()]
    left_out = next(line for line in text.split("\n") if "de plus" in line)
    assert f"et {40 - len(shown)} de plus" in left_out


def test_a_short_form_is_shown_whole() -> None:
    text = summed_up(40, "plan")

    assert "de plus" not in text
    assert len([line for line in text.split("\n") if line[:1].isdigit()]) == 40


def test_an_empty_group_is_said_to_be_empty() -> None:
    assert "<b>Lignes</b>\u202f: rien" in summed_up(0, "x")
