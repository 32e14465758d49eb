"""Links into the private chat (?start=<word>-<id>): they open it, they give no right."""

from dataclasses import dataclass

from handlers.context.callbacks import read_id
from handlers.context.services import Services
from handlers.conversation.screen import Button, Style
from storage.transaction import Unknown


@dataclass(frozen=True, slots=True)
class FollowedLink:
    """A link that somebody followed: its word, and the id or code of what it opens."""

    word: str
    code: str

    @property
    def id(self) -> int:
        """Read the id. Raises Unknown for what only a forger would send."""
        number = read_id(self.code)
        if number is None:
            raise Unknown(f"{self.word} {self.code}")
        return number


def url(services: Services, word: str, thing: object) -> str:
    return f"https://t.me/{services.bot_username}?start={word}-{thing}"


def link(
    services: Services, text: str, word: str, thing: object, style: Style | None = None
) -> Button:
    """Make a button that goes on in the person's private chat."""
    return Button(text, url=url(services, word, thing), style=style)
