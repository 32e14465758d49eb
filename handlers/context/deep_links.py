"""Links into the private chat (?start=<word>-<id>): they open it, they give no right."""

from handlers.context.services import Services
from handlers.conversation.screen import Button, Style


def url(services: Services, word: str, thing: object) -> str:
    return f"https://t.me/{services.bot_username}?start={word}-{thing}"


def link(
    services: Services, text: str, word: str, thing: object, style: Style | None = None
) -> Button:
    """Make a button that goes on in the person's private chat."""
    return Button(text, url=url(services, word, thing), style=style)
