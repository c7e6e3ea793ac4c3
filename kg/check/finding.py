"""What a check finds wrong: the rule, what breaks it, and where."""

from kg.model import Value


class Finding(Value, frozen=True):
    """One violation: `subject` is the id or the short name of the thing that breaks the rule, where one is known."""

    rule: str
    file: str
    line: int | None
    subject: str
    message: str
