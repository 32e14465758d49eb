"""Makes the roster to fill in: people on one sheet, vehicles on another."""

import asyncio
import csv
import io
from collections.abc import Sequence
from hashlib import sha256 as hash_of

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from bot.errands.context import ErrandContext
from bot.errands.made_file import MadeFile, hand_over
from bot.errands.spreadsheet_cells import CSV, MIMES, XLSX
from handlers.crews import roster_template
from handlers.crews.roster_template import TemplateSheet
from storage.errands import Errand
from storage.outbox import Post, put
from storage.transaction import Transaction

WIDTH = 18


async def make_roster_template(ctx: ErrandContext, errand: Errand) -> None:
    """Send the template to who asked, as a workbook and as text; the same words, the same file."""
    lang, person_id = str(errand.details["lang"]), int(errand.details["person"])
    say = ctx.services.words.say(lang)
    sheets = roster_template.sheets(say)
    content = await asyncio.to_thread(workbook, sheets)
    files = [(XLSX, say.plain("roster-file-name"), content)]
    files += [(CSV, sheet.file, _text(sheet)) for sheet in sheets]
    mark = hash_of(repr(sheets).encode()).hexdigest()[:16]
    made = [
        MadeFile(f"roster:{kind}:{name}:{mark}", f"{name}.{kind}", MIMES[kind], content)
        for kind, name, content in files
    ]

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        await put(tx, *(Post(person_id, document=media_id, silent=True) for media_id in ids))

    await hand_over(ctx, made, give)


def _text(sheet: TemplateSheet) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerow(sheet.headings)
    return out.getvalue().encode("utf-8-sig")


def workbook(sheets: Sequence[TemplateSheet]) -> bytes:
    """Write the sheets as an Excel file."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.append(sheet.headings)
        for cell in page[1]:
            cell.font = Font(bold=True)
        page.freeze_panes = "A2"
        for at in range(1, len(sheet.headings) + 1):
            page.column_dimensions[get_column_letter(at)].width = WIDTH
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
