"""Abbreviations written with a full stop, in classes that say what the stop can mean.

The source is spaCy's tokenizer exceptions for bokmål, nynorsk and English, sorted by hand and added to from reports,
theses and reference lists; a test fails when spaCy comes to know one that is missing here. They are sorted because
spaCy lists everything that *may* be an abbreviation: `to.`, `ti.`, `et.`, `no.` and `eg.` are ordinary words in
speech («Jeg har to.»), and `osv.` ends sentences while `jf.` never does.

Entries leave out the last stop. One in lower case stands for any case; one with a capital only for itself.
"""

from dataclasses import dataclass

from qualcode.model.values import Language


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """`leads` always take something after them; `may_end` end a sentence when a capital follows;
    `by_figures` are words of their own, and abbreviations only beside a number (`5 min. igjen`, `no. 5`)."""

    leads: frozenset[str]
    may_end: frozenset[str]
    by_figures: frozenset[str]

    def known(self, word: str) -> bool:
        """Whether `word`, without its last stop, is in any class."""
        return any(holds(kind, word) for kind in (self.leads, self.may_end, self.by_figures))


def holds(kind: frozenset[str], word: str) -> bool:
    """Whether a class has `word`, as it stands or in lower case."""
    return word in kind or word.lower() in kind


_LEADS = """
    anm art ca cand cand.mag cand.philol cand.polit cap cf ch chap col comm dept dr dr.med dr.philos dr.psychol ed eds
    fig figs fr gen gov kap lt mag.art messrs mr mrs ms mt nos nr op pp prof pt ref.nr resp rev sect sgt st suppl tab
    vol vols vs
"""
_MAY_END = """
    a.m al apr aug b.a b.c co corp d.d dec des d.m d.y et.al etc feb ibid inc jan jr ltd m.sc mill mrd nov oct okt
    op.cit p.a ph.d p.m sep sept sr
"""
_BY_FIGURES = "jul jun mar min no sek temp"

_LEADS_NORWEGIAN = """
    adm.dir adr aq arb avd bl bl.a bla bnr bto c.c chr dir div dss dvs e.g eig eks eksl ekskl eng evt f.eks feks fhv fk
    f.o.m fom foreg fork forts frk fv gl gno gnr gt henv h.h.v hhv hr h.r.adv id-nr ifb ifbm ifg iflg ifm ifht ift iht
    inkl innst instr isbn-nr istf i.st.f jf jfr juris kfr kgl kgl.res kl komm kst lat lign m.a m.a.o mao meld meld.st
    m.h.t mht m.t.p mtp muh ndf nto nyno obl off oms omtr org.nr ot ot.prp overs ovf p.g.a pga pkt pr prop prp p.t red
    red.anm res.kap rv siviling s.k såk snr spes spm sst st.meld st.meld.nr stip stk st.prp stud s.u t.d tel tf tidl
    tils tilsv tlf t.o.m underv univ utg v.a vedk vedr v.h.a vha vit.ass vn vsa årg
"""
_MAY_END_NORWEGIAN = """
    Ap a.s bm dd d.å e.Kr e.kr el.l e.l etg f.Kr f.kr Frp Fr.p fvt grl h.o.h hoh i.l KrF Kr.F kr kv mfl m.fl mil m.m md
    mnd moh mv m.v mva n.å o.a ofl o.fl o.l o.s.v osv pb pst s.d s.å Sp Sv t.h t.v vgs årh
"""
_BY_FIGURES_NORWEGIAN = "ad eg el et ev lø ma on org ref res sen sms sp sv sø ti to tom ult vg"

_LEADS_ENGLISH = """
    adm approx asst brig capt cmdr e.g esp excl hon i.e incl intro pres rep sen supt transl univ v.s viz
"""
_MAY_END_ENGLISH = """
    Adm Ak Ala Ariz Ark Bros Calif Colo Conn D.C Del E.U Fla Ga Ia Id Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo
    Mont N.C N.D Neb Nebr Nev N.H N.J N.M N.Y Okla Ore Pa S.C Tenn U.K U.N U.S Va Wash Wis
"""
_BY_FIGURES_ENGLISH = "ft hrs lb mins oz sec sq"


def _sorted(leads: str, may_end: str, by_figures: str) -> Abbreviations:
    return Abbreviations(
        frozenset((_LEADS + leads).split()),
        frozenset((_MAY_END + may_end).split()),
        frozenset(f"{_BY_FIGURES} {by_figures}".split()),
    )


_NORWEGIAN = _sorted(_LEADS_NORWEGIAN, _MAY_END_NORWEGIAN, _BY_FIGURES_NORWEGIAN)
_ENGLISH = _sorted(_LEADS_ENGLISH, _MAY_END_ENGLISH, _BY_FIGURES_ENGLISH)


def abbreviations(language: Language) -> Abbreviations:
    """Those of one language; both forms of Norwegian share theirs, as interviews and reports mix them."""
    return _ENGLISH if language == "en" else _NORWEGIAN
