"""Word lists: a bag of words written as one string, so that a list of two hundred stays readable."""


def bag(words: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(words.split())
