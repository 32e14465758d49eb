"""What is asked of a member: all when they are new, one value when it changes."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from domain.crews import CrewRole
from domain.roster import MemberEntry
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import MultiChoice
from handlers.crews.roster_kinds import (
    Grown,
    MemberName,
    MemberPhone,
    NewName,
    RosterDate,
    RosterFigure,
    SpokenLanguages,
)
from handlers.crews.roster_values import read_hours

HOURS = (35, 30, 28, 26, 24, 20)  # usual in a week


def contract_begin(so_far: SimpleNamespace) -> date | None:
    begin: date | None = so_far.contract_from
    return begin


@form("newmember", version=1)
class NewMemberForm:
    """Somebody who joins the team (§7.1)."""

    name: str = ask(NewName())
    adult: bool = ask(Grown())
    phone: str | None = ask(MemberPhone(), optional=True)
    languages: tuple[str, ...] | None = ask(SpokenLanguages(), optional=True)
    roles: tuple[CrewRole, ...] = ask(MultiChoice(CrewRole, columns=2))
    contract_from: date | None = ask(RosterDate(ahead=(0,)), optional=True)
    contract_until: date | None = ask(RosterDate(begin=contract_begin), optional=True)
    weekly_hours: Decimal = ask(RosterFigure(read_hours, HOURS))


@form("setmember", version=1)
class ChangedMemberForm:
    """A member as they are known, of whom one value changes."""

    name: str = ask(MemberName())
    phone: str | None = ask(MemberPhone(), optional=True)
    languages: tuple[str, ...] | None = ask(SpokenLanguages(), optional=True)
    roles: tuple[CrewRole, ...] = ask(MultiChoice(CrewRole, at_least=0, columns=2))
    contract_from: date | None = ask(RosterDate(ahead=(0,)), optional=True)
    contract_until: date | None = ask(RosterDate(begin=contract_begin), optional=True)
    weekly_hours: Decimal = ask(RosterFigure(read_hours, HOURS))


def answers_of(entry: MemberEntry) -> dict[str, Any]:
    """Write what is known of a member as answers."""
    return {
        "name": entry.name,
        "phone": entry.phone,
        "languages": list(entry.languages) or None,
        "roles": [role.value for role in entry.roles],
        "contract_from": entry.contract_from and entry.contract_from.isoformat(),
        "contract_until": entry.contract_until and entry.contract_until.isoformat(),
        "weekly_hours": str(entry.weekly_hours),
    }
