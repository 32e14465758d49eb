from pathlib import Path

import pytest

from documents.fonts import FAMILIES, SHIPPED, alphabets, coverage, folders, fonts, is_printable


def test_every_family_named_is_shipped_and_no_other() -> None:
    assert sorted(fonts().families()) == sorted(FAMILIES)


def test_no_font_of_the_machine_is_used() -> None:
    shipped = [str(folder) for folder in folders()]
    assert all(
        any(str(font.path).startswith(folder) for folder in shipped) for font in fonts().fonts()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Éàœ€²",
        "ŁŞığ",
        "Київ",
        "شركة",
        "தமிழ்",
        "ভাষা",
        "ߒߞߏ",
        "ქართული",
        "Հայ",
        "שלום",
        "สมชาย",
        "សុខា",
        "→≥✓★",
        "😀👍🏠",
    ],
)
def test_scripts_of_the_crews_are_printable(text: str) -> None:
    assert all(is_printable(letter) for letter in text)


@pytest.mark.parametrize("text", ["語", "\ue000", "\U0010ffff", "\u0bffக", "Aக"])
def test_what_no_single_font_draws_is_not_printable(text: str) -> None:
    assert not is_printable(text)


def test_coverage_reads_both_kinds_of_table() -> None:
    emoji = coverage((SHIPPED / "NotoEmoji-Regular.ttf").read_bytes())
    hebrew = coverage((SHIPPED / "NotoSansHebrew-Regular.ttf").read_bytes())
    assert 0x1F600 in emoji
    assert {0x05D0, 0x05EA} <= hebrew
    assert 0x1F600 not in hebrew
    assert 0xFFFF not in hebrew


def test_file_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="cmap"):
        coverage(b"\x00\x01\x00\x00" + bytes(20))


def test_italic_files_do_not_count_twice() -> None:
    files = [file for folder in folders() for file in folder.glob("*.ttf")]
    assert len(alphabets()) == len([file for file in files if "Italic" not in file.name])


def test_shipped_fonts_come_with_their_licence_and_stay_small() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in Path(SHIPPED / "OFL.txt").read_text("utf-8")
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) < 1_000_000
