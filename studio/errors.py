"""The two ways a step may end early that are not bugs: a sentence for the person, and a cancel."""


class PersonError(Exception):
    """Something the person can mend. The message says what is wrong, where, and what to do.

    Every other exception is a bug and is reported as one.
    """


class Cancelled(Exception):
    """The person asked for the work to stop; raised by `Work.check`, never shown as a failure."""
