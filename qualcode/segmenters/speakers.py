"""Words that stand before a colon: those that name a speaker by role, and those that never name one."""

import re

INTERVIEWERS = frozenset(
    [
        "intervjuer", "intervjuar", "interviewer", "int", "intv", "forsker", "forskar", "researcher",
        "moderator", "fasilitator", "facilitator",
    ]
)  # fmt: skip
"""Who asks, whatever the others are called. `I` is one too, when none of these is there."""

RESPONDENTS = frozenset(
    [
        "r", "ip", "io", "informant", "respondent", "intervjuperson", "intervjuobjekt", "deltaker", "deltakar",
        "deltager", "participant", "interviewee", "speaker", "taler", "talar", "svar", "svarer",
    ]
)  # fmt: skip

DESCRIPTIONS = frozenset(
    [
        "ukjent",
        "ukjend",
        "kvinnelig",
        "kvinneleg",
        "mannlig",
        "mannleg",
        "unknown",
        "male",
        "female",
        "en",
        "ein",
    ]
)
"""First words of a label whose second word is in lower case («Ukjent kvinne:»)."""

_HEADER = """
    alder antall bølge bølgje case date dato deltakarar deltakere deltagere duration file filnavn filnamn gjennomført
    gruppe gender group id informanter informantar intervju intervjudato intervjusted intervjunummer interview kjønn
    klokkeslett kode kommune location lydfil navn namn nummer observatør opptak participants place present prosjekt
    project prosjektnummer rolle role sted stad site språk tema tid tidspunkt time title tittel topic tilstede
    transkribent transkribert transkripsjon transcriber transcribed varighet varigheit versjon wave yrke år alias
    pseudonym program programme region utdanning stilling arbeidssted
"""
HEADER_KEYS = frozenset(_HEADER.split())
"""First words of what stands in a transcript's head (`Dato:`, `Transkribert av:`)."""

_SILENT = """
    anm bilde definisjon eks eksempel eksempler epost e-post email figur figure fil formål fotnote funn hensikt hovedfunn
    isbn issn ja keywords kilde kilder konklusjon kontakt kvinner link litteratur mandag tirsdag onsdag torsdag fredag
    lørdag søndag menn merk merknad mål målgruppe målsetting media metode mobil nb nei nøkkelord note notes nynorsk obs
    oppgave oppsummering problemstilling ps referanse referanser resultat resultater sammendrag samtykke se side sitat
    source sources stikkord sum summary tabell table telefon tiltak tlf total totalt tips utgitt utvalg vedlegg video
    viktig web http https doi url av fra til innledning avslutning bakgrunn hovedmål delmål overordnet vurdering hovedtema
    undertema kategori underkategori kommentar spørsmålet hypotese teori diskusjon drøfting forord innhold
"""
NO_SPEAKERS = HEADER_KEYS.union(_SILENT.split())
"""First words of lines in reports and forms that repeat with a colon, as speakers do."""

_ROLE = re.compile(r"([^\W\d_]+)(?:[ _.-]?(?:\d{1,2}|[a-zæøå]))?")


def role_of(name: str) -> str:
    """The role a label names, in lower case, without its number: `R1` and `r` are `r`; empty when it is a name."""
    match = _ROLE.fullmatch(name.casefold().strip(". "))
    word = match[1] if match else ""
    return word if word in INTERVIEWERS or word in RESPONDENTS or word == "i" else ""


def is_header_key(name: str) -> bool:
    """Whether a transcript's head says such things about itself."""
    return _first_word(name) in HEADER_KEYS


def never_speaks(name: str) -> bool:
    """Whether no one is called so."""
    return _first_word(name) in NO_SPEAKERS


def _first_word(name: str) -> str:
    return name.casefold().split()[0].strip(".") if name.split() else ""
