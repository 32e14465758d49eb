"""The letters we can print: shipped fonts only, so that a document is the same everywhere."""

import struct
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import typst

_PACKAGES = (
    *("fontpkg_noto_sans", "fontpkg_noto_sans_arabic"),
    *("fontpkg_noto_sans_khmer", "fontpkg_noto_sans_thai"),
)
SHIPPED = Path(__file__).parent / "fonts"
FAMILIES = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Thai",
    "Noto Sans Khmer",
    "Noto Sans Tamil",
    "Noto Sans Bengali",
    "Noto Sans NKo",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "Noto Sans Hebrew",
    "Noto Sans Math",
    "Noto Sans Symbols2",
    "Noto Emoji",
)


def folders() -> tuple[Path, ...]:
    return (*(Path(str(files(package) / "files")) for package in _PACKAGES), SHIPPED)


@cache
def fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders()],
    )


@cache
def alphabets() -> tuple[frozenset[int], ...]:
    """Code points that each upright shipped font draws."""
    every = (file for folder in folders() for file in sorted(folder.glob("*.ttf")))
    upright = (file for file in every if "Italic" not in file.name)
    return tuple(coverage(file.read_bytes()) for file in upright)


@lru_cache(maxsize=10_000)
def is_printable(letters: str) -> bool:
    """Whether one shipped font draws them all, as a letter and its marks need."""
    codes = {ord(letter) for letter in letters}
    return any(codes <= alphabet for alphabet in alphabets())


def coverage(font: bytes) -> frozenset[int]:
    """Code points of a TrueType font: its `cmap` table, formats 4 and 12."""
    cmap = _table(font, b"cmap")
    count = struct.unpack_from(">H", font, cmap + 2)[0]
    found: set[int] = set()
    for n in range(count):
        at = cmap + int(struct.unpack_from(">I", font, cmap + 4 + 8 * n + 4)[0])
        form = struct.unpack_from(">H", font, at)[0]
        if form == 12:
            found |= _segmented_coverage(font, at)
        elif form == 4:
            found |= _basic_plane(font, at)
    return frozenset(found)


def _table(font: bytes, name: bytes) -> int:
    count = struct.unpack_from(">H", font, 4)[0]
    for n in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * n)
        if tag == name:
            return int(offset)
    raise ValueError(f"no table {name!r} in this font")


def _segmented_coverage(font: bytes, at: int) -> set[int]:
    groups = struct.unpack_from(">I", font, at + 12)[0]
    found: set[int] = set()
    for n in range(groups):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * n)
        found.update(range(first, last + 1))
    return found


def _basic_plane(font: bytes, at: int) -> set[int]:
    half = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{half}H", font, at + 14 + 2 * half * n + (2 if n else 0))
        for n in range(4)
    )
    base = at + 16 + 6 * half
    found: set[int] = set()
    for n in range(half):
        for code in range(starts[n], ends[n] + 1):
            glyph = code + deltas[n]
            if offsets[n]:
                place = base + 2 * n + offsets[n] + 2 * (code - starts[n])
                glyph = struct.unpack_from(">H", font, place)[0]
            if glyph & 0xFFFF and code != 0xFFFF:
                found.add(code)
    return found
