"""What views and cards need of a context; an update's and the system's both have it."""

from typing import Protocol

from handlers.context.services import Services
from handlers.words.catalogue import Say
from storage.people import Person
from storage.transaction import Reading, Transaction


class ViewContext(Protocol):
    """Reads only."""

    @property
    def tx(self) -> Reading: ...

    @property
    def services(self) -> Services: ...


class PersonViewContext(ViewContext, Protocol):
    """Reads for one person, in their language."""

    @property
    def person(self) -> Person: ...

    @property
    def say(self) -> Say: ...


class CardContext(Protocol):
    """Reads, and posts cards to anybody."""

    @property
    def tx(self) -> Transaction: ...

    @property
    def services(self) -> Services: ...
