"""The headings of the roster to fill in."""

from dataclasses import dataclass

from domain.certificate_kinds import certificate_kinds
from handlers.words.catalogue import Say

MEMBERS = (
    "last_name",
    "first_name",
    "phone",
    "languages",
    "roles",
    "contract_from",
    "contract_until",
    "weekly_hours",
)
PROOFS = ("SST", "CARTE_BTP", "LICENCE_B", "LICENCE_C1", "CACES_R489_3", "MEDICAL")
VEHICLES = (
    "vehicle",
    "plate",
    "kind",
    "volume",
    "payload",
    "licence",
    "tail_lift",
    "glass_frame",
    "inspected_until",
    "out_from",
    "out_until",
)


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """One sheet: its title, the name of its file, its headings."""

    title: str
    file: str
    headings: tuple[str, ...]


def sheets(say: Say) -> tuple[TemplateSheet, ...]:
    """Write the sheets of people and of vehicles in a language."""
    kinds = certificate_kinds()
    members = tuple(say.plain(f"roster-column-{name}") for name in MEMBERS)
    proofs = tuple(kinds[code].label(say.lang) for code in PROOFS)
    vehicles = tuple(say.plain(f"roster-column-{name}") for name in VEHICLES)
    return (
        TemplateSheet(
            say.plain("roster-sheet-members"),
            say.plain("roster-file-members"),
            (*members, *proofs),
        ),
        TemplateSheet(
            say.plain("roster-sheet-vehicles"), say.plain("roster-file-vehicles"), vehicles
        ),
    )
