"""Whom we write to of our own accord: a chat, and the language it is told things in."""

from dataclasses import dataclass
from typing import Unpack

from handlers.context.context_protocols import CardContext
from handlers.context.posts import ScreenOptions, post_of
from handlers.conversation.screen import Screen
from handlers.words.catalogue import Say
from storage import outbox
from storage.people import Person
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Recipient:
    """A chat that is told something, in its language."""

    tx: Transaction
    chat_id: int
    say: Say

    async def send(self, screen: Screen | str, **options: Unpack[ScreenOptions]) -> None:
        """Put a screen, or words alone, into the outbox."""
        drawn = Screen(screen) if isinstance(screen, str) else screen
        await outbox.put(self.tx, post_of(drawn, self.chat_id, **options))


def to_person(ctx: CardContext, person: Person) -> Recipient:
    """Write to a person in the language that they chose."""
    return to_chat(ctx, person.id, person.language)


def to_chat(ctx: CardContext, chat_id: int, language: str) -> Recipient:
    return Recipient(ctx.tx, chat_id, ctx.services.words.say(language))
