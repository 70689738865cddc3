"""What the engine says when it cannot or will not do a thing."""

FIT_FAULTS = (ValueError, TypeError, ArithmeticError, IndexError, NotImplementedError)
"""What estimators raise on rows from which they cannot learn; IndexError is LDA's where no column varies within a class."""


class Refusal(Exception):  # noqa: N818 - not an error of the program
    """A request that is declined in words for the user.

    `code` is one stable word for programs, `message` says what came and what was expected, `hint` what would work,
    `argument` which one of the request it is about.
    """

    def __init__(self, code: str, message: str, hint: str = "", *, argument: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.argument = argument
