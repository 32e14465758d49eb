"""Sessions: going on with what was begun, or throwing it away."""

from domain.people import Action
from handlers.context.feature import Callback, Feature
from handlers.conversation.kinds.files import CHECK_PICTURE
from handlers.sessions import resume

FEATURE = Feature(
    "sessions",
    errands=frozenset({CHECK_PICTURE}),
    callbacks={
        "goon": Callback(resume.go_on_tapped, Action.RESUME_DRAFT),
        "anew": Callback(resume.anew_tapped, Action.RESUME_DRAFT),
        "resume": Callback(resume.resume_tapped, Action.RESUME_DRAFT),
    },
)
