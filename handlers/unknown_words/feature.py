"""Words of lists that named nothing: noted, and taught by the office."""

from domain.people import Action
from handlers.context.feature import Callback, Command, Feature, FormEnding, SubjectKind
from handlers.inventory.unknown_words import NOTE_WORDS
from handlers.unknown_words import word_teaching
from handlers.unknown_words.word_form import TeachingForm

WORD = SubjectKind.UNKNOWN_WORD
WORDS = Command(word_teaching.show, Action.TEACH_WORD)

FEATURE = Feature(
    "unknown_words",
    forms={TeachingForm: FormEnding(word_teaching.taught, Action.TEACH_WORD, WORD, "word")},
    callbacks={
        "words": Callback(word_teaching.show_tapped, Action.TEACH_WORD),
        "teach": Callback(word_teaching.teach_tapped, Action.TEACH_WORD, WORD),
        "teachother": Callback(word_teaching.other_tapped, Action.TEACH_WORD, WORD),
        "wordaside": Callback(word_teaching.aside_tapped, Action.TEACH_WORD, WORD),
        "wordback": Callback(word_teaching.back_tapped, Action.TEACH_WORD, WORD),
    },
    commands={"words": WORDS, "mots": WORDS},
    errands=frozenset({NOTE_WORDS}),
)
