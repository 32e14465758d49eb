"""One update being handled: who sent what, in which language they are answered, what goes out."""

from dataclasses import dataclass, field
from typing import Unpack

from domain.people import Role
from handlers.context.posts import ScreenOptions, post_of
from handlers.context.services import Services
from handlers.context.updates import Input
from handlers.conversation.screen import Screen
from handlers.words.catalogue import GROUP_LANGUAGE, Say
from storage import outbox, people
from storage.outbox import Post
from storage.people import Person
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Toast:
    """What a tap is answered with; an alert must be closed by the person."""

    text: str
    alert: bool = False


@dataclass(slots=True)
class UpdateContext:
    """What a handler reads from and posts through."""

    tx: Transaction
    services: Services
    input: Input
    person: Person
    say: Say
    toast: Toast | None = field(default=None)

    @property
    def chat_id(self) -> int:
        return self.input.chat_id

    def has(self, role: Role) -> bool:
        return role in self.person.roles

    async def show(self, screen: Screen, **options: Unpack[ScreenOptions]) -> None:
        """Send a screen to the chat, and the topic, that the update came from."""
        if self.input.topic is not None:
            options = {"topic": self.input.topic, **options}
        await self.post(post_of(screen, self.chat_id, **options))

    async def post(self, *posts: Post) -> None:
        await outbox.put(self.tx, *posts)

    def tell(self, text: str, *, alert: bool = False) -> None:
        """Answer the tap with a short text."""
        self.toast = Toast(text, alert)


async def open_context(tx: Transaction, services: Services, update: Input) -> UpdateContext | None:
    """Know the person, or meet them; None for updates that come from nobody."""
    if not update.who.id or not update.chat_id:
        return None
    person = await _known(tx, services, update)
    language = person.language if update.private else GROUP_LANGUAGE
    return UpdateContext(tx, services, update, person, services.words.say(language))


async def _known(tx: Transaction, services: Services, update: Input) -> Person:
    """Write down who comes to us; of strangers in groups we keep nothing."""
    who, admin = update.who, update.who.id in services.admins
    language = services.words.language_of(who.language)
    if not update.private and not admin:
        stranger = Person(who.id, who.first_name, None, None, language, False, None, None, None)
        return await people.find(tx, who.id) or stranger
    here = update.private and not update.blocked
    return await people.meet(
        tx, who.id, first_name=who.first_name, language=language, admin=admin, here=here
    )
