"""What the words around tell: whether a lone sign is the word «å», and which of two real words was printed.

The recogniser makes real words of real words (`så` becomes `sa`, said). Frequency alone says which is likelier over all;
here the neighbours speak for or against, in units of the base-10 logarithm, as in `ocr_readings`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FOR = 1.5
AGAINST = -1.5


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PERSONS = _words("jeg du han hun vi de dere man en hvem noen alle mange ingen som")
_OWNERS = _words("min din sin hans hennes deres mor og enslig en ein")
_PREPOSITIONS = _words("i av på pa til for om med fra etter ved hos under mot over gjennom innenfor blant")
_SMALL = _words(
    "at det den de en et ei ikke å a og men som jeg du han hun vi dere man der her da så sa når nar"
)


START, PAUSE = "^", ","
"""What stands for the word before: a sentence begins here; there is a comma or another mark."""


@dataclass(frozen=True, slots=True)
class Lean:
    """What speaks for reading a real word as another one: `bias` always, the rest by the word before and after."""

    bias: float = 0.0
    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    """Endings of words after it that speak for it."""
    weight: float = FOR
    start: float = 0.0
    """How much it speaks for the reading that a sentence begins with it."""

    def of(self, before: str, after: str) -> float:
        """How much the neighbours `before` and `after` (as seen, in lower case) speak for the reading."""
        follows = after in self.after or (
            after not in self.not_after and after.endswith(self.endings or "\n")
        )
        speaks = self.weight * ((before in self.before) + follows) + self.start * (before == START)
        return self.bias + speaks + AGAINST * ((before in self.not_before) + 2 * (after in self.not_after))


_LEANS: Mapping[tuple[str, str], Lean] = {
    ("sa", "så"): Lean(
        bias=-0.6,
        before=_words(
            "ikke like men og også ogsa enn ganske ønsker er var ble blir være et jo altså ofte alltid"
        )
        | {PAUSE},
        not_before=_PERSONS,
        after=_words(
            "langt lenge mye mange få fa godt bra lite liten stor stort store fort ofte sterk sterkt lett fint snart kan må"
            " ma md skal vil er var blir ble har hadde får far fikk går gar kom kommer hvis da"
        ),
        not_after=_words("jeg du han hun vi de dere at ja nei til") | {""},
        endings=("ig", "ige", "igere", "isk", "bart", "klart"),
        start=3.6,
    ),
    ("vare", "våre"): Lean(
        bias=0.7, not_before=_words("å a en hver vil kan skal må ma kunne lenge fortsatt")
    ),
    ("rad", "råd"): Lean(bias=0.3, not_before=_words("en hver første fgrste andre bakerste lang på pa")),
    ("maten", "måten"): Lean(before=_words("denne samme hvilken"), after=_words("a å")),
    ("vart", "vårt"): Lean(not_before=_words("har hadde ha vært")),
    ("far", "får"): Lean(
        before=_PERSONS - {"en"},
        not_before=_OWNERS,
        after=_words(
            "en et ei ikke mye mer hjelp lov noe tilbud mulighet vite se høre også ogsa støtte stgtte"
        ),
        not_after=_words("min din sin hans hennes sa hadde døde og"),
    ),
    ("var", "vår"): Lean(before=_PREPOSITIONS, not_after=_SMALL, weight=2.5),
    ("ga", "gå"): Lean(
        before=_words("å a 3 g & må ma md kan skal vil kunne måtte skulle ville"), not_before=_PERSONS
    ),
    ("for", "før"): Lean(
        before=_words("aldri lenge dagen uken kvelden dager uker måneder timer kort"),
        not_after=_words("sent mye lite tidlig seg meg deg oss å a en et alle det"),
        weight=3.0,
    ),
    ("la", "lå"): Lean(bias=-1.0, after=_words("hjemme syk våken vaken nede ute bakerst stille"), weight=2.5),
    ("bla", "blå"): Lean(start=1.0, not_after=_words("a annet gjennom i om opp bla")),
    ("dr", "år"): Lean(
        before=_words("per hvert flere mange noen to tre fire fem seks ti tjue siste neste"), bias=0.2
    ),
}

_SHORT_INFINITIVES = _words(
    "be bli bo by bry dra dø flå fly få gi gjø glo gni gro gå ha kle klø le nå ri ro se si skje sky slå snu spy spå stå sy"
    " så ta te ti tro ty dy fri strø la"
)
_STRONG = _words(
    "binde bite bringe bryte bære drikke drive falle fare finne fortelle følge gjøre grave gripe gråte hete"
    " hjelpe holde hogge kjenne komme late legge lide ligge lyve nyte rekke ride selge sette sitte skjære"
    " skrive skyte slippe smøre sove spørre stige stjele strekke synge telle trekke treffe trives lykkes synes"
    " finnes tvinge vekke velge vike vinne vise være vite kunne skulle ville måtte burde"
)
"""Verbs in -e whose past tense is formed in another way."""
_LAST_PARTS = _STRONG | _words("by dra få gi gå la nå ri se si skje slå spå stå ta tro le")
_PRESENTS = ("står", "går", "får", "når", "stås", "gås", "nås")
_LAST_SYLLABLES = ("legge", "sette", "bygge", "ivareta", "navngi")
_FIRST_PARTS = _words(
    "an av be bi bort del etter for fore fort forut frem full gjen god grunn hjem igjen inn med mot ned om opp opprett over på"
    " rett sam til tilbake tilrette under øde unn ut ved vedlike videre"
)
_ADJECTIVES = _words(
    "egne lokale unge like rike rette ytre klare faste korte rene tørre frie lange tomme tette ville"
)
_BETWEEN = _words("ikke alltid aldri bare også ogsa selv selve heller virkelig faktisk stadig kun")
_LABELS = _words("gruppe type alternativ vitamin plan lag klasse vedlegg del punkt avsnitt blodtype")
_COUNTED = _LABELS | _words(
    "kapittel kap kr kroner side s nr nummer ca cirka tabell figur pkt fase trinn steg minst mer enn omtrent rundt inntil"
    " opptil over"
)


def infinitive(word: str, known: Mapping[str, float]) -> bool:
    """Whether `word` is an infinitive: listed as one, or with a present and a past tense about as frequent as itself."""
    if word in _SHORT_INFINITIVES or word in _STRONG or word.endswith(_LAST_SYLLABLES):
        return True
    if any(word[cut:] in _LAST_PARTS and word[:cut] in _FIRST_PARTS for cut in range(2, len(word) - 1)):
        return True
    if len(word) < 3 or not word.endswith("e"):
        return False
    floor = known.get(word, 9.0)
    present = max(known.get(word + "r", 0.0), known.get(word + "s", 0.0))
    stem = word[:-1]
    past = max(known.get(stem + ending, 0.0) for ending in ("et", "te", "de", "t"))
    if stem[-1] == stem[-2]:
        past = max(past, known.get(stem[:-1] + "te", 0.0))
    return present >= floor - 1.5 and past >= floor - 2.5


def lean(seen: str, reading: str, before: str, after: str) -> float:
    """How much the neighbours speak for `reading` of the real word `seen`, above what frequencies say.

    `oppstar` and the like are in the frequency list, but only because others scanned without Norwegian letters too.
    """
    found = _LEANS.get((seen, reading))
    if found:
        return found.of(before, after)
    return FOR if len(seen) > 5 and reading.endswith(_PRESENTS) and not seen.endswith(_PRESENTS) else 0.0


def infinitive_mark(seen: str, before: str, after: Sequence[str], known: Mapping[str, float]) -> float:
    """How sure it is (0 to 1) that the lone `seen` is the word «å». `after` are the words that follow, repaired."""
    if not after or before in (_COUNTED if seen in "38" else _LABELS) or before.isdigit():
        return 0.0
    following = after[1] if after[0] in _BETWEEN and len(after) > 1 else after[0]
    if infinitive(following, known):
        return 0.7 if seen in "38" and following in _ADJECTIVES else 0.95
    if seen not in "aA":
        return 0.0
    passive = following.endswith("s") and infinitive(following[:-1], known)
    likely = passive or (following.endswith("e") and len(following) > 3)
    return 0.8 if likely or any(infinitive(word, known) for word in after) else 0.0
