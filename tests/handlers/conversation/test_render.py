"""What the person sees."""

from dataclasses import replace

import pytest

from handlers.conversation.engine import Answer, Cancelled, Finished, Repeated, Stale, position
from handlers.conversation.given import Tapped, Typed
from handlers.conversation.kinds import Rejected
from handlers.conversation.render import move_of, read_tap, refusal, render
from handlers.conversation.screen import Button, FormTap, Screen, form_data
from tests.handlers.conversation.example import FACTS
from tests.handlers.conversation.example_words import say
from tests.handlers.conversation.talk import GOOD, SID, Talk, at


def test_the_first_question_has_no_way_back() -> None:
    assert Talk().screen == Screen(
        "Quel est votre nom ?", ((Button("✖ Arrêter", "f:7:0:cancel"),),)
    )


def test_a_choice_is_shown_with_its_buttons_and_what_was_just_said() -> None:
    talk = Talk().until("access")

    assert talk.screen == Screen(
        "✓ Code postal\u202f: <b>93200</b>\n\nComment monte-t-on ?",
        (
            (Button("De plain-pied", "f:7:4:ground"), Button("Escalier", "f:7:4:stairs")),
            (Button("Ascenseur", "f:7:4:lift"),),
            (Button("‹ Retour", "f:7:4:back"), Button("✖ Arrêter", "f:7:4:cancel")),
        ),
    )


def test_what_was_just_said_is_left_out_where_its_facts_are_not_loaded() -> None:
    talk = Talk().until("lines.0.item")
    talk.taps("i.C-1")

    without = render(talk.session, talk.outcome, talk.say, SID, {"vans": []})

    assert without.text.startswith("Combien")


def test_a_refusal_stands_above_the_question_and_the_buttons_stay() -> None:
    talk = Talk().until("access")
    rows = talk.screen.rows

    talk.says("par la fenêtre")

    assert talk.screen == Screen("Touchez un des boutons ci-dessous.\n\nComment monte-t-on ?", rows)


def test_what_came_instead_is_named() -> None:
    words = refusal(Rejected("expected-number", {"got": "sticker"}), say("fr"))

    assert words == "Merci pour l’autocollant. Envoyez un nombre, par exemple 12."


def test_a_refused_reply_names_its_question() -> None:
    talk = Talk().until("access")
    talk.moves(Answer(Typed("12"), path="name"))

    assert talk.screen.text.startswith("<b>Nom</b>\u202f: Écrivez avec des lettres")


def test_words_of_a_person_are_never_html() -> None:
    talk = Talk()
    talk.says("<a href='x'>&Claire</a>")
    talk.until("floor")

    assert talk.screen.text.endswith("&lt;a href='x'&gt;&amp;Claire&lt;/a&gt;, à quel étage ?")


def test_the_number_of_an_item_and_its_answers_can_stand_in_a_question() -> None:
    talk = Talk().until("lines.1.quantity", lines=2)

    assert talk.screen.text.endswith("Combien de « Chaise » ?")
    talk.taps("back")
    assert talk.screen.text.startswith("Objet n° 2 ?")


def test_a_hint_stands_below_the_question() -> None:
    assert Talk().until("siret").screen.text.endswith("Votre SIRET ?\n<i>14 chiffres</i>")


def test_a_contact_is_asked_with_a_keyboard_of_words() -> None:
    screen = Talk().until("phone").screen

    assert (screen.keyboard, screen.keyboard_label) == ("contact", "📱 Envoyer mon numéro")
    assert screen.keyboard_rows == (("‹ Retour", "✖ Arrêter"),)
    assert screen.rows == ()


def test_a_place_that_can_be_skipped_says_so_on_the_keyboard() -> None:
    screen = Talk().until("place").screen

    assert screen.keyboard == "location"
    assert screen.keyboard_rows == (("Passer",), ("‹ Retour", "✖ Arrêter"))


def test_a_number_to_confirm_is_asked_under_the_message() -> None:
    talk = Talk().until("phone")
    talk.says("639980001")

    assert talk.screen.keyboard is None
    assert talk.screen.rows[0][0].text == "06 39 98 00 01"


def test_every_label_is_data_as_it_is() -> None:
    assert "Le petit <camion>" in Talk().until("van").buttons


def test_numbers_stand_in_even_rows() -> None:
    rows = Talk().until("floor").screen.rows

    assert [[button.text for button in row] for row in rows[:2]] == [["1", "2"], ["5", "10"]]


def test_a_group_offers_that_is_all_in_green() -> None:
    enough = Talk().until("lines.1.item").screen.rows[-2][0]

    assert (enough.text, enough.style) == ("✔ C’est tout", "success")


def test_a_question_can_have_its_own_words_for_that_is_all() -> None:
    assert "Pas d’autre morceau" in Talk().until("lines.0.parts.0.name").buttons


@pytest.mark.parametrize(
    ("count", "words"), [(1, "<b>1 photo</b> reçue."), (3, "<b>3 photos</b> reçues.")]
)
def test_photos_are_counted(count: int, words: str) -> None:
    talk = Talk().until("photos").with_photos(*"abc"[:count])

    assert words in talk.screen.text


def test_an_answer_asked_again_can_be_kept() -> None:
    talk = Talk().until("tools")
    talk.taps("back")

    assert "↩ Garder 3" in talk.buttons


def test_the_end_has_words() -> None:
    talk = Talk()
    value = talk.finishes()

    ended = render(talk.session, Finished(value), say("fr"), SID, FACTS)
    left = render(talk.session, Cancelled(), say("en"), SID, FACTS)

    assert ended == Screen("Merci, c’est complet.")
    assert left == Screen("Stopped. Nothing was sent.")


def test_an_old_button_and_a_repeat_have_words() -> None:
    talk = Talk().until("siret")
    question = at(talk.session)

    for outcome, words in ((Stale(question), "ne se pose plus"), (Repeated(question), "déjà noté")):
        assert words in render(talk.session, outcome, talk.say, SID, FACTS).text


def test_a_form_that_changed_says_one_more_thing() -> None:
    talk = Talk().until("access")
    talk.session = replace(talk.session, asked="floor")
    talk.taps("lift")

    assert talk.screen.text.startswith("Encore une petite question.")


@pytest.mark.parametrize("lang", ["fr", "en", "ar-XB"])
def test_every_question_can_be_shown_in_every_language(lang: str) -> None:
    talk = Talk(lang=lang)
    while not isinstance(stands := position(talk.session), Finished):
        assert talk.screen.text
        talk.taps("no-such-button")
        assert talk.screen.text
        if stands.ends:
            talk.taps("enough")
        for one in () if stands.ends else GOOD[stands.key]:
            talk.gives(one)


def test_right_to_left_isolates_what_people_wrote() -> None:
    talk = Talk(lang="ar-XB")
    talk.says("Claire")
    talk.until("siret")

    assert "\u2068" in talk.screen.text
    assert talk.say.right_to_left


def test_button_data_is_read_back() -> None:
    assert read_tap(form_data(12, 3, "i.BUR-01")) == FormTap(12, 3, "i.BUR-01")
    assert move_of(FormTap(12, 3, "yes")) == Answer(Tapped("yes"), turn=3)


@pytest.mark.parametrize(
    "data", ["", "q:1:2:yes", "f:1:2", "f:x:2:yes", "f:1:2:é", "f:1:2:" + "x" * 64, "f:1:2:a b"]
)
def test_other_data_is_not_ours(data: str) -> None:
    assert read_tap(data) is None


def test_data_that_telegram_would_refuse_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not button data"):
        form_data(1, 2, "x" * 60)
