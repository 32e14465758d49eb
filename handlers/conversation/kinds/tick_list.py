"""A list to tick: each tap ticks or unticks an option, "done" ends; in the order of the options."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from handlers.conversation.codes import DONE
from handlers.conversation.kind import Json, Option, Rejected, reject

CHECKED, UNCHECKED = "☑", "☐"
ADDS, DROPS = "+", "-"
END = Option(DONE, "nav-done", style="success", wide=True)


def ticked_in(before: Json) -> list[str] | None:
    """List the codes that have been ticked; None where nobody has begun."""
    begun = before.get("open") if isinstance(before, dict) else None
    return [code for code in begun if isinstance(code, str)] if isinstance(begun, list) else None


def boxes(offers: Sequence[Option], ticked: Collection[str]) -> list[Option]:
    """Offer each option with its mark; its code says what the tap does."""
    return [
        replace(offer, code=DROPS + offer.code, mark=CHECKED)
        if offer.code in ticked
        else replace(offer, code=ADDS + offer.code, mark=UNCHECKED)
        for offer in offers
    ]


def tick(code: str, offered: Sequence[str], ticked: Collection[str]) -> Json | Rejected:
    """Tick or untick by the code of a box: what is begun, or "not-offered"."""
    sign, chosen = code[:1], code[1:]
    if sign not in {ADDS, DROPS} or chosen not in offered:
        return reject("not-offered")
    wanted = {*ticked, chosen} if sign == ADDS else {*ticked} - {chosen}
    return {"open": [code for code in offered if code in wanted]}
