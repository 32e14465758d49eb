"""Every sentence the bot can say stands in every language, and every form has its words."""

from typing import Any

import pytest

from handlers.conversation.vocabulary import needed_keys
from handlers.routing.form_endings import FORMS
from handlers.words.catalogue import Words, missing_keys

WORDS = Words.load()


def test_no_language_lacks_a_sentence() -> None:
    assert missing_keys(WORDS) == {}


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda one: one.__name__)
def test_each_form_has_its_words(form: Any) -> None:
    for language in WORDS.languages:
        assert needed_keys(form) - WORDS.keys(language) == set()
