"""Things that the catalogue lacks: how many, how big, with photos; a coordinator prices them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from domain.measures import Measures, read_measures
from handlers.conversation.kind import Option, Rejected, reject
from handlers.conversation.kinds.files import SentFile
from handlers.conversation.kinds.numbers import read_number
from handlers.inventory.inventory_match import MOST
from handlers.inventory.inventory_moves import MOST_PHOTOS, Moved, being_asked, next_of
from handlers.inventory.inventory_state import (
    HOME,
    SIZING,
    InventoryDraft,
    InventoryEntry,
    OtherThing,
)
from handlers.words.catalogue import Say

KEEP, SIZELESS, FORGET, AMOUNT, VIEW = "p.", "g.", "d.", "q.", "v."
USUAL = tuple(map(Decimal, (1, 2, 3, 4, 5, 6, 8, 10, 20)))  # pieces to tap where none is written
MOST_OTHERS = 20
CENTILITRES = Decimal("0.01")


def begin(draft: InventoryDraft, number: int) -> Moved:
    """Ask how big the thing is that is being asked about."""
    entry = being_asked(draft, number)
    if entry is None or entry.code is not None:
        return reject("not-offered")
    if len(draft.others) >= MOST_OTHERS:
        return reject("goods-full", most=MOST_OTHERS)
    return replace(draft, view=SIZING)


def counted(draft: InventoryDraft, quantity: Decimal) -> Moved:
    """Say how many of the thing there are."""
    if not 0 < quantity <= MOST or quantity % 1:
        return reject("whole-number")
    first, *rest = draft.asked
    return replace(draft, asked=(replace(first, quantity=quantity), *rest))


def said(draft: InventoryDraft, text: str, lang: str) -> Moved:
    """Take words for how many there are, where that is open, else for the size."""
    if draft.asked[0].quantity is None:
        read = read_number(text)
        return read if isinstance(read, Rejected) else counted(draft, read[0])
    measures = read_measures(text)
    return reject("goods-size") if measures is None else kept(draft, written(measures, lang))


def photographed(draft: InventoryDraft, photo: SentFile) -> Moved:
    """Keep a photo with the thing, and go on asking."""
    first, *rest = draft.asked
    if photo.unique_id in {one.unique_id for one in first.photos}:
        return draft
    if len(first.photos) >= MOST_PHOTOS:
        return reject("photos-enough", most=MOST_PHOTOS)
    return replace(draft, asked=(replace(first, photos=(*first.photos, photo)), *rest))


def without_size(draft: InventoryDraft, number: int) -> Moved:
    """Keep the thing without a size."""
    if draft.view != SIZING or being_asked(draft, number) is None:
        return reject("not-offered")
    return kept(draft, "")


def kept(draft: InventoryDraft, size: str) -> InventoryDraft:
    """Keep the thing that is being asked about, for the coordinator to price."""
    first, *rest = draft.asked
    words = first.text if first.quantity is None else f"{first.quantity:f} × {first.name}"
    others = (*draft.others, OtherThing(words, size, first.photos))
    return next_of(replace(draft.changed(asked=tuple(rest), others=others), unknown=(first.name,)))


def forget(draft: InventoryDraft, number: int) -> Moved:
    """Leave out a thing that was kept."""
    if not 0 <= number < len(draft.others):
        return reject("not-offered")
    left = (*draft.others[:number], *draft.others[number + 1 :])
    return replace(draft.changed(others=left), view=HOME)


def written(measures: Measures, lang: str) -> str:
    """Write a size as a person reads it: « 120 × 60 × 80 cm (0,58 m³) »."""
    sides = " × ".join(f"{side.normalize():f}" for side in measures.sides_cm)
    volume = measures.volume_m3
    if volume is not None:
        rounded = volume.quantize(CENTILITRES) if volume > CENTILITRES else volume
        told = f"{rounded.normalize():f} m³"
        volume_words = told.replace(".", ",") if lang == "fr" else told
        return f"{sides} cm ({volume_words})" if sides else volume_words
    return f"{sides} cm"


def options(draft: InventoryDraft) -> Iterator[Option]:
    """List the buttons while a thing is being sized."""
    entry = draft.asked[0]
    if entry.quantity is None:
        for amount in entry.choices or USUAL:
            code = f"{AMOUNT}{entry.number}.{amount}"
            yield Option(code, text=partial(_number, amount), tap_only=True)
    else:
        key = "goods-other-pictured" if entry.photos else "goods-other-sizeless"
        yield Option(f"{SIZELESS}{entry.number}", key, wide=True)
    yield Option(VIEW + HOME, "goods-later", wide=True)


def lines(draft: InventoryDraft, say: Say) -> list[str]:
    """Say in HTML what is asked about the thing."""
    entry = draft.asked[0]
    if entry.quantity is None:
        return [say("goods-other-count", words=entry.name)]
    told = [say("goods-other-size", words=f"{entry.quantity:f} × {entry.name}")]
    return [*told, *([say("goods-other-photos", count=len(entry.photos))] if entry.photos else [])]


def removals(others: Sequence[OtherThing]) -> Iterator[Option]:
    """List a button for each thing that was kept, which leaves it out."""
    for number, other in enumerate(others):
        yield Option(f"{FORGET}{number}", text=f"🗑 {other.written}", wide=True)


def listed(others: Sequence[OtherThing], say: Say) -> list[str]:
    """Say what was kept, line by line, in HTML."""
    return [say("goods-other-listed", words=said_plain(other, say)) for other in others]


def said_plain(other: OtherThing, say: Say) -> str:
    """Write a thing that was kept, with its photos counted; plain."""
    photos = f" · 📷 {len(other.photos)}" if other.photos else ""
    return say.plain("goods-other", words=other.written) + photos


def _number(quantity: Decimal, say: Say) -> str:
    return say.number(quantity)


def asks(entry: InventoryEntry) -> Option:
    """Offer to keep the thing that is being asked about, with its size."""
    return Option(f"{KEEP}{entry.number}", "goods-keep-other", wide=True)
