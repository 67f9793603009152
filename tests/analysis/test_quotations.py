"""Quotations: the same words under the same code stand once, however many coders found them."""

from qualcode import Project
from qualcode.analysis.quotations import merged


def test_two_coders_on_the_same_words_make_one_quotation_with_both_memos(coded: Project) -> None:
    code = coded.codebook.get("Recovery/Håp").id
    coded.codings.apply("Åse.txt", code, 19, 30, memo="Se også 05")
    coded.as_coder("Kristian").codings.apply("Åse.txt", code, 19, 30, memo="Enig")
    coded.as_coder("Kristian").codings.apply("Åse.txt", code, 19, 31)
    one, other = merged(coded.codings.excerpts())
    assert (one.coder, one.memo) == ("Kristian, Nina", "Kristian: Enig\nNina: Se også 05")
    assert (other.end, other.coder, other.memo) == (31, "Kristian", "")


def test_different_codes_on_the_same_words_stay_apart(coded: Project) -> None:
    for path in ("Recovery/Håp", "Brukermedvirkning"):
        coded.codings.apply("Åse.txt", coded.codebook.get(path).id, 19, 30)
    assert [each.code for each in merged(coded.codings.excerpts())] == ["Recovery/Håp", "Brukermedvirkning"]
