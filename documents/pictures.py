"""Photos made small and anonymous before they go into a paper that travels."""

import io
import warnings
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum

import pillow_heif
from PIL import Image, ImageCms, ImageOps

LONGEST_SIDE = 1200
_MOST_PIXELS = 80_000_000
_QUALITY = 78
_UNREADABLE = (OSError, ValueError, SyntaxError, EOFError)

pillow_heif.register_heif_opener()


def small_jpeg(data: bytes, *, longest_side: int = LONGEST_SIDE) -> bytes | None:
    """The photo upright, at most `longest_side` pixels, without EXIF; None where it is unreadable.

    Position, time and camera of the original never reach the copy (§10.4).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _shrunk(data, longest_side)
    except (*_UNREADABLE, Image.DecompressionBombError):
        return None


class PictureFault(StrEnum):
    """Why a picture cannot be printed."""

    BROKEN = "broken"  # cut off, or no picture at all
    ENORMOUS = "enormous"  # more than 80 million pixels


def picture_fault(data: bytes) -> PictureFault | None:
    """Tell what is wrong with a picture; takes as long as unpacking it, so call it in a thread."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    return PictureFault.ENORMOUS
                picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                picture.load()
    except Image.DecompressionBombError:
        return PictureFault.ENORMOUS
    except _UNREADABLE:
        return PictureFault.BROKEN
    return None


def small_copies(originals: Iterable[bytes | None], longest_side: int) -> dict[str, bytes | None]:
    """Small copies by file name, in the same order; None for those that are gaps."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        small = pool.map(
            lambda data: small_jpeg(data, longest_side=longest_side) if data else None, originals
        )
        return {f"photo-{n}.jpg": data for n, data in enumerate(small)}


def _shrunk(data: bytes, longest_side: int) -> bytes | None:
    with Image.open(io.BytesIO(data)) as original:
        if original.width * original.height > _MOST_PIXELS:
            return None
        original.draft("RGB", (longest_side, longest_side))
        upright = ImageOps.exif_transpose(original)
        small = _on_white(_in_srgb(upright))
        small.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        small.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Phones store wider colours with a profile; without it they would look pale."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "CMYK"}:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture
    return converted or picture


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        plain = picture.convert("RGB")
        plain.info.clear()
        return plain
    layer = picture.convert("RGBA")
    ground = Image.new("RGB", layer.size, "white")
    ground.paste(layer, mask=layer.getchannel("A"))
    return ground
