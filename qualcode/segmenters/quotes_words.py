"""Words by which a report shows that somebody is quoted, or that it is no informant. Bokmål, Nynorsk and English together:
theses mix them, and no word of one means the opposite in another.
"""

import re
from re import Pattern


def _words(listed: str) -> Pattern[str]:
    """A pattern for any of these words (`*` stands for any ending), however they are capitalised."""
    each = "|".join(word.replace("*", r"\w*").replace("_", r"\s+") for word in listed.split())
    return re.compile(rf"\b(?:{each})\b", re.IGNORECASE)


SAYS = _words(
    """
    sier sa sagt seier seiar sei siger uttaler uttalte uttalar uttrykker uttrykte uttrykkjer uttrykt uttrykk
    forteller fortalte fortalt fortell fortel fortalde fortelja beskriver beskrev beskrevet beskriv skildrer skildrar
    forklarer forklarte forklart forklarar forklaring mener mente meiner meinte påpeker påpekte påpekar påpekt
    understreker understreket understrekar poengterer poengterte poengterer nevner nevnte nevnt nemner nemnde
    utdyper utdypet utdjupar utdypte svarer svarte svarar svara formulerer formulerte formulert formulerer
    oppsummerer oppsummerte kommenterer kommenterte reflekterer reflekterte framhever fremhever fremhevet trekker_frem
    trekker_fram dro_frem bemerker bemerket legger_til legg_til la_til minnes husker mintes erindrer spør spurte spurt spør
    opplever opplevde erfarer erfarte tenker tenkte kjente føler følte snakker snakket snakka peker pekte illustrerer
    illustrert illustrere eksempel eksemplifiserer bekrefter bekreftet utsagn utsagnet utsagnene utsagna sitat sitatet
    sitater sitata sitert siterer utdrag utdraget ord ordene orda fortelling fortellingen svar svaret uttalelse uttalelsen
    sitatene skriver skrev opptatt_av ga_uttrykk gir_uttrykk gav_uttrykk hevder hevdet sukker ler kommer_frem kommer_fram
    kom_frem kom_fram

    say says said saying tell tells told explain explains explained describe describes described express expresses
    expressed state states stated note notes noted comment comments commented recall recalls recalled reflect reflects
    reflected remark remarks remarked put_it puts_it describing explaining add adds added reply replies replied respond
    responds responded answer answers answered report reports reported mention mentions mentioned emphasise*
    emphasize* stress stresses stressed argue argues argued observe observes observed share shares shared quote
    quotes quotation excerpt extract illustrate illustrates illustrated words statement talked spoke feel felt
    describes_it summed_up recount recounts recounted elaborate elaborated elaborates
    """
)

ANSWERING = _words(
    """
    sier sa seier seiar uttaler uttalte forteller fortalte fortel fortalde forklarer forklarte forklarar mener mente meiner
    påpeker påpekte understreker svarer svarte svarar legger_til legg_til la_til uttrykte uttrykker
    uttrykkjer formulerte utdyper beskriver beskrev oppsummerer sukker ler spør
    spurte kommenterer tenker tenkte minnes
    says said explains explained adds added recalls recalled remarked replied noted told commented reflected asked
    """
)
"""Verbs that stand beside words in quotation marks and before or after who says them."""

QUOTED = _words(
    """
    sitat sitatet sitater sitatene sitata sitert utsagn utsagnet utsagnene utsagna utdrag utdraget uttalelse uttalelsen
    quote quotes quotation quotations excerpt extract statement
    """
)
"""What a report calls the words themselves."""

PEOPLE = _words(
    """
    informant* deltaker* deltakar* deltager* deltagar* respondent* intervjuperson* intervjuobjekt* intervjuede* ansatt*
    tilsett* tilsatt* medarbeider* medarbeidar* veileder veilederne vegleiar* rettleiar* bruker brukeren brukere brukerne
    brukar* pasient* elev elevene eleven elevar elevane lærer* lærar* rektor* leder* leiar* foreldre* mor moren far faren
    ungdom* student* sykepleier* sjukepleiar* lege legen behandler* terapeut* miljøterapeut* miljøarbeider* kvinne*
    mann mannen gutt* jente* pårørende rådgiver* rådgjevar* sosialarbeider* saksbehandler* saksbehandlar* frivillig*
    brukerrepresentant* representant* tidgiver* ektepar* barnet hun hen han ho dei vedkommende vedkomande dem gruppa
    gruppen en_av ein_av ei_av en_annen ein_annan ei_anna den_ene flere_av fleire_av noen_av nokre_av intervju*
    fokusgruppe* fokusgruppa tjenesteleder* tenesteleiar* boligsosial* beboer* beboar* gjest gjesten medlem* samme_person
    informanter
    participant* informant* respondent* interviewee* patient* teacher* nurse* student* client* manager* leader* staff
    worker* employee* parent* mother* father* woman women man men he she they volunteer* resident* member* user*
    one_of another others many some several caregiver* carer* practitioner* doctor* boy girl
    """
)

DOCUMENTS = _words(
    """
    nettside* nettsted* hjemmeside* heimeside* skriv skriver_følgende skrev_følgende står_det står_følgende står_skrevet
    lov* forskrift* paragraf* stortingsmelding* melding rundskriv* NOU veilederen retningslinje* handlingsplan*
    direktorat* *direktoratet helsedirektoratet departement* regjering* folkehelseinstituttet WHO ordbok* leksikon
    defineres definerer definert definisjon* definition defined_as presenteres presentert strategi* vedtekter årsrapport*
    stillingsannonse* brosjyre* artikkel* boken boka bok forfatter* teoretiker* problemstilling* forskningsspørsmål*
    hypotese* spørsmålene følgende_spørsmål følgende_måte_fordelt website* webpage* act
    guideline* report_states policy dictionary author* theorist* research_question* hypothesis legislation
    """
)

LISTED = re.compile(
    r"\b(?:to|tre|fire|fem|seks|sju|syv|åtte|two|three|four|five|six|følgende|following)\s+(?:\w+\s+)?"
    r"(?:punkt\w*|områd\w*|tema\w*|kategori\w*|forhold|faktor\w*|tiltak\w*|funn|grupp\w*|typer|måter|steg|trinn|mål\w*"
    r"|points?|themes?|areas?|categor\w+|factors?|groups?|types?|steps?|questions?|aims?|objectives?|spørsmål\w*)\b",
    re.IGNORECASE,
)
"""What announces a list and not a voice."""

TERMS = re.compile(
    r"(?:\b(?:kalt|kalla|kalles|kalte|kallast|kaller|kallar|såkalt\w*|begrep\w*|omgrep\w*|tittel\w*|betegn\w*|nemn\w*"
    r"|heter|heiter|navnet|namnet|slagord\w*|definer\w*|ordet|uttrykket|kurs\w*|prosjektet|programmet|spørsmålet"
    r"|spørsmål|følgende\s+utsagn|påstanden|svaralternativ\w*|kategorien|temaet|kodene?|called|named|titled|entitled"
    r"|so-called|term|terms|concept|labell?ed|known\s+as|defined\s+as|question|theme|category|coded?)\b\W*(?:\w+\s+){0,2})$",
    re.IGNORECASE,
)
"""What stands right before a term, a title or a question of a form."""

CITED = re.compile(
    r"[(\[][^()\[\]]{0,80}?(?:\b(?:1[89]|20)\d\d[a-z]?\b|\bibid|\bet\s+al\b|\bmfl\b|\bs\.\s?\d|\bpp?\.\s?\d|\bsitert\s+i\b)"
    r"[^()\[\]]{0,60}[)\]]?|\b[A-ZÆØÅ]\w+\s+\((?:1[89]|20)\d\d",
    re.IGNORECASE,
)
"""A reference to literature: author, year, page."""

_FUNCTION = """
    som når da då for men og i på her slik dette denne disse den det de dei en ei ein et eit flere fleire alle noen nokre
    andre mange både også etter før ved hos hun han ho hen vi jeg eg altså likevel samtidig videre derfor ifølge ifølgje
    as when while and but the a an in on at one another this these that those some many others all also both similarly
    however likewise according she he they we after before for
"""
FUNCTION = frozenset(_FUNCTION.split())
"""Words that are no name although a sentence begins with them."""

THEORY = _words(
    """
    teori teoretisk* litteratur* forskningslitteratur* metode* metodisk* forord innledning bakgrunn referanse* vedlegg
    innhold* tidligere_forskning kunnskapsstatus datagrunnlag abstract theor* literature method* introduction background
    preface appendi* references acknowledgement* previous_research
    """
)
"""Headings of chapters that quote books rather than people."""

NORWEGIAN_SELF = _words("jeg meg mitt mine min eg æ mi")
ENGLISH_SELF = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Mm]ine)\b")
ENGLISH_SELF_ABROAD = re.compile(
    r"\bI(?:'m|'ve|’m|’ve|\s+(?:am|was|think|have|had|do|did|just|know|feel|felt)\b)"
)
OURS = _words("vi oss vår vårt våre me we us our ours")
ORAL = re.compile(
    r"\b(?:jo|liksom|liksåm|sånn|sånne|sånt|altså|ja|nei|neida|joda|ikke\s+sant|ikkje\s+sant|på\s+en\s+måte|på\s+ein\s+måte"
    r"|skjønner\s+du|veit\s+du|vet\s+du|holdt\s+på\s+å\s+si|kjempe\w+|masse|greit|greie|nu|sjøl|æ|ka|kor|itj|ikkje|de\s+derre"
    r"|you\s+know|kind\s+of|sort\s+of|I\s+mean|yeah|gonna|wanna|okay|ok|okei|okey|like,|well,|actually|stuff|guys)\b"
    r"|\b(?:da|då|nå|no|altså|ass)(?=[.,!?]|\s*$)|\(\.{2,3}\)|\[\.{3}\]|\.\.\.|…|\w(?:n't|n’t|'re|’re|'ve|’ve|'ll|’ll)\b"
    r"|\b[A-ZÆØÅ]{3,}\b(?=\s+[–-])",
    re.IGNORECASE,
)
