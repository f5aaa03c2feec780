"""How the names of a film are said, for its voices."""

from pipelines.speech import names
from studio.errors import PersonError
from studio.kinds import Text
from studio.work import Work


def pronounce(words: list[str], *, work: Work) -> Text:
    """Tell the voices how names and words are said that no dictionary knows.

    Each is "word: how it is said", by a respelling, syllables joined by hyphens and the stressed one in capitals
    ("Tomas: TOH-mahss", "GIF: jif"), or in IPA between slashes ("Siobhan: /ʃɪˈvɔːn/"). Captions keep the word as
    written. Give the list to `speak` as its pronunciation. Raises PersonError naming every entry that cannot be said.

    Args:
        words: The words, each with its pronunciation.
    >>> names = pronounce(words=["Tomas: TOH-mahss", "Siobhan: /ʃɪˈvɔːn/"])
    """
    lines = [line for entry in words for line in entry.splitlines()]
    if not names.read(lines).said:
        raise PersonError('There is no word to pronounce. Write one such as words=["Tomas: TOH-mahss"].')
    made = work.path("names.txt")
    made.write_text("\n".join(line.strip() for line in lines if line.strip()) + "\n", encoding="utf-8")
    return Text(made)
