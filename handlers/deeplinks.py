"""Links into the private chat (?start=<word>-<id>): they open it, they give no right."""

from handlers.conversation.screen import Button, Style
from handlers.shop import Shop


def url(shop: Shop, word: str, thing: object) -> str:
    return f"https://t.me/{shop.bot_username}?start={word}-{thing}"


def link(shop: Shop, text: str, word: str, thing: object, style: Style | None = None) -> Button:
    """Make a button that goes on in the person's private chat."""
    return Button(text, url=url(shop, word, thing), style=style)
