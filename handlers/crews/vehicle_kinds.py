"""What vehicles are known by: a name and a plate that no other has."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.search import fold
from handlers.conversation.kind import Facts, Json, Rejected, reject
from handlers.crews import roster_values
from handlers.crews.roster_kinds import RosterValue, text_of
from handlers.crews.roster_values import LONGEST_VEHICLE


@dataclass(frozen=True, slots=True)
class FleetKnown:
    """The vehicles beside the one that is asked about: folded names, and names by plate."""

    names: frozenset[str]
    plates: Mapping[str, str]


class VehicleName(RosterValue[str]):
    """What a vehicle is called; no other has the name."""

    free_text = True
    needs = ("fleet",)

    def parse(self, text: str, facts: Facts) -> object:
        found = roster_values.read_name(text)
        if isinstance(found, Rejected):
            return found
        name, fleet = found[:LONGEST_VEHICLE], facts["fleet"]
        return reject("vehicle-name-taken", value=name) if fold(name) in fleet.names else name

    def revive(self, raw: Json) -> str:
        return text_of(raw)


class Plate(RosterValue[str]):
    """A number plate that no other vehicle has."""

    needs = ("fleet",)

    def parse(self, text: str, facts: Facts) -> object:
        found = roster_values.read_plate(text)
        fleet: FleetKnown = facts["fleet"]
        if isinstance(found, str) and found in fleet.plates:
            return reject("plate-taken", value=fleet.plates[found])
        return found

    def revive(self, raw: Json) -> str:
        return text_of(raw)
