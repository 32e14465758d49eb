"""Money is integer cents; every rounding of the trade goes half up, away from zero."""

from decimal import ROUND_HALF_UP, Decimal

CENTS_PER_EURO = 100


def half_up(value: Decimal, places: int = 0) -> Decimal:
    """Round to `places` decimals, a half away from zero (-0.5 becomes -1)."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def to_cents(euros: Decimal) -> int:
    """Turn an amount in euros into whole cents, half up (-0.005 € is -1 cent)."""
    return int(half_up(euros * CENTS_PER_EURO))


def share_of(cents: int, share: Decimal) -> int:
    """Take a share (0.20 is 20 %) of an amount in cents, half up."""
    return int(half_up(cents * share))


def ceil_to(value: Decimal, step: Decimal) -> int:
    """Count the started steps in a value of at least 0: 31 by 20 is 2, 40 by 20 is 2."""
    whole, rest = divmod(value, step)
    return int(whole) + (1 if rest else 0)
