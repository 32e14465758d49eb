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
    """A table of states that leads nowhere, or never reaches a state."""


class Lifecycle(Generic[State, Event]):
    """What may happen to a thing: state and event give the next state."""

    def __init__(self, initial: State, table: Mapping[State, Mapping[Event, State]]) -> None:
        self.initial = initial
        self._table = {state: dict(events) for state, events in table.items()}
        self._check()

    def after(self, state: State, event: Event) -> State:
        """Return the state that follows; NotAllowed where the event cannot happen."""
        try:
            return self._table[state][event]
        except KeyError:
            raise NotAllowed(state, event) from None

    def allows(self, state: State, event: Event) -> bool:
        return event in self._table[state]

    def events(self, state: State) -> tuple[Event, ...]:
        """Tell what can happen in a state, in the order of the table."""
        return tuple(self._table[state])

    def is_final(self, state: State) -> bool:
        return not self._table[state]

    def _check(self) -> None:
        """Refuse a table that forgets a state, or has one that nothing leads to."""
        states = set(type(self.initial))
        if forgotten := states - set(self._table):
            raise BadTable(f"no row for {sorted(forgotten)}")
        if lost := states - self._reachable():
            raise BadTable(f"nothing leads to {sorted(lost)}")
        if not any(self.is_final(state) for state in states):
            raise BadTable("no state is the last")

    def _reachable(self) -> set[State]:
        reached, ahead = set[State](), {self.initial}
        while ahead:
            reached |= ahead
            ahead = {after for state in ahead for after in self._table[state].values()} - reached
        return reached
