"""The card on which a coordinator works out a price, in the private chat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.catalogue import Catalogue
from domain.costing import Costing
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.pricebook import PriceBook
from domain.pricing import Estimate, unusual_per_m3
from domain.vat import STANDARD, Unclear, VatCase
from handlers.context.callbacks import button
from handlers.context.posts import short
from handlers.context.services import Services
from handlers.conversation.kinds.choice import said
from handlers.conversation.labels import squeezed
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, ButtonRows, Screen, Style
from handlers.views import vat_question
from handlers.views.costing_codes import OCCUPIED, STEPS, carry_steps
from handlers.views.estimates import book_of, estimate, vat_of
from handlers.views.price_wording import INSIDE, amount, reckoning, signed, vat_words
from handlers.words.catalogue import Say
from storage.costings import CostingDraft
from storage.requests import Request

PAGE = 12
LABEL = 34
LONGEST_NOTE = 400
Make = Callable[..., Button]


@dataclass(frozen=True, slots=True)
class PricedDraft:
    """A draft with what it comes to: the price as it stands, and as reckoned from the request."""

    draft: CostingDraft
    request: Request
    costing: Costing
    vat: VatCase | Unclear
    price: Estimate
    reckoned: Estimate
    book: PriceBook
    catalogue: Catalogue

    @property
    def difference_cents(self) -> int:
        return self.price.total_excl_vat_cents - self.reckoned.total_excl_vat_cents


def sheet_of(services: Services, request: Request, draft: CostingDraft) -> PricedDraft:
    """Price a draft. Raises DiscountTooLarge, BadQuantity."""
    costing = draft.content
    vat = vat_of(services, request, costing)
    case = vat if isinstance(vat, VatCase) else STANDARD
    return PricedDraft(
        draft,
        request,
        costing,
        vat,
        price=estimate(services, request, costing, vat=case),
        reckoned=estimate(services, request),
        book=book_of(services, request),
        catalogue=services.reference_files.catalogue(request.books),
    )


def draw(say: Say, sheet: PricedDraft, view: str = "") -> Screen:
    """Draw one view: everything, the lines (`l.<page>`), one line (`i.<at>`), access (`a`)."""
    make = _maker(sheet.draft)
    verb, _, what = view.partition(".")
    number = int(what) if what.isascii() and what.isdecimal() and len(what) < 5 else 0
    if verb == "l":
        return _lines(say, sheet, make, number)
    if verb == "i" and number < len(sheet.costing.lines):
        return _line(say, sheet, make, number)
    if verb == "a":
        return _access(say, sheet, make)
    return Screen(_text(say, sheet), _rows(say, sheet, make))


def _maker(draft: CostingDraft) -> Make:
    def make(words: str, action: str, more: str = "", style: Style | None = None) -> Button:
        return button(words, action, draft.id, draft.version, more, style)

    return make


def _text(say: Say, sheet: PricedDraft) -> str:
    """Show what it is priced from, each line with its rule, and what it comes to."""
    parts = [
        say("cost-head", number=sheet.request.number),
        "\n".join(_inventory(say, sheet)),
        _access_words(say, sheet.costing.access),
        "\n".join(reckoning(say, sheet.price, INSIDE)),
        *totals(say, sheet),
    ]
    if question := vat_question.words(say, sheet.vat):
        parts.append(question)
    if note := sheet.request.asked.note:
        parts.append(say("request-card-note", note=short(note, LONGEST_NOTE)))
    return "\n\n".join(parts)


def _access_words(say: Say, access: Access) -> str:
    return say(
        "cost-access",
        floor=access.floor,
        lift=said(say, "request-lift", access.lift),
        carry=int(access.carry_m),
        occupied=say("yes" if access.occupied else "no"),
    )


def totals(say: Say, sheet: PricedDraft) -> list[str]:
    """Say what it comes to and how far from the reckoned price; for colleagues only."""
    total = sheet.price.total_excl_vat_cents
    lines = [say("cost-total", excl=say.money(total))]
    if isinstance(sheet.vat, VatCase):
        incl = say.money(sheet.price.total_incl_vat_cents)
        lines.append(say("cost-incl", incl=incl, vat=vat_words(say, sheet.vat)))
    if sheet.difference_cents:
        share = round(100 * sheet.difference_cents / sheet.reckoned.total_excl_vat_cents)
        lines.append(
            say(
                "cost-difference",
                reckoned=say.money(sheet.reckoned.total_excl_vat_cents),
                by=signed(say, sheet.difference_cents),
                share=f"{share:+d}".replace("-", "\u2212"),
            )
        )
    if sheet.costing.discount is not None:
        lines.append(say("cost-discounted", reason=sheet.costing.discount.reason))
    each = unusual_per_m3(total, sheet.costing.lines, sheet.catalogue, sheet.book)
    if each is not None:
        low, high = say.number(sheet.book.per_m3_lowest), say.number(sheet.book.per_m3_highest)
        lines.append(say("cost-unusual", each=say.number(each), low=low, high=high))
    return ["\n".join(lines)]


def _inventory(say: Say, sheet: PricedDraft) -> list[str]:
    shown = [_line_words(say, sheet, line) for line in sheet.costing.lines[:PAGE]]
    rest = len(sheet.costing.lines) - len(shown)
    return [*shown, say("inventory-more", count=rest)] if rest else shown


def _line_words(say: Say, sheet: PricedDraft, line: InventoryLine) -> str:
    item = sheet.catalogue.get(line.code)
    return say(
        "inventory-line",
        quantity=amount(say, item, line.quantity),
        item=item.label(say.lang),
        condition=line.condition,
    )


def _rows(say: Say, sheet: PricedDraft, make: Make) -> ButtonRows:
    def words(key: str) -> str:
        return say.plain(key)

    fixed: list[tuple[Button, ...]] = [
        (make(words("cost-lines"), "cost", "l.0"), make(words("cost-add"), "fill", "item")),
        (make(words("cost-hours"), "fill", "hours"), make(words("cost-site"), "cost", "a")),
        (
            make(words("cost-discount"), "fill", "discount"),
            make(words("cost-extra"), "fill", "extra"),
        ),
        *_set_back(say, sheet, make),
        (make(words("cost-scrap"), "scrap", style="danger"),),
    ]
    return (*_sending(say, sheet, make), *fixed)


def _sending(say: Say, sheet: PricedDraft, make: Make) -> ButtonRows:
    """Offer to send it, or what must be answered first."""
    if isinstance(sheet.vat, Unclear):
        answers = vat_question.rows(
            say, sheet.vat, lambda text, code: make(text, "alter", f"v.{code}")
        )
        return (*answers, *_forget_vat(say, sheet, make))
    return (
        (make(say.plain("cost-send"), "issue", style="success"),),
        *_forget_vat(say, sheet, make),
    )


def _forget_vat(say: Say, sheet: PricedDraft, make: Make) -> ButtonRows:
    return ((make(say.plain("cost-vat-again"), "alter", "v"),),) if sheet.costing.vat else ()


def _set_back(say: Say, sheet: PricedDraft, make: Make) -> Sequence[tuple[Button, ...]]:
    """Offer to undo what was set by hand."""
    rows = [
        (make(say.plain("cost-drop-extra", label=short(extra.words, LABEL)), "alter", f"e.{at}"),)
        for at, extra in enumerate(sheet.costing.extras)
    ]
    if sheet.costing.hours is not None:
        rows.append((make(say.plain("cost-drop-hours"), "alter", "h"),))
    if sheet.costing.discount is not None:
        rows.append((make(say.plain("cost-drop-discount"), "alter", "d"),))
    return rows


def _lines(say: Say, sheet: PricedDraft, make: Make, page: int) -> Screen:
    lines = sheet.costing.lines
    pages = Pages(page, len(lines), PAGE)
    rows: list[tuple[Button, ...]] = []
    for at, line in pages.of(list(enumerate(lines))):
        item = sheet.catalogue.get(line.code).label(say.lang)
        words = f"{say.number(line.quantity)} × {squeezed(item, LABEL)} ({line.condition})"
        rows.append((make(words, "cost", f"i.{at}"),))
    rows.append(tuple(make(sign, "cost", f"l.{to}") for to, sign in pages.turns()))
    rows.append((make(say.plain("cost-back"), "cost"),))
    head = say("cost-head", number=sheet.request.number)
    text = "\n\n".join([head, say("cost-which-line"), *totals(say, sheet)])
    return Screen(text, tuple(row for row in rows if row))


def _line(say: Say, sheet: PricedDraft, make: Make, at: int) -> Screen:
    line = sheet.costing.lines[at]
    steps = tuple(make(_signed(step), "alter", f"q.{at}.{step}") for step in STEPS)
    conditions = tuple(
        make(_chosen(condition, condition is line.condition), "alter", f"c.{at}.{condition}")
        for condition in Condition
    )
    rows: list[tuple[Button, ...]] = [
        steps,
        (make(say.plain("cost-type-quantity"), "fill", f"quantity.{at}"),),
        conditions,
    ]
    if len(sheet.costing.lines) > 1:
        rows.append((make(say.plain("cost-remove"), "alter", f"x.{at}", style="danger"),))
    rows.append(
        (make(say.plain("cost-lines"), "cost", "l.0"), make(say.plain("cost-back"), "cost"))
    )
    head = say("cost-head", number=sheet.request.number)
    text = "\n\n".join([head, _line_words(say, sheet, line), *totals(say, sheet)])
    return Screen(text, tuple(rows))


def _signed(step: int) -> str:
    return f"{step:+d}".replace("-", "−")


def _chosen(words: str, is_it: bool) -> str:  # said where it is called
    return f"● {words}" if is_it else words


def _access(say: Say, sheet: PricedDraft, make: Make) -> Screen:
    access = sheet.costing.access
    floor = say.plain("cost-floor", floor=access.floor)
    lifts = tuple(
        make(_chosen(say.plain(f"request-lift.{lift}"), lift is access.lift), "alter", f"l.{lift}")
        for lift in Lift
    )
    rows: ButtonRows = (
        (make("➖", "alter", "f.-1"), make(floor, "cost", "a"), make("➕", "alter", "f.1")),
        *((lift,) for lift in lifts),
        _carry(say, access, make),
        _occupied(say, access, make),
        (make(say.plain("cost-back"), "cost"),),
    )
    head = say("cost-head", number=sheet.request.number)
    return Screen("\n\n".join([head, _access_words(say, access), *totals(say, sheet)]), rows)


def _carry(say: Say, access: Access, make: Make) -> tuple[Button, ...]:
    """Offer steps around the way to the vehicle, which stands between them."""
    here = make(say.plain("cost-carry", carry=int(access.carry_m)), "cost", "a")
    steps = sorted((0, *carry_steps(access)))
    return tuple(make(_signed(step), "alter", f"m.{step}") if step else here for step in steps)


def _occupied(say: Say, access: Access, make: Make) -> tuple[Button, ...]:
    """Offer both, the present one marked."""
    words = {one: say.plain(f"cost-occupied-{one}") for one in OCCUPIED}
    return tuple(
        make(_chosen(words[one], is_it is access.occupied), "alter", f"o.{one}")
        for one, is_it in OCCUPIED.items()
    )
