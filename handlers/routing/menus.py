"""Which commands stand in whose menu, and when it changes; display, never authority."""

from domain.people import Role
from handlers.context.services import Services
from handlers.views.home import side
from handlers.words.catalogue import GROUP_LANGUAGE, Say
from storage.people import Person

MenuEntry = dict[str, str]

ANYWHERE = ("start", "help")  # where nothing better is known
COMMON = ("help", "language", "cancel", "privacy")
ALONE = ("new", "status", "history", "poster", *COMMON)  # a client, or soon to be one
LEADING = ("new", "status", "history", "invite", *ALONE[3:])
GROUP = ("status", "help")
STAFF = {
    "crew": ("status", *COMMON),
    "coordinator": (
        "status",
        "today",
        "week",
        "find",
        "cold",
        "crew",
        "away",
        "words",
        "poster",
        *COMMON,
    ),
}
ROLES = (Role.CREW, Role.COORDINATOR)  # who has a menu of their own


def commands(say: Say, names: tuple[str, ...]) -> list[MenuEntry]:
    """Name each command with its words."""
    return [{"command": name, "description": say.plain(f"command-{name}")} for name in names]


def own_menu(services: Services, person: Person) -> list[MenuEntry] | None:
    """Give theirs to the staff and to who leads a company; None for others.

    It is in the language they chose.
    """
    names = STAFF.get(side(person), LEADING if person.leads_company else None)
    if names and person.id in services.admins:
        names = (*names, "coordinators", "books")
    return commands(services.words.say(person.language), names) if names else None


def group_menu(services: Services) -> list[MenuEntry]:
    """Give what is answered in the coordinators' group, in its language."""
    return commands(services.words.say(GROUP_LANGUAGE), GROUP)
