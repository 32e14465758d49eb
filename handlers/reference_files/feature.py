"""Reference files: price book, company file and catalogue, replaced by an administrator."""

from domain.people import Action
from handlers.context.feature import Callback, Command, Feature, SubjectKind
from handlers.reference_files import file_replacement

BOOKS = Command(file_replacement.show, Action.REPLACE_REFERENCE_FILE)
VERSION = SubjectKind.REFERENCE_VERSION

FEATURE = Feature(
    "reference_files",
    callbacks={
        "book": Callback(file_replacement.send_tapped, Action.REPLACE_REFERENCE_FILE),
        "usebook": Callback(file_replacement.apply_tapped, Action.REPLACE_REFERENCE_FILE, VERSION),
        "oldbook": Callback(file_replacement.undo_tapped, Action.REPLACE_REFERENCE_FILE, VERSION),
    },
    commands={"books": BOOKS, "tarifs": BOOKS},
    errands=frozenset({file_replacement.CHECK, file_replacement.SEND}),
)
