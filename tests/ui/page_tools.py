"""Pages drawn by AppTest on a real project: a small study, and what to press in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from qualcode import Project
from qualcode.ui.projects import close_all

HERE = "Nina"
NASTY = "**fet** <script>alert(1)</script> :red[x] $y$"
FIRST = (
    "Intervjuer: Hvordan gikk det?\nÅse: Jeg fikk håpet tilbake. Det tok tid.\n"
    "Intervjuer: Hvem hjalp?\nÅse: Søsteren min.\nIntervjuer: Takk.\n"
)
SECOND = "Intervjuer: Og nå?\nBerit: Nå bestemmer jeg selv. 🙂 Det er nytt.\n"


def drawn(page: str, project: Project, *, language: str = "en", **remembered: object) -> AppTest:
    """The page as a reader of `language` sees it first; `remembered` is what their session knows already."""

    def script(page: str, address: str, coder: str) -> None:
        from importlib import import_module

        from qualcode.ui import state
        from qualcode.ui.parts.notices import errors_in_words, show_notice
        from qualcode.ui.projects import seat

        state.begin()
        project = seat(address, coder) if address else None
        show_notice(project)
        with errors_in_words():
            import_module(f"qualcode.ui.pages.{page}").page(project)

    address = project.address if project else ""
    at = AppTest.from_function(script, args=(page, address, HERE), default_timeout=60)
    for name, value in {"lang": language, "project": address, **remembered}.items():
        at.session_state[f"qc:{name}"] = value
    return at.run()


def said(at: AppTest) -> str:
    """Every word on the page that is not in a widget."""
    assert not at.exception, at.exception[0].message
    blocks = [element.proto.body for element in at.get("html")]
    return "\n".join(
        [*blocks, *(element.value for kind in ("markdown", "text", "info") for element in at.get(kind))]
    )


def keys(at: AppTest, kind: str = "button") -> set[str]:
    """Keys of the widgets of one kind that are on the page."""
    return {element.key for element in at.get(kind)}


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """A project with nothing in it, in a person's own folder that has nothing else."""
    monkeypatch.setenv("QUALCODE_HOME", str(tmp_path / "home"))
    with Project.create(tmp_path / "studie.qualcode", name="Studie", coder=HERE) as made:
        yield made
    close_all()


@pytest.fixture
def study(empty: Project) -> Project:
    """Two interviews with attributes, three codes under one another, and three codings by two coders."""
    first, second = (
        empty.documents.add(n, t.encode()).document for n, t in (("Åse.txt", FIRST), ("Berit.txt", SECOND))
    )
    assert first and second
    empty.documents.set_attributes(first.id, {"site": "Oslo"})
    empty.documents.set_attributes(second.id, {"site": "Bergen"})
    hope = empty.codebook.create("Recovery/Håp", definition="Tro på at noe kan bli bedre.")
    power = empty.codebook.create("Medvirkning")
    at = FIRST.index("håpet")
    empty.codings.apply(first.id, hope.id, at, at + 13, memo="Se *her*")
    at = SECOND.index("bestemmer")
    empty.codings.apply(second.id, power.id, at, at + 9)
    empty.as_coder("Kari").codings.apply(second.id, hope.id, at, at + 19)
    return empty
