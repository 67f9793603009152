"""Sentences with their ends marked by `|`, all of our own making: the measure for `sentence_spans`."""

NB = """
Vi møttes ofte.|Hun kom alltid for sent.
Jeg liker bl.a. fotball og ski.|Det har jeg alltid gjort.
Vi kan f.eks. gå en tur.
Vi kan f. eks. gå en tur.|Det hjelper.
Det er gratis, dvs. kommunen betaler.
Retten er lovfestet, jf. loven fra i fjor.
Dette står på s.48 i rapporten.|Les det gjerne.
Dette står på s. 48 i rapporten.
Møtet var 14. mars.|Da snødde det.
Møtet var 14.mars og varte lenge.
Vi begynner kl. 10.30 hver dag.|Da er kaffen klar.
Det kom ca. 5 personer.
Hun bor i leilighet nr. 3 på hjørnet.
Jeg snakket med dr. Hansen om det.|Han forsto.
Boka er skrevet av A. Hansen og B. Lie.
Boka er skrevet av A. B. Hansen.|Den er god.
Laget fikk 1. plass i cupen.
Han gikk i 3. klasse da.|Så flyttet de.
De har kurs, turer, middager m.m. for alle.
De har kurs, turer, middager osv.|Det koster ingenting.
De har kurs, turer osv. og det koster ingenting.
Her er frivillige, ansatte mv.|Alle spiser sammen.
Jeg var (..) litt redd egentlig.
Jeg var (...) litt redd egentlig.|Det gikk over.
Jeg vet ikke (...)|Det var vanskelig.
Så traff jeg (...) Kari på butikken.
Jeg tenkte ... ja, hva tenkte jeg.
Jeg tenkte… ja, hva tenkte jeg.
Jeg vet ikke...|Det var lenge siden.
... og så gikk vi hjem.|Det var det.
«Ja.» sa hun.
«Ja.» sa hun.|Så gikk hun.
«Vil du?» spurte han.|Jeg nikket.
«Jeg vil ikke.|Jeg er trøtt.» sa hun.
Hun sa: «Jeg kommer.»|Og hun kom.
Hva mener du?!|Det går ikke.
Er det sant?|Ja!|Så fint.
Se www.eksempel.no/om.oss for mer.|Der står alt.
Skriv til kari.lie@eksempel.no eller ring.
Skriv til kari.lie@eksempel.no.|Hun svarer fort.
Prisen er 3.50 per kopp.|Det er billig.
Temperaturen steg med 1.5 grader.
ja.|jeg vet ikke.|det var bare sånn det ble.
jeg flyttet hit i 2019.|det var en god ting.
Det var i 2019.|Da var jeg ung.
Jeg var 14.|Da flyttet vi.
Han er i gruppe A.|De andre er i gruppe B.
Det er et sted å bo i.|Det hadde jeg ikke før.
Jeg har to.|Det holder.
Jeg har bare to.|eller tre, kanskje.
Boka er min.|Den er gammel.
Det tok 5 min. å gå dit.
Turen tok 5 min.|Vi løp.
Huset kostet 3 mill. kroner.
Huset kostet 3 mill.|Det var mye.
Se kap. 3 for detaljer.
Se kapittel 3.|Der er detaljene.
Kong Harald 5. av Norge åpnet huset.
Dette gjelder hhv. bokmål og nynorsk.
Hun er leder, jf. vedtaket (se kap. 4.) fra i fjor.
(Han lo.)|Så ble det stille.
Han lo (ikke høyt.) og gikk.
Det er inkl. mat og evt. overnatting.
De kom fra St. Olavs hospital.
Prof. Lie og dr. Moe var der.|De holdt foredrag.
Johnsen et al. fant det samme.
Johnsen mfl. (2018) fant det samme.|Andre er uenige.
Dette står i Meld. St. 30 om rus.
Ordningen kom i jan. 2018 og varte i to år.
Nei!|Ikke nå.
Hm.|Det vet jeg ikke.
Mm.|jeg er enig.
Han heter Per N. Olsen til vanlig.
1. Innledning
3.1. Metode og utvalg
2. Hvordan har du det?|Fortell gjerne.
Vi er åpne man.-fre. kl. 9–15.
Det er 4. gang jeg er her.
Kom 1. og 2. juni, er du snill.
Han sa «nei».|Hun sa «ja».
**Jeg var alene.**|Det var tungt.
Det ble sagt tidligere.[3]|Vi tror det.
Det ble sagt tidligere.<sup>5</sup>|Vi tror det.
Det er ferdig.|Nå går vi.
Jeg ble spurt av ca. 20 stk. og svarte alle.
Hun ble født i 400 f.Kr. et sted i sør.
Dette var år 1200 e.Kr.|Da var alt annerledes.
Ring tlf. 12 34 56 78 før kl. 15.
Han ble medlem i AA.|Det hjalp.
Mannen (f. 1950) bor alene.|Han trives.
Gi beskjed til Kari (leder).|Hun ordner det.
Jeg er glad i det norske fjellet.|Ø. Lie er det også.
Jeg sa at «dette går ikke.|Vi må slutte.»|Så sluttet vi.
Er det ... altså, er det lov?|Ja da.
– Kommer du?|– Nei, ikke i dag.
Det er bra. :)
Nei ...|Jeg vet ikke.
Han jobber i NAV.|de hjelper folk.
Jeg tok buss nr. 8.|Per tok bilen.
Vi gikk på tur.|(...) Etterpå spiste vi.
Ja.|[ler] Det var gøy.
Det kom 30 personer.|20 ble igjen.
Bjørnson, B. (1880).|En tittel.|Oslo: Forlaget.
Vi har avd. 3 og avd. 4 i huset.
Dette gjelder kvinner, menn, barn m.fl.|Alle er velkomne.
Hun kom kl. 8.|Jeg kom kl. 9.
Dette er vist før (Lie, 2012. s. 61).|Vi fant det samme.
Det står i St.meld.nr. 16 og i Prop. 1 S.
Frist for svar er 9. April som alltid.
Han sa det (jf. Kari.) og gikk.
Hva er det?|Jeg vet ikke.
"""

NN = """
Eg veit ikkje.|Det var berre slik.
Vi kan t.d. gå ein tur.|Det hjelper.
Ho har m.a. vore leiar i laget.
Dei kom kl. 12 og gjekk kl. 14.30.
Det var 3. gong han kom.
Eg budde i lag med ho i.|Det gjekk fint.
Kva meiner du?|Eg forstår ikkje.
Det var eg.|Ingen andre.
«Kom inn.» sa ho.|Så kom dei.
Dei har kurs, turar o.l.|Alt er gratis.
Møtet er 17. mai kvart år.
Eg tenkte ... nei, eg veit ikkje.
eg var åleine.|så kom dei andre.
Det gjeld mellom anna s. 12 og s. 14.
Ho heiter A. Moe.|Ho er frå Voss.
Vi møtest kvar veke, dvs. kvar tysdag.
Han var der òg.|Det var bra.
Det står i § 4.|Les det.
Sjå www.døme.no.|Der finn du meir.
Dei fekk 2. plass.|Det var stort.
"""

EN = """
I met Dr. Smith yesterday.|He was kind.
We have, e.g. tea and coffee.
It is free, i.e. the council pays.
Mr. and Mrs. Jones were there.|They left early.
"I know." she said.
"I know."|She left.
She lives at St. James Park.
It cost 3.50 pounds.|That is cheap.
We met at 10 a.m. every day.
We met at 10 a.m.|It was cold.
He moved to the U.S. in 2010.
He moved to the U.S.|It was a mistake.
See pp. 12 and 13 for more.|It is all there.
Smith et al. (2010) found the same.
I was ... well, I was afraid.
I don't know...|It was long ago.
Really?!|Yes.
J. K. Rowling wrote it.|I read it.
We need food, clothes, etc. for them.
We need food, clothes, etc.|It all helps.
so do I.|it happens.
The group (cf. chapter 3) agreed.
He works for Acme Inc. in Oslo.
Write to a.b@example.org.|They answer.
No. 5 is mine.|No.|I said no.
It was vol. 3 of the series.
"Stop!" he cried.|Nobody stopped.
I feel ill.|then it passes.
"""
