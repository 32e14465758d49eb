"""States and what may happen in them, as tables that are checked when the program starts."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

State = TypeVar("State", bound=StrEnum)
Event = TypeVar("Event", bound=StrEnum)


class NotAllowed(Exception):
    """Something happened to a thing that cannot happen to it in its state."""

    def __init__(self, state: StrEnum, event: StrEnum) -> None:
        super().__init__(f"{event.value} cannot happen when {state.value}")
        self.state = state
        self.event = event


class BadTable(ValueError):
    """A table of states that forgets a state, or never reaches one."""


class Lifecycle(Generic[State, Event]):
    """What may happen to a thing: state and event give the next state."""

    def __init__(
        self, beginnings: tuple[State, ...], table: Mapping[State, Mapping[Event, State]]
    ) -> None:
        self.beginnings = beginnings
        self.table = {state: dict(events) for state, events in table.items()}
        self._check()

    def after(self, state: State, event: Event) -> State:
        """Return the state that follows; NotAllowed where the event cannot happen."""
        try:
            return self.table[state][event]
        except KeyError:
            raise NotAllowed(state, event) from None

    def before(self, event: Event) -> frozenset[State]:
        """Return the states in which an event can happen."""
        return frozenset(state for state, events in self.table.items() if event in events)

    def _check(self) -> None:
        """Refuse a table that forgets a state, or has one that nothing leads to."""
        states = set(type(self.beginnings[0]))
        if forgotten := states - set(self.table):
            raise BadTable(f"no row for {sorted(forgotten)}")
        if lost := states - self._reachable():
            raise BadTable(f"nothing leads to {sorted(lost)}")

    def _reachable(self) -> set[State]:
        reached, ahead = set[State](), set(self.beginnings)
        while ahead:
            reached |= ahead
            ahead = {after for state in ahead for after in self.table[state].values()} - reached
        return reached
