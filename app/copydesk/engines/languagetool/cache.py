"""What LanguageTool said of paragraphs lately, so that only those that changed are sent again."""

from __future__ import annotations

import sys
from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from copydesk.engines.base import EngineMatch

_DIGEST: Final = 16  # bytes: two paragraphs never share one
_ENTRY: Final = 300  # bytes of an entry's key, links and tuple
_FIELDS: Final = 300  # bytes of a match without its texts


class ParagraphCache:
    """Matches by paragraph, the oldest forgotten first; holds no text but what matches quote.

    For one event loop; offsets are from the start of the paragraph.
    """

    def __init__(self, most_bytes: int) -> None:
        """Start empty; nothing is kept beyond `most_bytes`."""
        self._most: Final = most_bytes
        self._kept: Final[OrderedDict[bytes, tuple[int, tuple[EngineMatch, ...]]]] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        """Return how many paragraphs are known."""
        return len(self._kept)

    @staticmethod
    def key(paragraph: str, *asked: str) -> bytes:
        """Return the digest of a paragraph and of what else the answer depends on."""
        digest = blake2b("\x00".join(asked).encode(), digest_size=_DIGEST)
        digest.update(b"\x00\x00")
        digest.update(paragraph.encode())
        return digest.digest()

    def get(self, key: bytes) -> tuple[EngineMatch, ...] | None:
        """Return the matches of a paragraph, None where it isn't known."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[1]

    def put(self, key: bytes, matches: tuple[EngineMatch, ...]) -> None:
        """Keep the matches of a paragraph."""
        self._forget(key)
        size = _ENTRY + sum(map(_size, matches))
        if size > self._most:
            return
        self._kept[key] = (size, matches)
        self.bytes += size
        while self.bytes > self._most:
            self._forget(next(iter(self._kept)))

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self.bytes = 0

    def _forget(self, key: bytes) -> None:
        found = self._kept.pop(key, None)
        if found is not None:
            self.bytes -= found[0]


def _size(match: EngineMatch) -> int:
    """Return about how many bytes a match takes: its texts are most of it."""
    texts = (match.message, match.short_message, match.context_sentence, *match.replacements)
    return _FIELDS + sum(map(sys.getsizeof, texts))
