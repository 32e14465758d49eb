"""What is wrong with a file that somebody wrote: every fault is named, none stops the reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default

# For a console; people in the chat read the words `fault-<code>`.
PROBLEMS: Mapping[str, str] = {
    "missing": "missing",
    "unknown": "not a known field",
    "file": "not readable: {why}",
    "table": "must be a table",
    "tables": "must be a list of tables",
    "text": "must be a text that is not empty",
    "long": "longer than {most} characters",
    "lines": "must be a list of lines of text",
    "code": "{given!r} is not a code in capitals",
    "whole": "must be a whole number from {lowest} to {highest}",
    "number": "must be a number from {lowest} to {highest}",
    "choice": "must be one of {choices}",
    "flag": "must be true or false",
    "day": "must be a date like 2030-12-31, without quotes",
    "siret": "not a SIRET: 14 digits whose check digits agree",
    "vat": "must look like FR44732829320",
    "vat-other": "belongs to another company than the SIRET",
    "vat-key": "its key should be {key}",
    "phone": "not a phone number",
    "email": "not an email address",
    "capital": "missing: a company registered at the RCS prints its capital",
    "twice": "stands there twice",
    "no-value": "has no value that counts today",
    "no-fee": "the price book has no gate fee for the stream {stream}",
    "word": "has no letter",
    "no-item": "the catalogue has no item {given}",
    "rows": "has more than {most} rows",
    "needed": "missing, and earlier requests name it",
}


@dataclass(frozen=True, slots=True)
class FileFault:
    """One place in a file and what is wrong there: the words `fault-<code>` and what they need."""

    field: str
    code: str
    params: Mapping[str, object] = default(default_factory=dict)

    @property
    def problem(self) -> str:
        return PROBLEMS[self.code].format(**self.params)

    def __str__(self) -> str:
        return f"{self.field}: {self.problem}"
