"""The question who goes: three proposed teams, one tap each, or the names one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.planning.candidates import PlanningCandidates
from domain.planning.proposals import Proposal, Selection
from handlers.context.callbacks import read_id
from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import Facts, Json, Option, Rejected, reject
from handlers.conversation.kinds import MultiChoice
from handlers.views.proposal_words import left_out_lines, proposal_lines
from handlers.words.catalogue import Say

TEAM, WHY = "=", "?"


@dataclass(frozen=True, slots=True)
class ChosenTeam:
    """A proposed team that was taken: everybody, who leads, what they go with."""

    crew: tuple[int, ...]
    leader: int | None
    vehicles: tuple[int, ...]


class Crew(MultiChoice[str]):
    """Members of the roster, or a proposed team; those who cannot come are marked with the rule.

    An answer is the members' ids, or one code that names a whole team.
    """

    def __init__(self) -> None:
        super().__init__(needs="candidates", columns=2)

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if isinstance(given, Tapped) and given.code == WHY:
            ticked = before.get("open") if isinstance(before, dict) else None
            return {"open": ticked or [], "why": True}
        if isinstance(given, Tapped) and given.code.startswith(TEAM):
            return self.gone(given.code, facts) or [given.code]
        return super().read(given, before, facts)

    def offers(self, facts: Facts) -> Sequence[Option]:
        candidates: PlanningCandidates = facts["candidates"]
        return [_member(candidates, member_id, facts.so_far) for member_id in candidates.roster]

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        selection = selection_of(facts)
        if selection is None or not selection.best:
            return super().options(before, facts)
        teams = [
            Option(
                team_code(one), "planning-team", params={"number": number}, wide=True, tap_only=True
            )
            for number, one in enumerate(selection.best, 1)
        ]
        why = Option(WHY, "planning-why", wide=True, tap_only=True)
        return [*teams, *([] if _asks_why(before) else [why]), *super().options(before, facts)]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        selection = selection_of(facts)
        if selection is None:
            return ()
        told = left_out_lines if _asks_why(before) else proposal_lines
        return [*told(say, selection)]

    def gone(self, raw: Json, facts: Facts) -> Rejected | None:
        team = read_team((raw,)) if isinstance(raw, str) else None
        if team is None:
            return super().gone(raw, facts)
        candidates: PlanningCandidates = facts["candidates"]
        known = {*team.crew} <= {*candidates.roster} and {*team.vehicles} <= {*candidates.fleet}
        return None if known else reject("not-offered")

    def word(self, raw: Any, key: str, facts: Facts, say: Say) -> str:
        team = read_team((raw,))
        if team is None:
            return member_name(facts, raw)
        return ", ".join(member_name(facts, str(member)) for member in team.crew)


def selection_of(facts: Facts) -> Selection | None:
    """Choose among all for the day and hour told; None where the job's burden is not known."""
    candidates: PlanningCandidates = facts["candidates"]
    burden = candidates.burdens.get(candidates.job)
    if burden is None:
        return None
    when = (facts.so_far.day, facts.so_far.hour)
    if when not in candidates.reckoned:
        candidates.reckoned[when] = Selection(candidates, *when, burden, candidates.burdens)
    found: Selection = candidates.reckoned[when]
    return found


def team_code(proposal: Proposal) -> str:
    """Name a whole team in one code: members, leader, vehicles."""
    plan = proposal.plan
    parts = (plan.crew, (plan.leader,) if plan.leader else (), plan.vehicles)
    return TEAM + "_".join("-".join(map(str, part)) for part in parts)


def read_team(codes: Sequence[Any]) -> ChosenTeam | None:
    """Read what `team_code` wrote; None for members one by one, or for a forgery."""
    code = codes[0] if len(codes) == 1 else None
    if not isinstance(code, str) or not code.startswith(TEAM):
        return None
    parts = [_ids(part) for part in code.removeprefix(TEAM).split("_")]
    if len(parts) != 3 or None in parts or not parts[0]:
        return None
    crew, leads, vehicles = (part or () for part in parts)
    return ChosenTeam(crew, next(iter(leads), None), vehicles)


def by_hand(so_far: Any) -> bool:
    """Tell whether the members were chosen one by one."""
    return read_team(so_far.crew) is None


def member_name(facts: Facts, raw: Any) -> str:
    candidates: PlanningCandidates | None = facts.get("candidates")
    found = candidates.roster.get(int(raw)) if candidates else None
    return found.name if found else str(raw)


def _ids(part: str) -> tuple[int, ...] | None:
    found = [read_id(one) for one in part.split("-")] if part else []
    return None if None in found else tuple(one for one in found if one is not None)


def _asks_why(before: Json) -> bool:
    return isinstance(before, dict) and before.get("why") is True


def _member(candidates: PlanningCandidates, member: int, answers: Any) -> Option:
    known = candidates.roster[member]
    conflict = candidates.hindrance(member, answers.day, answers.hour)
    if conflict is None:
        text = f"{known.name} ★" if known.leader else known.name
        return Option(str(member), text=text)
    number = conflict.params.get("number")
    reason = str(number) if number else (lambda say: say.plain(f"short-{_rule_key(conflict.rule)}"))
    return Option(str(member), text=_with_reason(known.name, reason))


def _with_reason(name: str, reason: Any) -> Any:
    return lambda say: f"⛔ {name} · {reason(say) if callable(reason) else reason}"


def _rule_key(rule: str) -> str:
    return rule.replace("_", "-")
