"""The two ways a step may end early that are not bugs: a sentence for the person, and a cancel."""


class PersonError(Exception):
    """Something the person can mend. The message says what is wrong, where, and what to do.

    Every other exception is a bug and is reported as one.
    """


class Unfit(PersonError):
    """An engine that a tool's `settle` chose cannot do it after all: its model does not load, its server is gone.

    The step is settled once more: where `settle` has heard of it and "auto" now chooses another engine, that one makes
    it, under a key of its own; else the message is the step's failure.
    """


class Cancelled(Exception):
    """The person asked for the work to stop; raised by `Work.check`, never shown as a failure."""
