"""A trained pipeline that the user has installed decides where sentences end; without one the rules do."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.language import sentence_spans
from qualcode.language.trained import pipeline
from qualcode.model.spans import Span

TEXT = "Ja, bl.a. det; og så  gikk vi hjem."
PACKAGE = """
import spacy

def load(exclude=()):
    made = spacy.blank("nb")
    made.add_pipe("sentencizer", config={"punct_chars": [";"]})
    return made
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A pipeline package that cuts at semicolons, installed as pip would."""
    package, told = tmp_path / "nb_core_test_sm", tmp_path / "nb_core_test_sm-1.0.dist-info"
    package.mkdir()
    told.mkdir()
    (package / "__init__.py").write_text(PACKAGE, "utf-8")
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: nb-core-test-sm\nVersion: 1.0\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    pipeline.cache_clear()
    yield
    pipeline.cache_clear()
    sys.modules.pop("nb_core_test_sm", None)


def words(language: str) -> list[str]:
    spans = sentence_spans(TEXT, [Span(0, len(TEXT))], language)  # type: ignore[arg-type]
    return [span.of(TEXT) for span in spans]


@pytest.mark.usefixtures("installed")
def test_an_installed_pipeline_decides_for_its_own_language_only() -> None:
    assert words("nb") == ["Ja, bl.a. det;", "og så  gikk vi hjem."]
    assert words("en") == [TEXT]


def test_without_a_pipeline_the_rules_decide() -> None:
    assert words("nb") == [TEXT]
