"""What is no thing's own: help, the language, where things stand; and what storage hands over."""

from domain.people import Action
from handlers.context.feature import Callback, Command, Feature
from handlers.routing import general_commands, group_choice, groups
from storage.media import FETCH
from storage.people import MENU

FEATURE = Feature(
    "general",
    callbacks={
        "lang": Callback(general_commands.language_chosen, Action.CHOOSE_LANGUAGE),
        "ourgroup": Callback(groups.chosen, Action.CHOOSE_GROUP),
        "oldgroup": Callback(group_choice.take_back, Action.CHOOSE_GROUP),
        "waiting": Callback(general_commands.waiting_tapped, Action.SEE_FEED),
    },
    commands={
        "start": Command(general_commands.start),
        "help": Command(general_commands.help_),
        "status": Command(general_commands.status),
        "language": Command(general_commands.language),
        "cancel": Command(general_commands.cancel),
        "id": Command(general_commands.ids),
        "privacy": Command(general_commands.privacy),
    },
    errands=frozenset({FETCH, MENU}),
)
