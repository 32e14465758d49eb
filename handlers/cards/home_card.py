"""The home card is posted: where things stand for this person."""

from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.views import client_home, home


async def show_home(ctx: UpdateContext, *, note: str = "") -> None:
    """Show the card, under a note where there is something to say first."""
    screen = await home.draw(ctx)
    text = f"{note}\n\n{screen.text}" if note else screen.text
    await ctx.show(Screen(text, screen.rows), card=client_home.HOME)
