"""What a damaged scan (see the fixture `seeds`) lost: each damaged word as seen and as printed, decided by hand.

Single words without their sentences. Glued words, and the words «å» and «I», are not among them.
"""

SCAN = "000_ab2168cd504265dc.txt"
_PAIRS = """
@gnsker:ønsker Almasbakk:Almåsbakk BIa:Blå Bade:Både Bl:Blå Bla:Blå Bld:Blå Fagmiljg:Fagmiljø Fglge:Følge
Fgrste:Første Gjennomfgring:Gjennomføring Hagskolen:Høgskolen Hayskolen:Høyskolen Hegskolen:Høgskolen
Hggskolen:Høgskolen Hgie:Høie Laft:Løft Lare:Lære Madlet:Målet Mal:Mål Malet:Målet Malgrupper:Målgrupper
Malsetting:Målsetting Omrdader:Områder Prgver:Prøver Prosjektgjennomfgring:Prosjektgjennomføring Sgknad:Søknad
Statssekretaer:Statssekretær aktgrer:aktører aktgrmodellen:aktørmodellen ansvarsfglelse:ansvarsfølelse apent:åpent
apnet:åpnet ar:år bade:både baerekraftig:bærekraftig besgk:besøk bestdr:består bgr:bør dgmme:dømme direktgr:direktør
dr:år drgftet:drøftet droftet:drøftet enna:ennå fa:få fagmiljg:fagmiljø far:får fatall:fåtall fgle:føle
fgrsteamanuensis:førsteamanuensis forarsake:forårsake forlgp:forløp forngyd:fornøyd
forskningsmiljgene:forskningsmiljøene fravaer:fravær fremstar:fremstår generalsekretzer:generalsekretær
giennomfart:gjennomført giennomfgring:gjennomføring giennomfgrt:gjennomført gjennombruddsar:gjennombruddsår
gjennomfgring:gjennomføring gjgr:gjør gjgre:gjøre gjor:gjør gkonomisk:økonomisk gnsker:ønsker hap:håp hgsten:høsten
inngaelse:inngåelse inngar:inngår kjgreplan:kjøreplan laere:lære lederstgtte:lederstøtte leere:lære lzerte:lærte ma:må
mal:mål malet:målet malgruppe:målgruppe malgruppene:målgruppene malsetting:målsetting markedsfgring:markedsføring
mater:måter md:må mgte:møte mgter:møter mgtes:møtes mgtt:møtt mgtte:møtte miljg:miljø miljget:miljøet na:nå nar:når
ndr:når ngkkel:nøkkel ngkkelen:nøkkelen ogsa:også omrdder:områder oppf@lgingen:oppfølgingen oppfalging:oppfølging
oppfeglging:oppfølging oppfelgeren:oppfølgeren oppfelging:oppfølging oppfglgende:oppfølgende oppfglgingen:oppfølgingen
oppnar:oppnår oppndr:oppnår pa:på paG:på pavirkning:påvirkning pd:på sG:så sa:så saerskilt:særskilt
seniorradgiver:seniorrådgiver spgrsmal:spørsmål spknaden:søknaden st@ttespillere:støttespillere star:står
stgrste:største stgtt:støtt stgtte:støtte stgtteordninger:støtteordninger stgtteprogrammer:støtteprogrammer
stgtter:støtter stptteapparat:støtteapparat stptter:støtter sveert:svært systemniva:systemnivå
tilnaerminger:tilnærminger tilneerminger:tilnærminger tilnserming:tilnærming tilvaerelse:tilværelse ugnsket:uønsket
utprgving:utprøving vaere:være vart:vårt veaere:være veere:være
"""
WORDS = dict(pair.split(":") for pair in _PAIRS.split())
NUMBERS = (("3", "Kapittel"), ("8", "over"))
"""Signs that look like «å» and are numbers, each with the word before."""
SIGNS = frozenset("aAG&38")
"""All others of these that stand alone are the word «å»."""
