"""The inventory: what each tap, word and file makes of it."""

from decimal import Decimal
from typing import Any

import pytest

from domain.catalogue import shipped_catalogue
from domain.inventory import Condition
from handlers.conversation.given import (
    ReadSheet,
    SentDocument,
    SentOther,
    SentPhoto,
    SentVoice,
    Typed,
)
from handlers.conversation.kind import OPEN, Rejected
from handlers.conversation.kinds import SentFile
from handlers.conversation.screen import form_data
from handlers.inventory.inventory_files import BIGGEST
from handlers.inventory.inventory_kind import MAKE_TEMPLATE, READ_SHEET
from handlers.inventory.inventory_state import DraftLine, Goods
from handlers.words.catalogue import Words
from tests.handlers.inventory.inventory_answers import FACTS, KIND, SAY, Made

DESK = "BUR-01.B0"


def photo(name: str) -> SentPhoto:
    return SentPhoto(f"file-{name}", f"unique-{name}", 9)


def sheet(name: str = "l.xlsx", *, size: int = 10) -> SentDocument:
    return SentDocument("file-1", "unique-1", name, "", size)


def test_a_picked_thing_is_one_more_with_each_tap() -> None:
    made = Made().taps("v.c.office.0", "+.BUR-01", f"+.{DESK}", "s.5", f"+.{DESK}", "+.BUR-02")

    assert KIND.load(made.raw) is OPEN
    assert made.lines == [("BUR-01", "7"), ("BUR-02", "5")]


def test_less_than_one_is_none_and_can_be_undone() -> None:
    made = Made().taps("+.BUR-01", f"-.{DESK}")
    assert "done" not in made.codes

    assert made.taps("u").lines == [("BUR-01", "1")]


def test_undo_brings_back_one_step_only() -> None:
    made = Made().taps("+.BUR-01", f"+.{DESK}", "u")

    assert "u" not in made.codes
    assert made.taps("u").refused == Rejected("not-offered")
    assert made.lines == [("BUR-01", "1")]


def test_a_number_goes_to_the_line_touched_last() -> None:
    made = Made().taps("+.BUR-01", "+.BUR-02", f"n.{DESK}")
    assert "Combien de" in made.text

    assert made.says("20").lines == [("BUR-01", "20"), ("BUR-02", "1")]


def test_amounts_that_cannot_be() -> None:
    made = Made().taps("+.BUR-01")

    assert made.says("5,000,000").refused == Rejected("too-much", {"most": Decimal(20_000)})
    assert made.says("-3").refused is not None
    assert made.says("2,5").refused == Rejected("whole-number")
    assert made.says("20 m²").refused == Rejected("other-unit", {"unit": "u"})
    assert made.lines == [("BUR-01", "1")]


def test_what_is_no_answer_is_refused() -> None:
    made = Made()

    for given, got in (
        (SentOther("sticker"), "sticker"),
        (SentVoice("f", "u"), "voice"),
        (photo("a"), "photo"),
        (Typed("💥"), "text"),
        (Typed("12"), "text"),
        (sheet("plan.pdf"), "document"),
    ):
        assert made.gives(given).refused == Rejected("expected-inventory", {"got": got})
    assert made.says("zzzzzz").refused == Rejected("pick-unknown", {"word": "zzzzzz"})
    assert made.gives(sheet(size=BIGGEST + 1)).refused == Rejected("file-too-big", {"most": 1})
    assert made.taps("done").refused == Rejected("goods-none")
    for code in ("v.c.planes.0", "v.l.BUR-01.B0", "+.X", "w.1.BUR-01", "k.BUR-01.B0.E", "s.9", "!"):
        assert made.taps(code).refused == Rejected("not-offered")


def test_condition_and_fixed_make_it_another_line() -> None:
    made = Made().taps("+.BUR-01", f"k.{DESK}.D", "f.BUR-01.D0", "done")

    assert made.value == Goods((DraftLine("BUR-01", Decimal(1), Condition.D, fixed=True),))


def test_an_old_button_of_a_line_that_changed_does_nothing() -> None:
    made = Made().taps("+.BUR-01", f"k.{DESK}.D")

    assert made.taps(f"r.{DESK}").refused == Rejected("not-offered")
    assert made.lines == [("BUR-01", "1")]


def test_two_lines_that_become_alike_become_one() -> None:
    made = Made().taps("+.BUR-01", f"k.{DESK}.C").says("4 BUR-01")
    assert made.taps(f"k.{DESK}.C").lines == [("BUR-01", "5")]


def test_a_chair_cannot_be_fixed() -> None:
    made = Made().says("chaise pliante")

    assert not [code for code in made.codes if code.startswith("f.")]


def test_a_photo_is_kept_with_the_line_that_is_open() -> None:
    made = Made().taps("+.BUR-01", f"v.l.{DESK}")
    made.gives(photo("a"), photo("a"), photo("b")).taps("done")

    kept = tuple(SentFile(f"file-{n}", f"unique-{n}", 9) for n in "ab")
    assert made.value == Goods((DraftLine("BUR-01", Decimal(1), photos=kept),))


def test_a_word_is_asked_and_its_line_opened() -> None:
    made = Made().says("3 armoires")
    assert next(code for code in made.codes if code.startswith("w.")) == "w.1.RGT-04"
    assert made.taps("done").refused == Rejected("goods-waiting")
    made.taps("w.1.RGT-06", "w.1.RGT-06")

    assert made.refused == Rejected("not-offered")
    assert made.says("8").lines == [("RGT-06", "8")]


def test_a_word_may_be_said_otherwise() -> None:
    made = Made().says("3 armoires").says("zzzzzz")
    assert made.refused == Rejected("pick-unknown", {"word": "zzzzzz"})

    assert made.says("frigo combiné").taps("w.1.CUI-05").lines == [("CUI-05", "3")]


def test_a_list_is_offered_once_all_is_clear() -> None:
    made = Made().says("20 caissons, 15 chaises visiteur, 4 bidules, 2 chaises visiteur")
    made.taps("w.1.RGT-01", "x.2")
    assert "Voici ce que" in made.text
    assert made.taps("done").refused == Rejected("goods-waiting")
    made.taps("z.3")

    assert made.value == Goods(
        (DraftLine("SIE-03", Decimal(17)), DraftLine("RGT-01", Decimal(20))), ("4 bidules",)
    )


def test_a_list_can_wait_while_something_is_picked() -> None:
    made = Made().says("2 chaises visiteur, 4 chaises pliantes").taps("v.home", "+.SIE-03")
    assert "v.offer" in made.taps("v.home").codes

    assert made.taps("v.offer", "y.1").lines == [("SIE-03", "3"), ("SIE-05", "4")]


def test_what_is_not_wanted_is_not_added_and_can_come_back() -> None:
    made = Made().says("2 chaises visiteur, 4 chaises pliantes").taps("o.1")
    assert made.taps("done").refused == Rejected("goods-none")

    assert made.taps("u", "v.offer", "y.1").lines == [("SIE-03", "2"), ("SIE-05", "4")]


def test_an_amount_of_a_list_that_cannot_be_is_asked() -> None:
    made = Made().says("2 chaises visiteur, 3 m² de table pliante, -4 tables rondes")
    assert "combien de « Table pliante" in made.text
    made.says("5", "x").says("6")

    assert made.taps("y.3").lines == [("SIE-03", "2"), ("TAB-05", "5"), ("TAB-04", "6")]


def test_forty_lines_are_the_most() -> None:
    codes = [item.code for item in shipped_catalogue().items]
    made = Made().says("\n".join(f"2 {code}" for code in codes[:40])).taps("y.1")
    assert made.taps(f"+.{codes[40]}").refused == Rejected("goods-full", {"most": 40})

    assert len(made.lines) == 40


def test_a_longer_list_comes_in_parts_and_nothing_of_it_is_lost() -> None:
    items = [item for item in shipped_catalogue().items if item.whole][:30]
    written = [f"{n} {item.code}" for n in (1, 2, 3) for item in items]
    made = Made().says("\n".join(written))
    assert "encore 50 lignes viennent après" in made.text

    made.taps(next(code for code in made.codes if code.startswith("z.")))
    assert "encore 10 lignes viennent après" in made.text
    made.taps(next(code for code in made.codes if code.startswith("y.")))
    made.taps(next(code for code in made.codes if code.startswith("y.")))

    assert made.lines == [(item.code, "6") for item in items]


def test_a_line_said_again_replaces_or_adds() -> None:
    made = Made().says("1 SIE-05", "25 chaises pliantes")
    assert "la liste dit déjà" in made.text
    replaced, added = (code for code in made.codes if code[:2] in {"i.", "a."})

    assert Made().says("1 SIE-05", "25 chaises pliantes").taps(replaced).lines == [("SIE-05", "25")]
    assert [one.params["quantity"] for one in KIND.options(made.raw, FACTS)[:2]] == [25, 26]
    assert SAY.plain("goods-instead", quantity=Decimal("2.5")).endswith("2,5 en tout")
    assert made.taps(added).lines == [("SIE-05", "26")]


def test_a_number_said_again_as_it_is_there_adds() -> None:
    assert Made().says("4 SIE-05", "4 chaises pliantes").lines == [("SIE-05", "8")]


def test_the_card_has_a_running_total() -> None:
    made = Made().says("20 BUR-01").says("3,5 m² de sol PVC")

    assert "20 pièces · 3,6 m³ · 810,5 kg" in made.text
    assert "<i>B = bon</i>" in made.text


def test_a_file_is_wished_for_once_and_read_when_it_comes() -> None:
    made = Made().gives(sheet(), sheet())
    (work,) = KIND.deferred_work(made.raw)
    assert (work.kind, work.details["file"]) == (READ_SHEET, "file-1")
    assert made.taps("+.BUR-01", "done").refused == Rejected("goods-waiting")
    rows = ((1, ("Code", "Quantité")), (2, ("SIE-03", "4")))
    made.gives(ReadSheet("unique-1", rows), ReadSheet("unique-1", rows)).taps("y.1")

    assert KIND.deferred_work(made.raw) == []
    assert made.lines == [("BUR-01", "1"), ("SIE-03", "4")]


def test_a_file_that_cannot_be_read_is_told_until_the_next_answer() -> None:
    made = Made().gives(sheet(), ReadSheet("unique-1", fault="broken"))
    assert "Je n’arrive pas à lire" in made.text

    assert "Je n’arrive pas à lire" not in made.taps("+.BUR-01").text


def test_the_template_is_wished_for_with_each_tap() -> None:
    first, second = (Made().taps(*["t.csv"] * n) for n in (1, 2))

    assert [(deferred.kind, deferred.key) for deferred in KIND.deferred_work(first.raw)] == [
        (MAKE_TEMPLATE, "1")
    ]
    assert [(deferred.kind, deferred.key) for deferred in KIND.deferred_work(second.raw)] == [
        (MAKE_TEMPLATE, "2")
    ]
    assert KIND.deferred_work(first.taps("+.BUR-01").raw) == []


def test_it_is_summed_up_line_by_line() -> None:
    made = Made().says("2 chaises visiteur, 4 bidules").taps("x.1", "z.2")

    assert KIND.show(made.raw, "", FACTS, SAY) == "1 ligne"
    assert KIND.rows(made.raw, FACTS, SAY) == [
        "2 × Chaise visiteur 4 pieds / luge (B)",
        "Non reconnu\u202f: 4 bidules",
    ]


def test_an_answer_is_begun_again_with_all_it_had() -> None:
    made = Made().taps("+.BUR-01", "done")
    made.raw = KIND.reopen(made.raw)

    assert KIND.load(made.raw) is OPEN
    assert made.taps(f"+.{DESK}").lines == [("BUR-01", "2")]


def test_a_thing_that_left_the_catalogue_can_no_longer_stand() -> None:
    gone: Any = {"lines": [{"code": "OLD-01", "quantity": "2"}], "done": True}

    assert KIND.still(gone, FACTS) == Rejected("not-offered")
    assert KIND.still(Made().taps("+.BUR-01", "done").raw, FACTS) is None


def test_nonsense_is_no_stored_answer() -> None:
    for raw in ("x", 3, [1], {"lines": [{}], "done": True}, {"lines": 5}, {"what": 1}, None):
        assert KIND.load(raw) == Rejected("not-offered")  # type: ignore[arg-type]


def test_every_button_fits_into_its_data() -> None:
    made = Made().says("20 caissons, 3 armoires").says("4 bidules")
    views = [made.raw, made.taps("w.1.RGT-01", "v.home").raw, made.taps("+.BUR-01").raw]
    views += [made.taps(f"v.l.{DESK}").raw, made.taps("v.c.storage.1").raw, made.taps("v.m.0").raw]

    for raw in views:
        for option in KIND.options(raw, FACTS):
            assert form_data(10**18 - 1, 10**9 - 1, option.code)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_family_has_a_name(lang: str) -> None:
    say = Words.load().say(lang)

    assert [
        name for name in shipped_catalogue().categories if not say.has(f"request-lines.{name}")
    ] == []


def test_words_below_a_photo_are_more_of_the_list_and_the_photo_stays_with_it() -> None:
    one = Made().gives(SentPhoto("f1", "u1", 5, caption="12 chaises pliantes"))
    several = Made().gives(SentPhoto("f1", "u1", 5, caption="12 chaises pliantes, 3 extincteurs"))
    sheet_too = Made().gives(
        SentDocument("f", "u", "l.csv", "text/csv", 5, caption="et 12 chaises pliantes")
    )

    assert one.raw["lines"][0]["photos"][0]["unique_id"] == "u1"
    assert one.lines == [("SIE-05", "12")]
    assert [len(line["photos"]) for line in several.raw["offered"]] == [1, 0]
    assert [line["quantity"] for line in sheet_too.raw["lines"]] == ["12"]


def test_words_below_a_photo_that_name_nothing_change_nothing() -> None:
    made = Made().says("4 SIE-05").gives(SentPhoto("f1", "u1", 5, caption="vue du fond"))

    assert [len(line["photos"]) for line in made.raw["lines"]] == [1]
