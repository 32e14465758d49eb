"""The reference files as they stand now, and every version that a request was priced with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from domain.catalogue import Catalogue, read_catalogue
from domain.company import Company, load_company
from domain.pricebook import PriceBooks, read_price_books
from domain.reference_kinds import TABLES, Reference
from domain.synonyms import HEADER, TaughtSynonym, merged, with_taught
from storage.reference_versions import APPLIED, Version
from storage.requests import ReferenceVersions

Book = TypeVar("Book")


@dataclass(frozen=True, slots=True)
class CurrentVersion:
    """The version of a file that counts now; without an id, the one that the bot came with."""

    id: int | None
    text: str
    by: int | None = None
    since: datetime | None = None  # when it was sent in


class ReferenceFiles:
    """Holds the files by version, and is told when an administrator decides.

    Every process has its own; between a decision and the moment the others know lie seconds.
    """

    def __init__(self, shipped: Mapping[Reference, str], synonyms: str) -> None:
        self._synonyms = synonyms
        texts = {Reference.SYNONYMS: HEADER, **shipped}
        self._shipped = {kind: CurrentVersion(None, text) for kind, text in texts.items()}
        self._standing = dict(self._shipped)
        self._texts: dict[tuple[Reference, int | None], str] = {
            (kind, None): text for kind, text in texts.items()
        }
        self._read: dict[tuple[Reference, int | None], object] = {}

    def put(self, used: Sequence[Version], taught: Sequence[TaughtSynonym] = ()) -> None:
        """Take notice of every version ever applied, in order: the last still applied counts.

        The words `taught` since the file of synonyms was sent in stand beside it.
        """
        standing = dict(self._shipped)
        for version in used:
            self._texts[version.kind, version.id] = version.text
            if version.state == APPLIED:
                standing[version.kind] = CurrentVersion(
                    version.id, version.text, version.added_by, version.added_at
                )
        words = standing[Reference.SYNONYMS]
        own = replace(words, text=with_taught(words.text, words.since, taught))
        if own.text != self._standing[Reference.SYNONYMS].text:
            self._read = {key: one for key, one in self._read.items() if key[0] not in TABLES}
        self._standing = {**standing, Reference.SYNONYMS: own}

    def standing(self, kind: Reference) -> CurrentVersion:
        return self._standing[kind]

    @property
    def books(self) -> ReferenceVersions:
        """Name the versions that a new request is priced with."""
        of = self._standing
        return ReferenceVersions(of[Reference.PRICES].id, of[Reference.CATALOGUE].id)

    @property
    def company(self) -> Company:
        return self._book(Reference.COMPANY, self._standing[Reference.COMPANY].id, load_company)

    def prices(self, books: ReferenceVersions | None = None) -> PriceBooks:
        """Return the price books of a request, or those that count now."""
        return self._book(Reference.PRICES, (books or self.books).prices_id, read_price_books)

    def catalogue(self, books: ReferenceVersions | None = None) -> Catalogue:
        """Return the catalogue of a request, or the one that counts now."""
        return self._book(
            Reference.CATALOGUE, (books or self.books).catalogue_id, self._with_synonyms
        )

    def _with_synonyms(self, text: str) -> Catalogue:
        own = self._standing[Reference.SYNONYMS].text
        return read_catalogue(text, merged(self._synonyms, own, read_catalogue(text)))

    def _book(self, kind: Reference, version_id: int | None, read: Callable[[str], Book]) -> Book:
        """Read each version once."""
        key = (kind, version_id)
        if key not in self._read:
            self._read[key] = read(self._texts[key])
        found: Book = self._read[key]  # type: ignore[assignment]
        return found
