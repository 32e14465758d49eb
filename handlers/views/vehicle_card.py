"""A vehicle's card: what is known of it, whether it can go today, what can be done."""

from datetime import date

from domain.crews import Vehicle
from domain.roster import VehicleEntry
from handlers.context.callbacks import button
from handlers.conversation.screen import Button, ButtonRows, Screen
from handlers.views.roster_words import value_of
from handlers.words.catalogue import Say

FIELDS = (
    "name",
    "kind",
    "plate",
    "volume",
    "payload",
    "licence",
    "tail_lift",
    "glass_frame",
    "inspected_until",
)


def card_key(vehicle_id: int) -> str:
    return f"van:{vehicle_id}"


def kind_name(say: Say, kind: str) -> str:
    """Name a kind of the price book; one that has no words is its own name."""
    key = f"vehicle-kind-{kind}"
    return say.plain(key) if say.has(key) else kind


def state_of(entry: VehicleEntry) -> Vehicle:
    """Take what decides whether it can go."""
    return Vehicle(
        0,
        entry.name,
        entry.kind or "",
        inspected_until=entry.inspected_until,
        out_from=entry.out_from,
        out_until=entry.out_until,
    )


def line(say: Say, entry: VehicleEntry, today: date) -> str:
    """Write it in one line of the list, marked where it cannot go today."""
    state = state_of(entry)
    words = say("vehicle-line", name=entry.name)
    if entry.plate and entry.plate not in entry.name:
        words += say("vehicle-plate", plate=entry.plate)
    if state.out_on(today):
        words += " · " + say("vehicle-is-out")
    if not state.inspected_on(today):
        words += " · " + say("vehicle-inspection-over")
    return words


def draw(say: Say, vehicle_id: int, entry: VehicleEntry, today: date) -> Screen:
    return Screen(_text(say, entry, today), _rows(say, vehicle_id, entry, today))


def _text(say: Say, entry: VehicleEntry, today: date) -> str:
    lines = [line(say, entry, today), ""]
    for name in FIELDS[1:]:
        value = getattr(entry, name)
        words = value_of(say, value, name)
        lines.append(say("vehicle-value", label=say.plain(f"roster-field-{name}"), value=words))
    if entry.out_from or entry.out_until:
        begin, end = (value_of(say, day) for day in (entry.out_from, entry.out_until))
        lines.append(say("vehicle-out-days", begin=begin, end=end))
    return "\n".join(lines)


def _rows(say: Say, vehicle_id: int, entry: VehicleEntry, today: date) -> ButtonRows:
    rows: list[tuple[Button, ...]] = [(button(say.plain("vehicle-out"), "outvan", vehicle_id),)]
    until = entry.out_until
    if (entry.out_from or until) and (until is None or until >= today):
        rows.append((button(say.plain("vehicle-back-in"), "invan", vehicle_id, style="success"),))
    values = [
        button(f"✏️ {say.plain(f'roster-field-{name}')}", "setvan", vehicle_id, more=name)
        for name in FIELDS
    ]
    rows += [tuple(values[at : at + 2]) for at in range(0, len(values), 2)]
    rows.append((button(say.plain("vehicle-drop"), "dropvan", vehicle_id, style="danger"),))
    rows.append((button(say.plain("vehicle-list"), "fleet", 0),))
    return tuple(rows)
