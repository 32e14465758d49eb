"""The kinds of certificates that members can hold, and the names that people use for them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CertificateKind:
    """A kind of §7.2: its code, its names in words, the headings that mean it."""

    code: str
    labels: Mapping[str, str]
    names: tuple[str, ...]

    def label(self, lang: str) -> str:
        return self.labels.get(lang, self.labels["fr"])


@cache
def certificate_kinds() -> Mapping[str, CertificateKind]:
    """List all kinds by their code."""
    text = files("domain").joinpath("data/certificates.toml").read_text("utf-8")
    return {
        code: CertificateKind(code, {"fr": row["fr"], "en": row["en"]}, tuple(row["names"]))
        for code, row in tomllib.loads(text).items()
    }


def certificate_label(code: str, lang: str) -> str:
    """Name a kind in a language; a code that is no kind is its own name."""
    kind = certificate_kinds().get(code)
    return kind.label(lang) if kind else code
