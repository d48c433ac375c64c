"""The user guide of docs/, made ready to be read where its pictures and other files are not."""

import re

# a paragraph that has nothing but pictures and links to other files
_ELSEWHERE = re.compile(r"(?:!?\[[^\]]*\]\([^)]*\)\.?\s*)+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def without_links(markdown: str) -> str:
    """Return a text with the words of its links, and without paragraphs that only point away."""
    paragraphs = markdown.split("\n\n")
    kept = (text for text in paragraphs if not _ELSEWHERE.fullmatch(text.strip()))
    return _LINK.sub(r"\1", "\n\n".join(kept))
