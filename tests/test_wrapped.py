"""Line ends that only a width asks for, and those that mean something."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from kg.wrapped import unwrapped

STORY = (
    "The foreign minister of Kenya met her Ugandan counterpart in Arusha on Monday and agreed to reopen the border, "
    "which Uganda had closed in May. Both sides will meet again in Nairobi next week, officials said. "
    "President William Ruto is expected to visit Kampala in July."
)


def test_a_text_broken_at_a_width_is_as_one_line() -> None:
    for width in (50, 65, 72, 80):
        assert unwrapped("Ministers agree\n\n" + textwrap.fill(STORY, width)) == "Ministers agree\n\n" + STORY


def test_paragraphs_and_the_headline_stay_apart() -> None:
    text = f"Ministers agree\n{textwrap.fill(STORY, 60)}\n\n{textwrap.fill(STORY, 60)}\n"
    assert unwrapped(text) == f"Ministers agree\n{STORY}\n\n{STORY}\n"


def test_a_longer_headline_stays_apart() -> None:
    head = "Ministers of Kenya and Uganda agree in Arusha to reopen the border, officials say"
    assert unwrapped(f"{head}\n{textwrap.fill(STORY, 60)}") == f"{head}\n{STORY}"


def test_windows_line_ends_leave_all_offsets() -> None:
    text = textwrap.fill(STORY, 60).replace("\n", "\r\n")
    assert unwrapped(text) == text.replace("\r\n", "  ")


def test_lists_headlines_and_paragraphs_stay_as_they_are() -> None:
    for text in (
        STORY,
        f"Ministers agree\n{STORY}\n{STORY}",
        "Kenya recalls its envoy to Uganda\nUganda closes the border with Kenya after talks fail\nTalks in Arusha\n"
        "Ruto to visit Kampala in July, his office says\nMinisters meet",
        "\n".join(
            f"- {word} is expected to attend the talks in Arusha next week" for word in ("Ruto", "She", "He", "It")
        ),
        "",
        "\n\n\n",
    ):
        assert unwrapped(text) == text


@given(st.text(alphabet="ab .\n\r-", max_size=400), st.integers(20, 110))
def test_no_offset_moves(text: str, width: int) -> None:
    for one in (text, textwrap.fill(text, width)):
        found = unwrapped(one)
        assert len(found) == len(one)
        assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(one, found, strict=True))
