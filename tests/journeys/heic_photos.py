"""Photos as some phones send them."""

import io

import pillow_heif
from PIL import Image


def heic() -> bytes:
    """A photo as some phones take it."""
    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (30, 120, 60)).save(out, "HEIF")
    return out.getvalue()
