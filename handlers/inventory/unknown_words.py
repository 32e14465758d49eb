"""Words that name nothing are noted for the office; of whom they came is not."""

from collections.abc import Sequence
from hashlib import blake2s

from domain.unknown_words import teachable
from handlers.conversation.kind import DeferredWork

NOTE_WORDS = "note-words"


def noting(words: Sequence[str]) -> Sequence[DeferredWork]:
    """Have the office asked about words that name nothing; the same ones once a conversation."""
    named = sorted({one for word in words if (one := teachable(word)) is not None})
    if not named:
        return ()
    key = blake2s("\n".join(named).encode(), digest_size=8).hexdigest()
    return [DeferredWork(NOTE_WORDS, key, {"words": named})]
