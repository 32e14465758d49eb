"""Pictures to send: tiny ones for tests, drawn rooms with furniture for the page."""

from __future__ import annotations

import functools
import io
import random

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]


@functools.cache
def small_picture(number: int) -> bytes:
    """A real JPEG of some 600 bytes, another one for every number."""
    shade = (37 * number % 200 + 40, 91 * number % 200 + 40, 53 * number % 200 + 40)
    image = Image.new("RGB", (64, 48), shade)
    ImageDraw.Draw(image).rectangle((8, 8, 20 + number % 30, 40), fill=(250, 250, 250))
    return _jpeg(image, 80)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


WALLS: tuple[Colour, ...] = ((226, 220, 208), (205, 214, 216), (231, 225, 216), (214, 206, 196))
FLOORS: tuple[Colour, ...] = ((150, 118, 88), (120, 122, 124), (168, 140, 106), (98, 92, 86))
WOOD: tuple[Colour, ...] = ((139, 98, 62), (176, 132, 86), (92, 66, 46), (203, 176, 138))
METAL: tuple[Colour, ...] = ((118, 128, 136), (74, 82, 92), (160, 166, 170))
CLOTH: tuple[Colour, ...] = ((66, 92, 120), (134, 62, 58), (72, 104, 84), (88, 84, 112))
SIZE = (1280, 960)
HORIZON = 560


def room_picture(seed: int, *, emptied: bool = False) -> bytes:
    """A JPEG of a room to clear, another one for every seed; emptied, the same room is bare."""
    chance = random.Random(seed)  # noqa: S311 - pictures, not secrets
    image = Image.new("RGB", SIZE, chance.choice(WALLS))
    draw = ImageDraw.Draw(image)
    _room(draw, chance)
    if emptied:
        return _jpeg(image, 82)
    spots = [70, 480, 890]
    chance.shuffle(spots)
    for left in sorted(spots[: chance.randint(2, 3)]):
        chance.choice(FURNITURE)(draw, chance, left + chance.randint(-30, 30))
    return _jpeg(image, 82)


def _room(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    floor = chance.choice(FLOORS)
    draw.rectangle((0, HORIZON, *SIZE), fill=floor)
    for n in range(1, 9):
        y = HORIZON + n * n * 6
        draw.line((0, y, SIZE[0], y), fill=_shade(floor, -14), width=2)
    draw.rectangle((0, HORIZON - 16, SIZE[0], HORIZON), fill=(240, 238, 232))
    if chance.random() < 0.6:
        left = chance.randint(100, 900)
        draw.rectangle((left, 90, left + 260, 340), fill=(198, 222, 238), outline="white", width=14)
        draw.line((left + 130, 90, left + 130, 340), fill="white", width=10)


def _shade(colour: Colour, by: int) -> Colour:
    red, green, blue = (min(max(part + by, 0), 255) for part in colour)
    return red, green, blue


def _shadow(draw: ImageDraw.ImageDraw, left: int, right: int, foot: int) -> None:
    draw.ellipse((left - 10, foot - 14, right + 10, foot + 18), fill=(70, 62, 54))


def _desk(draw: ImageDraw.ImageDraw, chance: random.Random, left: int) -> None:
    colour, foot = chance.choice(WOOD), chance.randint(720, 820)
    top = foot - 210
    _shadow(draw, left, left + 360, foot)
    for leg in (left + 12, left + 330):
        draw.rectangle((leg, top, leg + 18, foot), fill=_shade(colour, -40))
    draw.rectangle((left + 230, top + 30, left + 340, foot - 30), fill=_shade(colour, -18))
    for drawer in range(3):
        y = top + 48 + drawer * 46
        draw.line((left + 262, y, left + 308, y), fill=_shade(colour, -70), width=6)
    draw.rectangle((left, top, left + 360, top + 26), fill=colour)
    if chance.random() < 0.5:
        draw.rectangle((left + 60, top - 120, left + 210, top - 22), fill=(38, 42, 48))
        draw.rectangle((left + 122, top - 22, left + 148, top), fill=(60, 64, 70))


def _chair(draw: ImageDraw.ImageDraw, chance: random.Random, left: int) -> None:
    colour, foot = chance.choice(CLOTH), chance.randint(740, 880)
    _shadow(draw, left + 30, left + 210, foot)
    draw.line((left + 120, foot - 150, left + 120, foot - 26), fill=(50, 52, 56), width=18)
    for end in (left + 40, left + 120, left + 200):
        draw.line((left + 120, foot - 40, end, foot), fill=(50, 52, 56), width=14)
    draw.rounded_rectangle((left + 24, foot - 190, left + 216, foot - 146), 20, fill=colour)
    draw.rounded_rectangle(
        (left + 44, foot - 400, left + 196, foot - 200), 26, fill=_shade(colour, 14)
    )


def _cupboard(draw: ImageDraw.ImageDraw, chance: random.Random, left: int) -> None:
    colour, foot = chance.choice(METAL + WOOD), chance.randint(650, 730)
    top = foot - chance.randint(360, 460)
    _shadow(draw, left, left + 270, foot)
    draw.rectangle((left, top, left + 270, foot), fill=colour, outline=_shade(colour, -46), width=6)
    draw.line((left + 135, top, left + 135, foot), fill=_shade(colour, -46), width=6)
    for handle in (left + 116, left + 150):
        draw.line((handle, foot - 240, handle, foot - 190), fill=_shade(colour, -80), width=8)


def _shelf(draw: ImageDraw.ImageDraw, chance: random.Random, left: int) -> None:
    colour, foot = chance.choice(WOOD + METAL), chance.randint(660, 740)
    _shadow(draw, left, left + 300, foot)
    draw.rectangle((left, foot - 440, left + 300, foot), fill=_shade(colour, -56))
    for n in range(4):
        top = foot - 440 + n * 108
        at = left + 18
        while at < left + 250:
            wide, tall = chance.randint(18, 46), chance.randint(40, 84)
            box = (at, top + 104 - tall, at + wide, top + 104)
            draw.rectangle(box, fill=chance.choice(CLOTH + WALLS))
            at += wide + 6
        draw.rectangle((left, top + 100, left + 300, top + 112), fill=colour)
    draw.rectangle((left, foot - 448, left + 300, foot), outline=colour, width=12)


def _boxes(draw: ImageDraw.ImageDraw, chance: random.Random, left: int) -> None:
    foot = chance.randint(760, 880)
    _shadow(draw, left, left + 280, foot)
    for n in range(chance.randint(2, 4)):
        x, y = left + (n % 2) * 130 + chance.randint(-8, 8), foot - 110 - (n // 2) * 112
        draw.rectangle(
            (x, y, x + 126, y + 110), fill=(188, 148, 100), outline=(140, 104, 64), width=4
        )
        draw.rectangle((x + 50, y, x + 76, y + 110), fill=(214, 186, 142))


def _sofa(draw: ImageDraw.ImageDraw, chance: random.Random, left: int) -> None:
    colour, foot = chance.choice(CLOTH), chance.randint(740, 840)
    _shadow(draw, left, left + 380, foot)
    draw.rounded_rectangle(
        (left + 20, foot - 250, left + 360, foot - 80), 34, fill=_shade(colour, -12)
    )
    draw.rounded_rectangle(
        (left + 40, foot - 150, left + 340, foot - 40), 22, fill=_shade(colour, 16)
    )
    for arm in (left, left + 320):
        draw.rounded_rectangle((arm, foot - 190, arm + 62, foot - 30), 24, fill=colour)


FURNITURE = (_desk, _chair, _cupboard, _shelf, _boxes, _sofa)
