"""The sample projects: our own fictional interviews, coded by two coders, ready to look around in.

The material lies beside the package in a checkout (`corpora/`, `codebooks/`), inside it in an installation.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.i18n import N_

if TYPE_CHECKING:
    from qualcode.project.project import Project

STUDIES = {"nb": ("stien-videre", "recovery.yaml"), "en": ("second-path", "recovery-en.yaml")}
"""Folder of interviews and codebook of each sample, by language."""
FIRST_CODER = "Nina"
"""Who made the samples; one of the two who coded them."""
DOCUMENTS = (".txt", ".md", ".docx")
ATTRIBUTES = ("egenskaper.csv", "attributes.csv")
CODINGS = ("kodinger-*.csv", "codings*.csv")


def folder(kind: str) -> Path:
    """Where `corpora` or `codebooks` lie."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "samples" / kind
    return inside if inside.is_dir() else package.parent / kind


def fill(project: "Project", language: str) -> None:
    """Puts the sample of a language into an empty project, as one act by its first coder.

    It is hers, not the visitor's, so that the visitor's undo never takes the whole sample away.
    """
    project = project.as_coder(FIRST_CODER)
    study, book = STUDIES[language]
    corpus, codebook = folder("corpora") / study, folder("codebooks") / book
    files = sorted(path for path in corpus.iterdir() if path.suffix in DOCUMENTS)
    with project.together(N_("Made the sample project")):
        project.documents.add_all([(path.name, path.read_bytes()) for path in files])
        for table in (corpus / name for name in ATTRIBUTES):
            if table.exists():
                project.documents.import_attributes(table.name, table.read_bytes())
        project.codebook.import_file(codebook.name, codebook.read_bytes())
        for pattern in CODINGS:
            for table in sorted(corpus.glob(pattern)):
                project.codings.import_file(table.name, table.read_bytes())
