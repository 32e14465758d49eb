"""Words in every language, and how each writes numbers and days."""

import ast as python
import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.conversation import kinds
from handlers.words.catalogue import Markup, MissingWords, Words, WordsFault, missing_keys

FOLDER = Path("handlers/words")
NARROW = "\u202f"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.load().pseudo_rtl()


def made(tmp_path: Path, **texts: str) -> Words:
    for lang, text in texts.items():
        (tmp_path / lang).mkdir(exist_ok=True)
        (tmp_path / lang / "some.ftl").write_text(text, "utf-8")
    return Words.load(tmp_path)


def test_every_language_says_everything(words: Words) -> None:
    assert set(words.languages) == {"fr", "en", "ar-XB"}
    assert missing_keys(words) == {}


def test_a_missing_key_is_named_by_language(tmp_path: Path) -> None:
    words = made(tmp_path, fr="a = A\n    .b = B\nc = C\n", en="a = A\nd = D\n")

    assert missing_keys(words) == {"en": {"a.b", "c"}, "fr": {"d"}}


def test_the_same_values_are_asked_for_in_every_language(words: Words) -> None:
    french, english = words.say("fr"), words.say("en")

    differ = {
        key: (french.variables(key), english.variables(key))
        for key in words.keys("fr")
        if french.variables(key) != english.variables(key)
    }
    assert differ == {}


def test_every_code_of_a_rejection_has_words(words: Words) -> None:
    codes = set()
    for path in Path("handlers/conversation").rglob("*.py"):
        for node in python.walk(python.parse(path.read_text("utf-8"))):
            if isinstance(node, python.Call) and getattr(node.func, "id", "") == "reject":
                code = getattr(node.args[0], "value", None)
                codes |= {f"rejected-{code}"} if isinstance(code, str) else set()

    assert len(codes) > 30
    assert codes <= words.keys("fr")


def test_every_kind_says_what_it_expects(words: Words) -> None:
    for name in kinds.__all__:
        kind = getattr(kinds, name)
        if isinstance(kind, type) and issubclass(kind, kinds.Kind):
            assert f"rejected-expected-{kind.expects}" in words.keys("fr"), name


def test_words_are_looked_up_in_the_language_of_a_person(words: Words) -> None:
    asked = ["fr", "fr-CA", "en_GB", "en", "ta", None, "ar-XB"]

    assert [words.say(one).lang for one in asked] == ["fr", "fr", "en", "en", "fr", "fr", "ar-XB"]


def test_what_a_language_lacks_is_said_in_the_home_language(tmp_path: Path) -> None:
    words = made(tmp_path, fr="a = Bonjour\n", en="b = Hello\n")

    assert words.say("en")("a") == "Bonjour"


def test_an_unknown_key_is_a_mistake(tmp_path: Path) -> None:
    words = made(tmp_path, fr="a = { $name }\n")

    with pytest.raises(MissingWords, match="fr: b"):
        words.say("fr")("b")
    with pytest.raises(MissingWords, match="name"):
        words.say("fr")("a")


def test_values_are_escaped_unless_they_are_markup(tmp_path: Path) -> None:
    say = made(tmp_path, fr="a = <b>{ $x }</b>\n").say("fr")

    assert say("a", x="<i>&") == "<b>&lt;i&gt;&amp;</b>"
    assert say("a", x=Markup("<i>x</i>")) == "<b><i>x</i></b>"
    assert say.plain("a", x="<i>&") == "<b><i>&</b>"


def test_a_sentence_without_values_is_said_the_same_again(tmp_path: Path) -> None:
    say = made(tmp_path, fr="a = Bonjour\nb = { $n }\n").say("fr")

    assert [say("a"), say("a"), say("b", n="1"), say("b", n="2")] == [
        "Bonjour",
        "Bonjour",
        "1",
        "2",
    ]


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(WordsFault, match=r"some\.ftl"):
        made(tmp_path, fr="a = { $x\n")


def test_a_key_said_twice_is_named(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    for name in ("a.ftl", "b.ftl"):
        (tmp_path / "fr" / name).write_text("hello = Bonjour\n", "utf-8")

    with pytest.raises(WordsFault, match=r"hello is already in a\.ftl"):
        Words.load(tmp_path)


def test_values_can_be_asked_for_through_a_quoted_sentence(tmp_path: Path) -> None:
    words = made(
        tmp_path, fr="a = { b } { $x }\nb = { $y ->\n    [one] un\n   *[other] { $z }\n  }\n"
    )

    assert words.say("fr").variables("a") == {"x", "y", "z"}


def test_money_and_numbers(words: Words) -> None:
    french, english = words.say("fr"), words.say("en")

    assert french.money(123456) == "1\u202f234,56\xa0€"
    assert english.money(-123456) == "-€1,234.56"
    assert french.number(Decimal("1234.5")) == "1\u202f234,5"
    assert english.number(1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("6.62", "6 h 37"),
        ("26.25", "26 h 15"),
        ("10", "10 h"),
        ("0.5", "0 h 30"),
        ("6.999", "7 h"),
        ("7.05", "7 h 03"),
    ],
)
def test_hours_of_people_are_said_as_people_do(words: Words, hours: str, said: str) -> None:
    for language in ("fr", "en"):
        assert words.say(language).duration(Decimal(hours)) == said.replace(" ", "\u00a0")


def test_days_and_times_are_those_of_paris(words: Words) -> None:
    french, english = words.say("fr"), words.say("en")
    summer = datetime(2027, 7, 1, 6, 30, tzinfo=UTC)
    winter = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)

    assert french.day(date(2026, 11, 30)) == "lundi 30 novembre 2026"
    assert english.day(date(2026, 11, 30)) == "Monday 30 November 2026"
    assert french.day_short(date(2026, 12, 7)) == "lun. 7 déc."
    assert french.day(date(2026, 12, 1)) == "mardi 1er décembre 2026"
    assert french.day_short(date(2026, 12, 1)) == "mar. 1er déc."
    assert english.day_short(date(2026, 12, 1)) == "Tue 1 Dec"
    assert (french.time(summer), french.time(time(7, 5))) == ("08:30", "07:05")
    assert french.instant(winter) == "mar. 1er déc. 2026, 00:30"
    assert english.instant(summer) == "Thu 1 Jul 2027, 08:30"


def test_times_are_those_of_the_zone_the_words_tell(words: Words) -> None:
    overseas = words.telling(ZoneInfo("Indian/Reunion"))
    at = datetime(2026, 11, 30, 21, 30, tzinfo=UTC)

    assert overseas.say("fr").instant(at) == "mar. 1er déc. 2026, 01:30"
    assert overseas.having({"fr": "a = { $x }"}).say("fr").time(at) == "01:30"


def test_days_given_to_a_sentence_become_words(tmp_path: Path) -> None:
    say = made(tmp_path, fr="a = { $x }\n").say("fr")

    assert say("a", x=date(2026, 11, 30)) == "lundi 30 novembre 2026"
    assert say("a", x=time(8)) == "08:00"


def test_the_made_up_language_is_written_from_right_to_left(words: Words) -> None:
    say = words.say("ar-XB")

    said = say("noted", label="Nom", value="<Claire>")
    assert say.right_to_left
    assert "<b>" in said
    assert "&lt;Claire&gt;" in said
    letters = re.sub(r"<[^>]+>|&\w+;", "", say("form-finished"))
    assert letters.startswith("\u202b")
    assert re.search(r"[א-ת]", letters)
    assert not re.search(r"[A-Za-z]", letters)


def test_tags_cut_by_values_survive_the_made_up_language(tmp_path: Path) -> None:
    text = 'a = Go <a href="{ $url }">there &amp; back</a> now, 2 > 1\n'
    say = made(tmp_path, fr=text, en=text).pseudo_rtl().say("ar-XB")

    said = re.sub("[\u2066-\u2069\u202b\u202c]", "", say("a", url="https://x.fr/"))
    assert re.findall(r"<[^>]*>|&\w+;", said) == ['<a href="https://x.fr/">', "&amp;", "</a>"]


def test_a_sign_for_more_is_no_end_of_a_tag(tmp_path: Path) -> None:
    said = made(tmp_path, fr="a = Now 2 > 1\n", en="a = Now 2 > 1\n").pseudo_rtl().say("ar-XB")

    assert not re.search("[a-zA-Z]", said("a"))


def french_sentences() -> list[str]:
    return [
        f"{path.name}:{number}: {line}"
        for path in sorted((FOLDER / "fr").glob("*.ftl"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if not line.startswith("#") and "=" in line
    ]


def own(name: str) -> list[str]:
    return [line for line in french_sentences() if line.startswith(name)]


def test_french_signs_do_not_stand_alone_at_the_end_of_a_line() -> None:
    loose = re.compile(r"\w [?!;:»]|« ")

    assert [line for line in own("conversation.ftl") if loose.search(line)] == []


def test_nobody_is_told_of_an_error() -> None:
    shaming = re.compile(r"erreur|incorrect|invalide|faux|\berror\b|wrong|invalid", re.IGNORECASE)
    lines = [
        line.partition("=")[2]
        for lang in ("fr", "en")
        for line in (FOLDER / lang / "conversation.ftl").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]

    assert [line for line in lines if shaming.search(line)] == []


def test_labels_of_buttons_fit_on_buttons(words: Words) -> None:
    for lang in ("fr", "en"):
        say = words.say(lang)
        for key in words.keys(lang):
            on_a_button = key.startswith(("nav-", "answer-", "share-")) and "." not in key
            if on_a_button and not say.variables(key):
                assert len(say.plain(key)) <= 30, key


def test_long_words_of_people_are_said_in_full() -> None:
    say = Words.load().having({"fr": "a-note = 📝 { $note } ({ $note })"}).say("fr")

    assert say("a-note", note="&" * 2000) == f"📝 {'&amp;' * 2000} ({'&amp;' * 2000})"
    assert say.plain("a-note", note="x" * 9000) == f"📝 {'x' * 9000} ({'x' * 9000})"
