"""The filter language: what it understands, and that it says so when it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.analysis.where import parse
from qualcode.errors import BadExpression

ROW = {
    "rolle": "Tidgiver",
    "bosted nå": "Ås i Follo",
    "alder": "52",
    "runde": "2",
    "vekt": "7,5",
    "kjønn": "",
    "code": "Recovery/Håp",
    "document": "Intervju 03 – Åse.docx",
    "coder": "Nina",
    "speaker": "Åse",
    "memo": "Han sa «nei»\nto ganger",
}


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "   ",
        'rolle = "tidgiver"',
        "rolle=tidgiver",
        "ROLLE == 'TIDGIVER'",
        "rolle != deltaker",
        '"bosted nå" = "ås i follo"',
        "«Bosted  nå» ~ «follo»",
        '“bosted nå” ~ "ÅS"',
        'rolle in ("tidgiver", deltaker)',
        'rolle not in (deltaker, "ansatt")',
        'rolle ikke i ("deltaker")',
        'rolle i ("tidgiver")',
        "alder >= 52 and alder <= 52",
        "alder = 52.0",
        "alder < 100",
        "alder > 9",
        'vekt = 7.5 og vekt > "7,4"',
        "alder in (51, 52.00)",
        'kjønn = ""',
        "not kjønn ~ m",
        'ukjent = ""',
        "not ukjent = noe",
        "ukjent not in (noe)",
        'code = "Recovery"',
        'code = "recovery/HÅP"',
        'code in ("Annet", "Recovery")',
        'code != "Recov"',
        'document ~ "åse" and coder = nina and speaker = "A\u030ase"',
        'memo ~ "nei» to"',
        r'memo ~ "«nei»" or memo ~ "\"nei\""',
        "not (rolle = deltaker or alder < 18)",
        "not not rolle = tidgiver",
        "rolle = deltaker and alder = 1 or runde = 2",
        "runde = 2 or rolle = deltaker and alder = 1",
        "ikke (rolle = deltaker eller alder < 18) og runde = 2",
        "rolle < tull",
        '"rolle" >= "tidgiver"',
        '"and" = "" and "not" = ""',
    ],
)
def test_these_match(expression: str) -> None:
    assert parse(expression).matches(ROW)


@pytest.mark.parametrize(
    "expression",
    [
        "rolle = deltaker",
        "rolle = tid",
        "rolle != Tidgiver",
        'rolle not in ("tidgiver")',
        'rolle in ("deltaker")',
        "alder < 9",
        "alder > 100",
        "alder != 52.0",
        "kjønn < 1",
        "kjønn >= 0",
        "ukjent > 0",
        "ukjent = noe",
        'ukjent in ("noe")',
        'code = "Recov"',
        'code = "Håp"',
        'code != "Recovery"',
        'code not in ("Recovery")',
        'document = "Recovery"',
        "rolle = deltaker and (alder = 52 or runde = 2)",
        "not rolle = tidgiver and runde = 3 and alder = 52",
        "rolle > ærlig",
    ],
)
def test_these_do_not(expression: str) -> None:
    assert not parse(expression).matches(ROW)


def test_and_binds_closer_than_or_and_not_closest() -> None:
    rows = [{"a": a, "b": b, "c": c} for a in "01" for b in "01" for c in "01"]
    for row in rows:
        a, b, c = (row[name] == "1" for name in "abc")
        assert parse("a = 1 or b = 1 and not c = 1").matches(row) == (a or (b and not c))
        assert parse("(a = 1 or b = 1) and not c = 1").matches(row) == ((a or b) and not c)
        assert parse("not a = 1 and b = 1 or c = 1").matches(row) == (((not a) and b) or c)


def test_text_goes_in_norwegian_order() -> None:
    for value, after in (("Ørsta", "Ærlig"), ("Ås", "Ørsta"), ("Ås", "Zoo"), ("Ærlig", "Zoo")):
        assert parse(f'sted > "{after}"').matches({"sted": value})
        assert parse(f'sted < "{value}"').matches({"sted": after})
        assert not parse(f'sted <= "{after}"').matches({"sted": value})


def test_a_number_that_is_long_is_still_that_number() -> None:
    assert not parse("nummer = 10000000000000000").matches({"nummer": "10000000000000001"})
    assert parse("nummer = 0010").matches({"nummer": "10"})


def test_a_filter_knows_which_fields_it_looks_at() -> None:
    looked = parse('Rolle = a or "Bosted  Nå" ~ b and not (code in (c))').fields
    assert looked == {"rolle", "bosted nå", "code"}
    assert parse("").fields == frozenset()


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        ("rolle =", "…"),
        ("rolle", "…"),
        ("= 3", "= 3"),
        ('rolle = "a" and', "…"),
        ("rolle in ()", ")"),
        ("rolle in (a", "…"),
        ("rolle in a", "a"),
        ("rolle in (a,)", ")"),
        ("rolle not = a", "= a"),
        ('rolle = "a', '"a'),
        ("rolle = «a", "«a"),
        ("(rolle = a", "…"),
        ("rolle = a)", ")"),
        ("rolle = a b = c", "b = c"),
        ("rolle ! a", "! a"),
        ("rolle => a", "> a"),
        ("a = 1 or or b = 2", "b = 2"),
        ("vekt > 7,4", ",4"),
        ("()", ")"),
    ],
)
def test_what_makes_no_sense_is_answered_with_the_place_and_an_example(expression: str, place: str) -> None:
    with pytest.raises(BadExpression, match="An example that works") as caught:
        parse(expression)
    assert caught.value.values["place"] == place
    assert parse(str(caught.value.values["example"]))


words = st.sampled_from(
    [
        "rolle",
        '"bosted nå"',
        "=",
        "!=",
        "~",
        "<",
        ">=",
        "in",
        "not",
        "and",
        "or",
        "(",
        ")",
        ",",
        "52",
        "«a»",
        '"',
        "'",
    ]
)
likely = st.lists(words, max_size=14).map(" ".join)


@given(likely | st.text(max_size=60))
def test_any_text_is_a_filter_or_a_bad_expression(expression: str) -> None:
    try:
        where = parse(expression)
    except BadExpression as error:
        assert str(error)
    else:
        assert where.matches(ROW) in (True, False)
        assert where.matches({}) in (True, False)


@given(st.text(max_size=20))
def test_any_value_can_be_asked_for_in_quotes(value: str) -> None:
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    assert parse(f'rolle = "{quoted}"').matches({"rolle": value})


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 100_000,
        "not " * 100_000,
        "(" * 49 + "a = 1" + ")" * 49,
        " or ".join(["a = 1"] * 20_000),
        "a in (" + ",".join(["x"] * 50_000) + ")",
        '"' + "\\" * 100_001,
        '"' + 'a"' * 50_000,
        " " * 200_000 + "!",
    ],
    ids=lambda text: text[:12].strip(),
)
@pytest.mark.timeout(20)
def test_long_and_deep_texts_are_read_or_refused_without_ado(expression: str) -> None:
    try:
        parse(expression).matches({"a": "2"})
    except BadExpression:
        return
