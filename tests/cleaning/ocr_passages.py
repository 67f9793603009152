"""Norwegian passages of our own, and what a scanner that knows no æ, ø or å makes of them."""

import random
import re

REPORT = """\
Sammendrag

Kafeen på hjørnet har siden 2011 vært et møtested for mennesker som har vært lenge utenfor arbeidslivet. Årsrapporten viser
at 46 personer fikk tilbud om arbeidstrening, og at de fleste ønsket å fortsette etter prøveperioden. Målet er å gi en trygg
hverdag, å styrke nettverket rundt den enkelte og å bygge bro til ordinære jobber. Både kommunen og frivillige har bidratt
med støtte, og vår erfaring er at små skritt er viktige. Oppfølgingen skjer i nært samarbeid med fastlegen. I kapittel 3
drøfter vi hvordan ventetiden kan bli kortere. Det er nødvendig å være tålmodig, særlig de første månedene.

Å møte opp hver dag krever mye. Derfor har vi laget en åpen dør for dem som er på vei ut av behandling, og som trenger noen å
snakke med om kvelden. Tilbudet kostet 3 200 kroner per måned i fjor. Skriv til post@kafeen.example hvis du vil vite mer.
"""
INTERVIEW = """\
Intervjuer: Hvordan opplevde du den første tiden?

Deltaker: Jeg var så redd at jeg nesten ikke turte å gå ut. Nå går jeg på tur hver dag, og jeg får lov til å ta med hunden. Det
er godt å ha noe å stå opp til. Før lå jeg bare på sofaen og så på fjernsyn. Moren min sa at jeg måtte prøve, og far kjørte meg
dit. Så ble jeg kjent med flere som hadde det på samme måte.

Intervjuer: Hva har vært viktigst for deg?

Deltaker: Å bli møtt med respekt. De spør hva jeg ønsker, og så hjelper de meg å finne ut av det. Jeg har fått råd om økonomi og
om bolig også. Når jeg har det tungt, ringer jeg, og da sier de at det bare er å komme. Jeg håper å få en fast jobb til våren,
kanskje som sjåfør. Jeg lærte å kjøre bil da jeg var atten år gammel. Det går nok bra, tror jeg. Vi er jo en liten gruppe som
støtter hverandre, og det betyr mye for oss å være sammen.
"""
LETTER = """\
Kjære naboer!

Den årlige dugnaden blir lørdag 14. mai. Vi møtes klokka 10 ved låven, og alle må ta med hansker. Været kan være kjølig så tidlig
på våren, så husk gode klær. Gjerdet langs bekken må males, og det trengs folk som kan å bruke sag. Vi håper at også de
nye beboerne vil bli med, for det er hyggelig å bli kjent. Barna får pølser og brød, og de voksne får grønnsakssuppe etterpå.

I fjor samlet vi inn 8 sekker søppel og plantet to epletrær ved lekeplassen. Styret ønsker å takke Kåre og Sølvi, som har
skaffet ny benk. De som ikke kan møte, bes om å gi beskjed på forhånd. Nøkkelen til redskapsboden ligger på sitt vante sted,
og kaffe blir servert på trappa når arbeidet er ferdig. Vårt mål er å gjøre området tryggere for både store og små.
"""
PASSAGES = {"report": REPORT, "interview": INTERVIEW, "letter": LETTER}

_WAYS = {
    "å": {"a": 80, "d": 7, "G": 6},
    "ø": {"g": 78, "e": 8, "a": 4, "p": 4, "@": 2, "@g": 1, "o": 3},
    "æ": {"ae": 5, "ee": 3, "ze": 2},
}
_ALONE = {"a": 70, "3": 14, "G": 8, "&": 5, "8": 3}
_WORD = re.compile(r"[^\W\d_]+")


def damaged(text: str, seed: int, share: float = 1.0) -> tuple[str, dict[int, tuple[str, str]]]:
    """`text` with `share` of its letters æ, ø and å misread; where each damaged word begins, as seen and as printed."""
    rng = random.Random(seed)
    pieces: list[str] = []
    damage: dict[int, tuple[str, str]] = {}
    at = length = 0
    for match in _WORD.finditer(text):
        pieces.append(text[at : match.start()])
        length += match.start() - at
        seen = _misread(match.group(), rng, share)
        if seen != match.group():
            damage[length] = seen, match.group()
        pieces.append(seen)
        length += len(seen)
        at = match.end()
    return "".join([*pieces, text[at:]]), damage


def _misread(word: str, rng: random.Random, share: float) -> str:
    if word == "Å":
        return "A" if rng.random() < share else word
    if word == "å":
        return _one(_ALONE, rng) if rng.random() < share else word
    letters = (_letter(letter, rng) if rng.random() < share else letter for letter in word)
    return "".join(letters)


def _letter(letter: str, rng: random.Random) -> str:
    ways = _WAYS.get(letter.lower())
    if not ways:
        return letter
    seen = _one(ways, rng)
    return seen.upper() if letter.isupper() else seen


def _one(ways: dict[str, int], rng: random.Random) -> str:
    return rng.choices(list(ways), list(ways.values()))[0]
