"""What the person sees."""

from dataclasses import replace

import pytest

from handlers.conversation.engine import Answer, Cancelled, Finished, Repeated, Stale, position
from handlers.conversation.given import Tapped, Typed
from handlers.conversation.kinds import Rejected
from handlers.conversation.render import move_of, read_tap, refusal, render
from handlers.conversation.screen import Button, FormTap, Screen, form_data
from tests.handlers.conversation.example import FACTS
from tests.handlers.conversation.example_person import GOOD, SID, ExamplePerson, at
from tests.handlers.conversation.example_words import say


def test_the_first_question_has_no_way_back() -> None:
    assert ExamplePerson().screen == Screen(
        "Quel est votre nom ?", ((Button("✖ Arrêter", "f:7:0:cancel"),),)
    )


def test_a_choice_is_shown_with_its_buttons_and_what_was_just_said() -> None:
    person = ExamplePerson().until("access")

    assert person.screen == Screen(
        "✓ Code postal\u202f: <b>93200</b>\n\nComment monte-t-on ?",
        (
            (Button("De plain-pied", "f:7:4:ground"), Button("Escalier", "f:7:4:stairs")),
            (Button("Ascenseur", "f:7:4:lift"),),
            (Button("‹ Retour", "f:7:4:back"), Button("✖ Arrêter", "f:7:4:cancel")),
        ),
    )


def test_what_was_just_said_is_left_out_where_its_facts_are_not_loaded() -> None:
    person = ExamplePerson().until("lines.0.item")
    person.taps("i.C-1")

    without = render(person.session, person.outcome, person.say, SID, {"vans": []})

    assert without.text.startswith("Combien")


def test_a_refusal_stands_above_the_question_and_the_buttons_stay() -> None:
    person = ExamplePerson().until("access")
    rows = person.screen.rows

    person.says("par la fenêtre")

    assert person.screen == Screen(
        "Touchez un des boutons ci-dessous.\n\nComment monte-t-on ?", rows
    )


def test_what_came_instead_is_named() -> None:
    words = refusal(Rejected("expected-number", {"got": "sticker"}), say("fr"))

    assert words == "Merci pour l’autocollant. Envoyez un nombre, par exemple 12."


def test_a_refused_reply_names_its_question() -> None:
    person = ExamplePerson().until("access")
    person.moves(Answer(Typed("12"), path="name"))

    assert person.screen.text.startswith("<b>Nom</b>\u202f: Écrivez avec des lettres")


def test_words_of_a_person_are_never_html() -> None:
    person = ExamplePerson()
    person.says("<a href='x'>&Claire</a>")
    person.until("floor")

    assert person.screen.text.endswith("&lt;a href='x'&gt;&amp;Claire&lt;/a&gt;, à quel étage ?")


def test_the_number_of_an_item_and_its_answers_can_stand_in_a_question() -> None:
    person = ExamplePerson().until("lines.1.quantity", lines=2)

    assert person.screen.text.endswith("Combien de « Chaise » ?")
    person.taps("back")
    assert person.screen.text.startswith("Objet n° 2 ?")


def test_a_hint_stands_below_the_question() -> None:
    assert ExamplePerson().until("siret").screen.text.endswith("Votre SIRET ?\n<i>14 chiffres</i>")


def test_a_contact_is_asked_with_a_keyboard_of_words() -> None:
    screen = ExamplePerson().until("phone").screen

    assert (screen.keyboard, screen.keyboard_label) == ("contact", "📱 Envoyer mon numéro")
    assert screen.keyboard_rows == (("‹ Retour", "✖ Arrêter"),)
    assert screen.rows == ()


def test_a_place_that_can_be_skipped_says_so_on_the_keyboard() -> None:
    screen = ExamplePerson().until("place").screen

    assert screen.keyboard == "location"
    assert screen.keyboard_rows == (("Passer",), ("‹ Retour", "✖ Arrêter"))


def test_a_number_to_confirm_is_asked_under_the_message() -> None:
    person = ExamplePerson().until("phone")
    person.says("639980001")

    assert person.screen.keyboard is None
    assert person.screen.rows[0][0].text == "06 39 98 00 01"


def test_every_label_is_data_as_it_is() -> None:
    assert "Le petit <camion>" in ExamplePerson().until("van").buttons


def test_numbers_stand_in_even_rows() -> None:
    rows = ExamplePerson().until("floor").screen.rows

    assert [[button.text for button in row] for row in rows[:2]] == [["1", "2"], ["5", "10"]]


def test_a_group_offers_that_is_all_in_green() -> None:
    enough = ExamplePerson().until("lines.1.item").screen.rows[-2][0]

    assert (enough.text, enough.style) == ("✔ C’est tout", "success")


def test_a_question_can_have_its_own_words_for_that_is_all() -> None:
    assert "Pas d’autre morceau" in ExamplePerson().until("lines.0.parts.0.name").buttons


@pytest.mark.parametrize(
    ("count", "words"), [(1, "<b>1 photo</b> reçue."), (3, "<b>3 photos</b> reçues.")]
)
def test_photos_are_counted(count: int, words: str) -> None:
    person = ExamplePerson().until("photos").with_photos(*"abc"[:count])

    assert words in person.screen.text


def test_an_answer_asked_again_can_be_kept() -> None:
    person = ExamplePerson().until("tools")
    person.taps("back")

    assert "↩ Garder 3" in person.buttons


def test_the_end_has_words() -> None:
    person = ExamplePerson()
    value = person.finishes()

    ended = render(person.session, Finished(value), say("fr"), SID, FACTS)
    left = render(person.session, Cancelled(), say("en"), SID, FACTS)

    assert ended == Screen("Merci, c’est complet.")
    assert left == Screen("Stopped. Nothing was sent.")


def test_an_old_button_and_a_repeat_have_words() -> None:
    person = ExamplePerson().until("siret")
    question = at(person.session)

    for outcome, words in ((Stale(question), "ne se pose plus"), (Repeated(question), "déjà noté")):
        assert words in render(person.session, outcome, person.say, SID, FACTS).text


def test_a_form_that_changed_says_one_more_thing() -> None:
    person = ExamplePerson().until("access")
    person.session = replace(person.session, asked="floor")
    person.taps("lift")

    assert person.screen.text.startswith("Encore une petite question.")


@pytest.mark.parametrize("lang", ["fr", "en", "ar-XB"])
def test_every_question_can_be_shown_in_every_language(lang: str) -> None:
    person = ExamplePerson(lang=lang)
    while not isinstance(stands := position(person.session), Finished):
        assert person.screen.text
        person.taps("no-such-button")
        assert person.screen.text
        if stands.ends:
            person.taps("enough")
        for one in () if stands.ends else GOOD[stands.key]:
            person.gives(one)


def test_right_to_left_isolates_what_people_wrote() -> None:
    person = ExamplePerson(lang="ar-XB")
    person.says("Claire")
    person.until("siret")

    assert "\u2068" in person.screen.text
    assert person.say.right_to_left


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
