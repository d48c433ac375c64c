"""Every text is there in every language, fits its English, and claims no more than that."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.scripts import script

CLAIMS = {
    "de": r"heil(t|en|ung)\b|einrenk|instabile[sn]? Gelenk|behandel|diagnosti|\brepar|garantier",
    "es": r"\bcura\w*|realinea|recoloca|articulaci\w+ inestable|\btrata(r|miento)\b|diagnosticar"
    r"|\barregla|garantiza",
}
"""What no translation may promise; the English has its own list in content.wording."""

QUOTED = re.compile("[„“«\u201c][^“”»\u201d]*[“”»\u201d]")
"""Words between quotes are talked about, not claimed."""


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    return script("translations")


def said(module: ModuleType, language: str) -> Iterator[str]:
    for message in module.read(language):
        if message.id:
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            yield from strings


@pytest.mark.parametrize("language", ["de", "es"])
def test_no_text_is_missing_or_lost_a_value(translations: ModuleType, language: str) -> None:
    assert list(translations.faults(language)) == []


@pytest.mark.parametrize("language", ["de", "es"])
def test_no_translation_makes_a_claim(translations: ModuleType, language: str) -> None:
    claim = re.compile(CLAIMS[language], re.IGNORECASE)
    texts = [QUOTED.sub("", text) for text in said(translations, language)]
    assert [text for text in texts if claim.search(text) or "!" in text] == []


def test_a_missing_text_and_a_lost_value_are_found(
    translations: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "LOCALE", tmp_path)
    catalog = translations.template()
    texts = [message for message in catalog if message.id]
    for message in texts:
        message.string = message.id
    with_value = next(message for message in texts[1:] if "{" in str(message.id))
    with_value.string = "ohne Wert"
    texts[0].string = ""
    translations.write("de", catalog)
    assert len(list(translations.faults("de"))) == 2
