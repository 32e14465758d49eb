"""After what pause a failure is tried again, and when it is given up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """The pause begins with `first` seconds and doubles up to `longest`.

    Without a number of attempts it is never given up.
    """

    first: float
    longest: float
    attempts: int | None = None

    def gives_up(self, failures: int) -> bool:
        return self.attempts is not None and failures >= self.attempts

    def pause(self, failures: int) -> float:
        """Tell how many seconds to wait after so many failures in a row."""
        return min(self.first * 2.0 ** min(failures - 1, 20), self.longest)


OUTAGES = RetryPolicy(first=0.5, longest=10)  # of Telegram or of the database
LETTERS = RetryPolicy(first=0.5, longest=30, attempts=8)  # that may have reached Telegram
ERRANDS = RetryPolicy(first=2, longest=600, attempts=8)
