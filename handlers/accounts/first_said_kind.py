"""What a newcomer says before they said who they are: kept beside the questions, asked by none."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from handlers.accounts.first_words import FEWEST_WORDS, LONGEST_NOTE, MOST_FILES
from handlers.context.sent_files import file_of
from handlers.conversation.given import Given, Typed
from handlers.conversation.kind import Facts, Json, Kind, Rejected, reject
from handlers.conversation.kinds import Told
from handlers.conversation.kinds.files import BIGGEST, load_files
from handlers.conversation.kinds.text import clean
from handlers.words.catalogue import Say


class FirstSaid(Kind[Told]):
    """Words sent at the first question, and files sent at any."""

    expects = "text"

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        return self.unexpected(given)

    def keeps(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        kept: dict[str, Any] = before if isinstance(before, dict) else {"text": "", "files": []}
        if isinstance(given, Typed):
            words = clean(given.text, multiline=True)
            if facts.trail or len(words.split()) < FEWEST_WORDS:
                return None  # later words answer a question, fewer are a greeting
            return {**kept, "text": f"{kept['text']}\n{words}".strip()[:LONGEST_NOTE]}
        file = file_of(given)
        if file is None or file.unique_id in {one["unique_id"] for one in kept["files"]}:
            return None if file is None else kept
        if file.size > BIGGEST:
            return reject("file-too-big", most=BIGGEST // 1_000_000)
        return {**kept, "files": [*kept["files"], asdict(file)][:MOST_FILES]}

    def load(self, raw: Json) -> Told | Rejected:
        files = load_files(raw.get("files")) if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or files is None:
            return reject("expected-text", got="other")
        return Told(str(raw.get("text", "")), files)

    def reopen(self, raw: Json) -> Json:
        return raw

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        told = self.load(raw)
        if isinstance(told, Rejected):
            return ""
        files = say.plain("files-shown", count=len(told.files)) if told.files else ""
        return " · ".join(one for one in (told.text, files) if one)

    def attributes(self) -> Sequence[str]:
        return ()
