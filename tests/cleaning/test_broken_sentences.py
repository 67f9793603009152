"""Sentences that a page cut are whole again; lead-ins, quotations and headings stay where they end."""

import textwrap

import pytest

from qualcode.cleaning import Draft
from qualcode.cleaning.broken_sentences import BrokenSentences
from qualcode.model.cleaning import CleanText, cleaned

LONG = "Det er mange som sier at de har fått det bedre etter at de kom i gang, "


def clean(read: str, format: str = "txt") -> CleanText:
    draft = Draft(read, "nb", format)
    draft.pass_through(BrokenSentences())
    return cleaned(read, draft.cleaning)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"{LONG}og de fleste av dem", "kommer tilbake. Slik er det."),
        (f"«{LONG}og så snakker man om", "ettervern uten å si hva det er.»"),
        (f"- {LONG}særlig når de", "har noen med seg."),
        (f"{LONG}skriver Dahl og Moe", "(2017), som har fulgt dem."),
        (f"{LONG}og bolig (Dahl & Moe", "2021:15). Mer her."),
        (f"{LONG}(12 av 30)", "og de fleste er fornøyd."),
        (f"Oslo er Oslo. I Oslo ble det. {LONG}som i", "Oslo og andre byer."),
        (f"Det heter «{LONG}sa hun", "» og ikke noe annet."),
        ("Huset vårt har åpent hver dag for", "alle som vil komme."),
        (f"{LONG}og en av dem sa", "at han hadde ventet lenge. Det var alt."),
        (f"{LONG}og hun forteller", "hvordan det var å være ny."),
    ],
)
def test_a_sentence_cut_by_a_page_is_joined(above: str, below: str) -> None:
    gap = "" if below.startswith("»") else " "
    assert clean(f"{above}\n\n\n{below}\n").text == f"{above}{gap}{below}\n"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"{LONG}en av dem sa det slik", "jeg tror ikke det går an å si."),
        (f"{LONG}og på nettsidene står det", "tidgivere er vanlige folk."),
        (f"{LONG}hun sier det slik,", "«Alle trenger noen å ringe til.»"),
        (f"{LONG}som god medvirkning,", "«Det er godt å bli spurt.»"),
        (f"{LONG}Sitatet viser dette;", "det går seg til."),
        (f"{LONG}Her er det du som styrer", "Et annet ord er håp."),
        (f"{LONG}og slik blir det.", "men det er ikke alt."),
        ("Ettervern og aktiviteter", "oppfølging over tid"),
        (f"{LONG}med og uten det", "- et punkt i en liste"),
        (f"{LONG}og de fleste av\tdem", "kommer igjen."),
        (f"{LONG}og de fleste av dem", "Jonas: kommer igjen."),
        (f"{LONG}og det i", "Drøm om noe annet."),
        ("Adresse, telefon .......... 12", "og så videre"),
    ],
)
def test_what_only_looks_like_a_cut_sentence_stays_in_two(above: str, below: str) -> None:
    read = f"{above}\n\n{below}\n"
    assert clean(read).text == read


def test_lines_that_follow_each_other_are_not_joined_where_lines_are_paragraphs() -> None:
    read = f"{LONG}og de fleste av dem\nkommer tilbake.\n"
    assert clean(read).text == read


def test_a_small_letter_tells_nothing_where_all_begin_with_one() -> None:
    answers = [
        f"{LONG}og de ser meg",
        "fint at det er gratis.",
        f"{LONG}som før",
        "vet ikke.",
        "bra",
        "ok.",
    ] * 4
    read = "\n\n".join(answers)
    assert clean(read).text == read


def test_subtitles_stay_as_they_are_cut() -> None:
    read = f"{LONG}og de\n\nfleste kom.\n"
    assert clean(read, "vtt").text == read


PARAGRAPHS = [
    "Prosjektet varte i tre år og samlet folk fra hele byen som ville noe nytt. De fleste kjente ingen da de kom, og "
    "mange sa senere at det var derfor de ble. I det siste året kom det flere enn noen gang før.",
    "Funn fra intervjuene",
    "Det viktigste de fortalte, var at noen hadde tid. Hver uke møttes de ute, gikk en tur eller drakk kaffe, og etter "
    "hvert snakket de om annet enn det som var vanskelig. Det tok tid, men det gikk.",
    "• Åpent hus på onsdager med mat og kaffe for alle som vil komme innom og hilse på de andre som er der",
    "• Turer på lørdager, når været er til det og noen har lyst til å gå i skogen sammen med en som kjenner veien",
    "Ingen av dem ville tilbake dit de kom fra. Noen hadde fått arbeid, andre hadde begynt på skole igjen, og alle hadde "
    "noen å ringe til når det røynet på om kvelden og natten ble lang.",
]


def wrapped(between_lines: str, between_paragraphs: str, width: int = 72) -> str:
    return between_paragraphs.join(between_lines.join(textwrap.wrap(p, width)) for p in PARAGRAPHS) + "\n"


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize(
    ("lines", "paragraphs"), [("\n", "\n\n"), (" \n\n", "  \n\n"), (" \n\n", " \n \n\n")]
)
def test_paragraphs_cut_into_lines_are_put_together(lines: str, paragraphs: str, width: int) -> None:
    found = clean(wrapped(lines, paragraphs, width)).text
    assert [line.strip() for line in found.split("\n") if line.strip()] == PARAGRAPHS
    assert found == paragraphs.join(PARAGRAPHS) + "\n"


def test_a_text_box_at_the_foot_of_a_page_goes_behind_the_paragraph_it_interrupts() -> None:
    lines = wrapped(" \n\n", "  \n\n").rstrip("\n").split(" \n\n")
    cut = next(index for index, line in enumerate(lines) if line.startswith("Det viktigste")) + 1
    box = "«Jeg gikk ut,\n\nså kom vinteren og alt stod stille»\n\nDeltaker i huset\n "
    assert lines[cut][0].islower()
    found = clean(" \n\n".join([*lines, " ", *lines[:cut], box + lines[cut], *lines[cut + 1 :]])).text
    kept = [line.strip() for line in found.split("\n") if line.strip()]
    assert kept == [
        *PARAGRAPHS,
        *PARAGRAPHS[:3],
        "«Jeg gikk ut, så kom vinteren og alt stod stille»",
        "Deltaker i huset",
        *PARAGRAPHS[3:],
    ]


def test_a_speaker_begins_a_turn_also_where_lines_are_cut() -> None:
    turns = [
        f"Åse: {PARAGRAPHS[0]}",
        f"Intervjuer: {PARAGRAPHS[2]}",
        f"Åse: {PARAGRAPHS[5]}",
        f"Intervjuer: {LONG}ja.",
    ]
    found = clean("\n".join("\n".join(textwrap.wrap(turn, 72)) for turn in turns)).text
    assert found.split("\n") == turns


def test_where_lines_draw_closer_another_paragraph_begins() -> None:
    first, second = PARAGRAPHS[0], PARAGRAPHS[5]
    width = next(w for w in range(60, 120) if len(textwrap.wrap(first, w)[-1]) >= w - 1)
    far, near = " \n\n".join(textwrap.wrap(first, width)), " \n".join(textwrap.wrap(second, width))
    more = " \n\n".join(textwrap.wrap(PARAGRAPHS[2], width))
    assert clean(f"{more}  \n\n{far} \n\n{near}\n").text == f"{PARAGRAPHS[2]}  \n\n{first} \n\n{second}\n"
    assert clean(
        f"{more}  \n\n{far} \n\n{near}\n".replace(" \n", " \n\n").replace("\n\n\n", "\n\n")
    ).text.count(f"{first} {second}")
