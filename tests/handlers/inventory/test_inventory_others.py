"""What the catalogue lacks is kept with how many, a size and photos; nothing else is offered."""

from handlers.conversation.given import SentPhoto
from handlers.conversation.kind import Rejected
from handlers.inventory.inventory_state import Goods, OtherThing
from tests.handlers.inventory.inventory_answers import FACTS, KIND, SAY, Made

LIST = "12 chaises pliantes\n3 trombinoscopes"


def sized(made: Made) -> OtherThing:
    value = made.value
    assert isinstance(value, Goods)
    [other] = value.others
    return other


def test_it_is_kept_with_its_size_and_photos_beside_the_lines() -> None:
    made = Made().says(LIST).taps("p.1")
    assert "3 × trombinoscopes" in made.text
    assert "quelle taille pour un seul" in made.text
    made.gives(SentPhoto("f1", "u1", 900)).says("120 x 60 x 80 cm")
    assert "3 × trombinoscopes · 120 × 60 × 80 cm (0,58 m³)" not in made.text  # first the offer
    made.taps(*[code for code in made.codes if code.startswith("z.")])

    other = sized(made)
    assert other.written == "3 × trombinoscopes · 120 × 60 × 80 cm (0,58 m³)"
    assert [photo.unique_id for photo in other.photos] == ["u1"]
    assert [quantity for _, quantity in made.lines] == ["12"]
    assert made.raw["unread"] == []


def test_how_many_is_asked_where_it_was_not_said_and_a_size_is_no_must() -> None:
    made = Made().says("chaises pliantes 2\ntrombinoscope").taps("p.1")
    assert "combien" in made.text
    assert made.says("peu").refused is not None
    assert made.says("2,5").refused == Rejected("whole-number")
    made.taps("q.1.4")
    assert made.says("assez grand").refused == Rejected("goods-size")
    made.taps("g.1").taps(*[code for code in made.codes if code.startswith("z.")])

    assert sized(made).written == "4 × trombinoscope"


def test_a_caption_may_say_the_size() -> None:
    made = Made().says(LIST).taps("p.1").gives(SentPhoto("f1", "u1", 900, caption="0,5 m³"))
    made.taps(*[code for code in made.codes if code.startswith("z.")])

    other = sized(made)
    assert (other.size, len(other.photos)) == ("0,5 m³", 1)


def test_it_is_undone_and_taken_out() -> None:
    made = Made().says(LIST).taps("p.1").says("0,5 m³").taps("u")
    assert made.raw.get("others") is None
    made.taps("v.ask", "p.1").says("0,5 m³").taps("y.2", "v.m.0", "d.0")
    assert made.raw.get("others") is None
    assert made.taps("d.0").refused == Rejected("not-offered")


def test_it_alone_is_no_list_and_says_another_way() -> None:
    made = Made().says("3 trombinoscopes").taps("p.1", "g.1", "done")

    assert made.refused == Rejected("goods-others-only")


def test_nobody_sizes_what_is_not_asked_about() -> None:
    made = Made().says(LIST)
    for code in ("p.7", "g.1", "d.0"):
        assert made.taps(code).refused == Rejected("not-offered"), code


def test_the_summary_names_it() -> None:
    made = Made().says(LIST).taps("p.1", "g.1")
    made.taps(*[code for code in made.codes if code.startswith("z.")])
    assert KIND.show(made.raw, "", FACTS, SAY) == "2 lignes"
    assert "3 × trombinoscopes (hors catalogue)" in KIND.rows(made.raw, FACTS, SAY)
