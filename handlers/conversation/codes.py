"""Codes of buttons that every question may have; no option of a kind may use them."""

BACK = "back"
CANCEL = "cancel"
KEEP = "keep"
SKIP = "skip"
USUAL = "usual"
ENOUGH = "enough"
DONE = "done"
