"""What each kind of errand does; what draws, reads or prints is loaded at its first errand."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from bot.errands.context import ErrandContext
from bot.errands.runner import ErrandHandler
from handlers.conversation.kinds.files import CHECK_PICTURE
from handlers.crews import roster_import
from handlers.inventory.inventory_kind import MAKE_TEMPLATE, READ_SHEET
from handlers.inventory.unknown_words import NOTE_WORDS
from handlers.jobs.crew_steps import RENDER_REPORT
from handlers.quotes.issue import RENDER_QUOTE
from handlers.quotes.quote_documents import RENDER_AGREEMENT, RENDER_ENGLISH
from handlers.reference_files.file_replacement import CHECK, SEND
from handlers.requests.address_lookup import LOOK_UP
from handlers.requests.known_sites import POSTER
from handlers.schedule.schedule import DRAW
from storage.errands import Errand
from storage.media import FETCH
from storage.people import MENU


@dataclass(frozen=True, slots=True)
class LoadedAtNeed:
    """A handler by the name of its module here: start and memory are spared what nobody asked."""

    module: str
    name: str

    async def __call__(self, ctx: ErrandContext, errand: Errand) -> None:
        handler = await asyncio.to_thread(self.load)
        await handler(ctx, errand)

    def load(self) -> ErrandHandler:
        """Import it; takes up to a third of a second the first time."""
        found: ErrandHandler = getattr(import_module(f"bot.errands.{self.module}"), self.name)
        return found


HANDLERS: Mapping[str, LoadedAtNeed] = {
    FETCH: LoadedAtNeed("media_fetch", "fetch_media"),
    RENDER_QUOTE: LoadedAtNeed("quote_pdf", "render_quote_pdf"),
    RENDER_AGREEMENT: LoadedAtNeed("agreement_pdf", "render_agreement_pdf"),
    RENDER_ENGLISH: LoadedAtNeed("english_pdf", "render_english_pdf"),
    RENDER_REPORT: LoadedAtNeed("report_pdf", "render_report_pdf"),
    READ_SHEET: LoadedAtNeed("sheet_reading", "read_sheet"),
    NOTE_WORDS: LoadedAtNeed("word_noting", "note_words"),
    CHECK_PICTURE: LoadedAtNeed("picture_check", "check_picture"),
    MAKE_TEMPLATE: LoadedAtNeed("sheet_template", "make_template"),
    LOOK_UP: LoadedAtNeed("address_lookup", "check_address"),
    CHECK: LoadedAtNeed("reference_check", "check_reference"),
    SEND: LoadedAtNeed("reference_sending", "send_reference"),
    MENU: LoadedAtNeed("command_menu", "show_menu"),
    DRAW: LoadedAtNeed("schedule_picture", "draw_schedule"),
    POSTER: LoadedAtNeed("poster", "send_poster"),
    roster_import.CHECK: LoadedAtNeed("roster_check", "check_roster"),
    roster_import.TEMPLATE: LoadedAtNeed("roster_template", "make_roster_template"),
}
