"""A document with everything that can lie over a text, its parts written by hand."""

from qualcode import Project
from qualcode.model.layers import Emphasis, Note, Page, Quote, Region, Stretch
from qualcode.model.structure import Structure, to_plain
from qualcode.project import importing
from qualcode.project.shaping import packed

NAME = "Rapport.txt"
WORDS = (
    "Rapport om håp 🙂\n"
    "\n"
    "Innhold\n"
    "Om å høre til 🙂 .... 2\n"
    "Om håp .... 47\n"
    "\n"
    "Det var 🙂 rart å høre til, sa de fleste. Noen bar på m̄inner 👩‍👩‍👧 som var tunge å bære.\n"
    "Så kom dagen da alt ble nytt, og den første siden var lest til ende.\n"
    "\n"
    "Jeg måtte lære å håpe på nytt.\n"
    "Det tok tid, men det kom.\n"
    "\n"
    "The service was called “håp” by those who used it.\n"
    "\n"
    "Hansen, Å. (2019). Håp 🙂 og tid. Forlaget.\n"
    "Åsen, E. (2020). Tid.\n"
)
TEXT = WORDS + "".join(f"\nDag {day} gikk også, på et vis, med håp og kaffe.\n" for day in range(3, 120))
NOTES = {"1": "Se Hansen (2019) – 🙂.", "2": "Med forbehold."}


def spot(words: str) -> tuple[int, int]:
    """Where `words` stand."""
    start = TEXT.index(words)
    return start, start + len(words)


def _structure(found: Structure) -> Structure:
    lines = [line for line in WORDS.split("\n") if line]
    return Structure(
        paragraphs=found.paragraphs,
        sentences=found.sentences,
        pages=(Page(0, "1"), Page(spot("og den første")[0], "47"), Page(spot("\nDag 90")[0], "48")),
        excluded=(
            Region("contents", spot("Innhold")[0], spot("Om håp .... 47")[1], 1.0, "contents:1"),
            Region("references", spot("Hansen, Å.")[0], spot(lines[-1])[1], 1.0, "references:1"),
            Region("something-new", *spot("Dag 100 gikk"), 1.0, "other:1"),
        ),
        emphasis=(
            Emphasis(*spot("🙂 rart å høre"), "bold"),
            Emphasis(*spot("høre til, sa"), "italic"),
            Emphasis(*spot("m̄inner 👩‍👩‍👧"), "underline"),
            Emphasis(*spot("Håp 🙂"), "italic"),
        ),
        notes=(
            Note(spot(" sa de fleste")[0], "1", NOTES["1"]),
            Note(spot("tunge å bære.")[1], "2", NOTES["2"]),
            Note(spot("Så kom dagen")[0], "", "Uten tall."),
        ),
        quotes=(
            Quote(spot("Jeg måtte")[0], spot("men det kom.")[1], "Anne"),
            Quote(*spot("“håp”")),
        ),
        languages=(Stretch(*spot("The service was called “håp” by those who used it."), "en"),),
    )


def layered(address: str) -> str:
    """A project with that document, and three codes."""
    with Project.create(address, name="Studie", coder="Nina") as project:
        document = project.documents.add(NAME, TEXT.encode(), clean="off").document
        assert document and project.documents.text(document.id) == TEXT
        for path in ("Håp", "Makt", "Tid"):
            project.codebook.create(path)
        parts = packed(to_plain(_structure(project.documents.structure(document.id))))
        with project.store.writing(project.coder.id, "test", "Laid it out by hand") as act:
            sha = project.store.keep(act.connection, parts)
            act.update("document", importing.row_of(act, document), structure_sha=sha)
        return project.address
