"""What each kind of errand does."""

from collections.abc import Mapping

from bot.errands.address_lookup import check_address
from bot.errands.agreement_pdf import render_agreement_pdf
from bot.errands.command_menu import show_menu
from bot.errands.english_pdf import render_english_pdf
from bot.errands.media_fetch import fetch_media
from bot.errands.poster import send_poster
from bot.errands.quote_pdf import render_quote_pdf
from bot.errands.reference_check import check_reference
from bot.errands.reference_sending import send_reference
from bot.errands.report_pdf import render_report_pdf
from bot.errands.runner import ErrandHandler
from bot.errands.sheet_reading import read_sheet
from bot.errands.sheet_template import make_template
from handlers.inventory.inventory_kind import MAKE_TEMPLATE, READ_SHEET
from handlers.jobs.crew_steps import RENDER_REPORT
from handlers.quotes.issue import RENDER_QUOTE
from handlers.quotes.quote_documents import RENDER_AGREEMENT, RENDER_ENGLISH
from handlers.reference_files.file_replacement import CHECK, SEND
from handlers.requests.address_lookup import LOOK_UP
from handlers.requests.known_sites import POSTER
from storage.media import FETCH
from storage.people import MENU

HANDLERS: Mapping[str, ErrandHandler] = {
    FETCH: fetch_media,
    RENDER_QUOTE: render_quote_pdf,
    RENDER_AGREEMENT: render_agreement_pdf,
    RENDER_ENGLISH: render_english_pdf,
    RENDER_REPORT: render_report_pdf,
    READ_SHEET: read_sheet,
    MAKE_TEMPLATE: make_template,
    LOOK_UP: check_address,
    CHECK: check_reference,
    SEND: send_reference,
    MENU: show_menu,
    POSTER: send_poster,
}
