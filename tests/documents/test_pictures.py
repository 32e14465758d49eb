import io

import pillow_heif
import pytest
from PIL import Image, ImageCms

from documents.pictures import PictureFault, picture_fault, small_jpeg

RED, WHITE = (200, 30, 30), (255, 255, 255)


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def read(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


def near(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_each_kind_becomes_a_small_jpeg(form: str) -> None:
    small = read(small_jpeg(saved(Image.new("RGB", (2400, 1800), RED), form)))
    assert (small.format, small.size, small.mode) == ("JPEG", (1200, 900), "RGB")
    assert near(small.getpixel((600, 450)), RED)


def test_small_photos_are_not_enlarged() -> None:
    assert read(small_jpeg(saved(Image.new("RGB", (300, 200), RED), "PNG"))).size == (300, 200)


def test_longest_side_can_be_asked() -> None:
    photo = saved(Image.new("RGB", (1000, 2000), RED), "JPEG")
    assert read(small_jpeg(photo, longest_side=500)).size == (250, 500)


def test_photo_is_turned_upright_and_forgets_place_time_and_camera() -> None:
    picture = Image.new("RGB", (200, 100), WHITE)
    picture.paste(RED, (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of Claire"
    exif.get_ifd(0x8825)[2] = (48.0, 54.0, 30.0)
    data = saved(picture, "JPEG", exif=exif)
    assert b"Camera of Claire" in data
    small = small_jpeg(data)
    assert read(small).size == (100, 200)
    assert near(read(small).getpixel((50, 20)), RED)
    assert not read(small).getexif()
    assert b"Exif" not in (small or b"")
    assert b"Claire" not in (small or b"")


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_becomes_white_paper(mode: str) -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": clear.getpixel((5, 5))} if mode == "P" else {}
    assert near(read(small_jpeg(saved(clear, "PNG", **options))).getpixel((5, 5)), WHITE)


@pytest.mark.parametrize("mode", ["L", "1", "CMYK", "I;16"])
def test_other_modes_are_read(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert read(small_jpeg(saved(Image.new(mode, (40, 40)), form))).mode == "RGB"


def test_colour_profile_is_applied_then_dropped() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    small = read(small_jpeg(saved(Image.new("RGB", (40, 40), RED), "JPEG", icc_profile=profile)))
    assert near(small.getpixel((5, 5)), RED)
    assert "icc_profile" not in small.info


def test_broken_profile_does_not_lose_the_photo() -> None:
    data = saved(Image.new("RGB", (40, 40), RED), "JPEG", icc_profile=b"not a profile")
    assert near(read(small_jpeg(data)).getpixel((5, 5)), RED)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a photo",
        b"%PDF-1.7 quote",
        b"\xff\xd8\xff\xe0" + bytes(50),
        b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(20),
        saved(Image.new("RGB", (400, 400), RED), "PNG")[:200],
        saved(Image.effect_noise((400, 400), 90), "JPEG")[:3000],
    ],
)
def test_broken_photos_are_none(data: bytes) -> None:
    assert small_jpeg(data) is None
    assert picture_fault(data) is PictureFault.BROKEN


@pytest.mark.parametrize("size", [(20_000, 5_000), (20_000, 10_000)])
def test_enormous_picture_is_refused_before_it_is_unpacked(size: tuple[int, int]) -> None:
    data = saved(Image.new("1", size), "PNG")
    assert small_jpeg(data) is None
    assert picture_fault(data) is PictureFault.ENORMOUS


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_whole_picture_has_no_fault(form: str) -> None:
    assert picture_fault(saved(Image.new("RGB", (400, 300), RED), form)) is None


def test_same_photo_gives_the_same_bytes() -> None:
    data = saved(Image.effect_noise((900, 700), 60), "PNG")
    assert small_jpeg(data) == small_jpeg(data)


def test_heic_reading_is_switched_on() -> None:
    assert pillow_heif.is_supported(saved(Image.new("RGB", (64, 64), RED), "HEIF"))
