"""Forms are found by what is to be filled in; guides and letters are only asked about."""

import pytest
from region_texts import EN, NB, doubtful, sure

SURVEY = (
    "Vedlegg 2 Spørreskjema om bosted\n\n1. Hvor lenge har du bodd her?\n[ ] Under ett år\n[ ] 1–5 år\n[ ] Mer enn fem år\n\n"
    "2. Trives du?\n( ) Ja\n( ) Nei\n\n3. Hva ville du endret?\n..............................\n.............................."
)
TAGS = (
    '### Hvor bor du?\n\nI byen\t<input type="radio"/>\t1\nPå bygda\t<input type="radio"/>\t2\n\n'
    'Hva liker du?\t\nTorget\t<input type="checkbox"/> 1\nParken\t<input type="checkbox"/> 2\nAnnet, skriv her:\tOpen'
)
CONSENT = (
    "Appendix A: Consent form\n\nI have read the information sheet.\n\n☐ I agree to take part\n☐ I agree to be recorded\n\n"
    "Name: ______________________\nDate and signature: ______________________"
)
SIGNED = "Samtykkeerklæring\n\nJeg har fått vite hva det gjelder, og samtykker til:\n\n- å delta\n\n(Underskrift, sted og dato)"


@pytest.mark.parametrize("written", [SURVEY, TAGS, CONSENT])
def test_a_form_goes_from_its_heading_or_first_question_to_its_last_line(written: str) -> None:
    assert sure(f"{NB}\n\n{NB}\n\n{written}\n\n{NB}", format="md") == [written]


def test_a_consent_form_without_its_boxes_is_known_by_the_place_to_sign() -> None:
    assert sure(f"{NB}\n\n{SIGNED}\n\n{NB}") == [SIGNED]
    assert sure(f"{NB}\n\nSamtykke\n\n{NB}\n\n{NB}") == []


@pytest.mark.parametrize(
    "heading",
    [
        "Vedlegg 1 Intervjuguide",
        "Vedlegg 3\n\nInformasjonsskriv til deltakerne",
        "Appendix B: Interview guide",
    ],
)
def test_an_appendix_with_a_guide_or_a_letter_waits_for_a_person(heading: str) -> None:
    guide = f"{heading}\n\nHvordan kom du hit?\n\nHva er et godt sted for deg?\n\n{NB.strip()}"
    other = f"Vedlegg 9 Kart\n\n{NB}"
    read = f"{NB}\n\n{NB}\n\n{NB}\n\n{guide}\n\n{other}"
    assert doubtful(read) == [guide]
    assert sure(read) == []


def test_a_form_inside_a_doubtful_appendix_is_its_own_region() -> None:
    letter = f"Vedlegg 2 Informasjonsskriv\n\n{NB.strip()}"
    read = f"{NB}\n\n{NB}\n\n{letter}\n\n{SIGNED}"
    assert (doubtful(read), sure(read)) == ([letter], [SIGNED])


@pytest.mark.parametrize(
    "written",
    [
        "I: Hva heter du?\nR: Jeg heter ____ og bor i ____.\n" * 5,
        "I: Hva gjorde du?\nR: ____\nI: Og så?\nR: ____\nI: Ja?\nR: ____\n",
        f"Notater\n\n- [ ] ring Kari\n- [ ] bestill rom\n- [x] send brev\n\n{EN}",
        f"Hun var stille ........ lenge ........ før hun svarte.\nJa ........ kanskje.\nNei ........\n\n{NB}",
        f"○ et punkt\n\n{NB}\n\n☐ et til\n\n{NB}\n\n☐ og ett\n\n{NB}",
    ],
)
def test_talk_notes_and_prose_are_no_form(written: str) -> None:
    assert sure(written) == doubtful(written) == []
