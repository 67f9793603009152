"""Five files and a table as a researcher may have them: a small study of a house by the sea, all of it made up."""

import sys
from io import BytesIO
from pathlib import Path
from textwrap import wrap

import docx

sys.path.insert(0, str(Path(__file__).parents[1] / "formats"))
from pdf_files import pages, shown

TALK = (
    "Mona: Fortell om den første gangen du kom til Naustet.",
    "Torhild: Jeg så lyset i vinduet en kveld i november, og så gikk jeg bare inn.",
    "Mona: Si litt om hva som møtte deg der.",
    "Torhild: En som sa at kaffen var varm. Det var nok, egentlig.",
    "Thorhild: Og så ble jeg sittende til de låste døra.",
    "Mona: Så var det dagen etter.",
    "Torhild: Da kom jeg tilbake. Det hadde jeg ikke trodd om meg selv.",
    "Mona: Takk for praten.",
)

FRONT = """Naustet
En rapport om et åpent hus

Innhold
1 Innledning .................. 1
1.1 Bakgrunn .................. 1
2 Det vi fant ................. 2
2.1 Å komme inn ............... 2
2.2 Å bli værende ............. 3
"""
BODY = """1 Innledning
Naustet åpnet dørene for første gang en høst, og siden har huset vært åpent hver dag, også i romjula og midt på sommeren. \
Denne rapporten bygger på samtaler med dem som bruker huset, og med dem som arbeider der. Samtalene fant sted over ett år, \
noen ved kjøkkenbordet og andre på en tur langs kaia.
1.1 Bakgrunn
Kommunen eide et tomt båthus ved kaia. Da noen spurte om å få låne det en vinter, var svaret ja, og vinteren ble til mange \
år. Det var ingen plan bak, men mye velvilje, og naboene kom med stoler, kopper og en gammel ovn. Den første tiden var det \
bare åpent når noen hadde nøkkelen med seg, og den som kom forgjeves, la igjen en lapp. Lappene henger ennå på veggen i \
gangen, og flere av dem er skrevet av folk som siden ble faste gjester. Etter hvert kom det også penger til strøm og
---
kaffe. I dag er huset drevet av en forening med et lite styre, som møtes når det er noe å bestemme.
2 Det vi fant
De vi snakket med, forteller om et sted der ingen spør hvorfor du kommer. Flere sier at det nettopp er derfor de blir. Huset \
har få regler, og de som finnes, har gjestene laget selv: Den som koker kaffe, spør om flere vil ha, og den som går sist, \
slår av lyset. Regelen om at ingen skal spørre hva andre feiler, står ikke noe sted, men den er den eneste som alle vi har \
snakket med, nevnte av seg selv.
2.1 Å komme inn
Terskelen er lav i bokstavelig forstand: Døra går rett ut på kaia, og den står som regel på gløtt. Likevel er det mange som \
har gått forbi noen ganger før de våget seg inn. En kvinne fortalte at hun hadde hund med seg i tre uker for å ha et ærend. \
Andre kom første gang sammen med noen de kjente, eller fordi det regnet. Felles for dem er at ingen spurte dem ut, og at \
kaffen ble satt fram uten at noen sa noe om det. De som har vært der lenge, husker ofte sin egen første dag, og de som
---
arbeider der, har lært seg å vente. En av dem sier at hun aldri går ut for å hente noen.
2.2 Å bli værende
Noen kommer hver dag, andre når været er dårlig. Det de har til felles, er at de regner huset som sitt. De vasker, lager mat \
og maler båter, og de bestemmer selv hva som skal gjøres først. Om vinteren blir det satt opp et langbord, og da er det \
sjelden en stol som står tom. En mann sa at han hadde sluttet å telle dagene, og at det var et godt tegn. Han har fått \
ansvaret for ovnen, og det tar han alvorlig. Om våren flytter han ut på brygga, der han skraper og tjærer sammen med to \
andre som sjelden sier stort. Når båtene er på vannet, er det fest, og hele nabolaget kommer. Den dagen er det ingen som \
spør hvem som er gjest, og hvem som er vert. Barna får ro så langt de tør, og de eldste sitter i solveggen \
og teller årer. Slik vil de at det skal være resten av året også, sier styret, og det er \
kanskje det nærmeste huset kommer en formålsparagraf.
"""
"""Paragraphs, headings, and `---` where a page ends in the middle of a sentence."""


def report() -> bytes:
    """A report as text: lines cut at the margin, a page number below each page."""
    printed = []
    for number, page in enumerate(BODY.split("---\n"), 1):
        lines = [
            line
            for paragraph in page.splitlines()
            for line in (*wrap(paragraph, 72), *[""] * ("." in paragraph[5:]))
        ]
        printed.append("\n".join(lines).strip() + f"\n\n{number}\n")
    return (FRONT + "\n" + "\n".join(printed)).encode()


CHAPTER = """# Kapittel 5: Å høre til

Informantene beskriver huset som **et sted å høre til**, og ikke som et *tiltak*.

## Lyset i vinduet

Torbjørn forteller hvordan det var å stå utenfor den første gangen:

«Jeg sto der og tenkte at de sikkert kjente hverandre alle sammen, men så kom det en ut og spurte om jeg frøs.»

For **flere** av dem er det nettopp det å bli spurt som gjør forskjellen. Solveig sier det slik:

«Det var ingen som ville ha noe av meg. De ville bare at jeg skulle få sitte der, og det var nytt for meg.»

## Oppsummering

Å høre til er noe som **gjøres**, ikke noe en har.
"""

CAPTIONS = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Intervjuer>Hva gjør dere på en vanlig dag?</v>

00:00:04.500 --> 00:00:09.000
<v Torbjørn>Vi setter på kaffen, og så ser vi hvem som kommer.</v>

00:00:09.500 --> 00:00:13.000
<v Torbjørn>Noen dager er vi to, andre dager er vi tjue.</v>

00:00:13.500 --> 00:00:15.000
<v Intervjuer>Og så?</v>

00:00:15.500 --> 00:00:19.000
<v Torbjørn>Så spiser vi sammen klokka tolv. Det er det viktigste.</v>
"""

NOTES = (
    (
        "Notater fra et besøk",
        "",
        "Det regner da jeg kommer. To menn står under",
        "takutstikket og flytter seg for å slippe meg forbi.",
    ),
    ("Inne er det varmt. Noen har satt fram brød og", "brunost, og en radio står på i bakgrunnen."),
)

ATTRIBUTES = """dokument;innhentet;sted;ansvarlig
Intervju Torhild;2024-11-05;Naustet;MK
Rapport;2023-06-30;Naustet;Foreningen
Kapittel 5.md;2025-02-11;Naustet;MK
Gruppe.vtt;2024-11-12;Kaia;MK
Intervju Bjarne;2024-11-19;Kaia;MK
"""


def transcript() -> bytes:
    """A transcript as Word saves it, in which one speaker's name is spelled in two ways."""
    document = docx.Document()
    document.add_heading("Intervju med Torhild", 1)
    for line in TALK:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def study() -> dict[str, bytes]:
    """The files by name, in the order in which they are dropped."""
    return {
        "Egenskaper.csv": ATTRIBUTES.encode(),
        "Intervju Torhild.docx": transcript(),
        "Rapport.txt": report(),
        "Kapittel 5.md": CHAPTER.encode(),
        "Gruppe.vtt": CAPTIONS.encode(),
        "Notater.pdf": pages(*(shown(*lines) for lines in NOTES)),
    }
