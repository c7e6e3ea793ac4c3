"""Numbers of things in words: 1 document, 2 documents."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun; `many` where the plural is not made with an s."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
