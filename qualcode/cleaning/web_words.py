"""What web pages say about themselves: links, buttons, notices. In Norwegian, English, and some Swedish and Danish."""

import re
from enum import IntEnum

from qualcode.cleaning.part_headings import names


class Sign(IntEnum):
    """How much a line tells of being a page's furniture."""

    NONE = 0
    LINK = 1
    """A word that menus have, and other texts too."""
    TOOL = 2
    """A word of a button beside an article: to share it, print it, load it down."""
    BUTTON = 3
    """What such a button says in full."""
    PROOF = 4
    """What only a web page says."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


MORE = names("""
    detaljer, details, les mer, les meir, read more, mer, more, vis mer, show more, se mer, see more, last ned, download
    åpne, open, les videre, continue reading, vis, view, læs mere, läs mer, learn more, full text, abstract, view abstract
""")
_LINKS = names("""
    hjem, heim, home, forside, forsiden, framside, startside, meny, menu, main menu, hovedmeny, søk, search, logg inn
    log in, login, sign in, logg ut, log out, sign up, register, registrer deg, min side, my account, om, om oss, about
    about us, om nettstedet, kontakt, kontakt oss, contact, contact us, kontaktinformasjon, nyheter, news, aktuelt
    arrangementer, events, kalender, publikasjoner, publications, presse, press, ledige stillinger, careers, jobs, ansatte
    tema, temaer, topics, personvern, privacy, vilkår, terms, tilgjengelighet, accessibility, accessibility statement
    sitemap, nettstedskart, faq, hjelp, help, english, in english, norsk, bokmål, nynorsk, språk, language, lukk, close
    neste, next, forrige, previous, tilbake, back, blogg, blog, donate, gi en gave, butikk, shop, handlekurv, tagger, tags
    kategorier, categories, kategori, arkiv, archive, kommentarer, comments, transkript, transcription, transcript
    detaljer, details, les mer, read more, les meir, vis mer, show more, rss, hem, sök, kontakta oss, om os, nyheder
    nyhetsbrev, newsletter, svar, reply, visninger, views, annonse, advertisement, reklame, tilbakemelding, feedback
    cookies, informasjonskapsler, bruk av informasjonskapsler
""")
_TOOLS = names("""
    del, share, facebook, twitter, x, linkedin, instagram, youtube, whatsapp, pinterest, reddit, e-post, epost, email
    e-mail, mail, print, skriv ut, utskrift, last ned, download, pdf, last ned pdf, download pdf, kopier lenke, copy link
    word, png, txt, jpg, tweet, embed, cite, siter, save, lagre, lytt, listen, bookmark, messenger, bluesky, mastodon
    dela, skriv ud, tips en venn, send til en venn, utskriftsvennlig versjon, printer-friendly version
""")
_BUTTONS = _any(
    r"(?:del|share|dela)\b (?:dette|denne|på|saken|artikkelen|siden|sida|this|on|via|with|article|page)\b.{0,40}$",
    r"(?:skriv ut|print) (?:siden|artikkelen|this|denne|page|article)\b.{0,20}$",
    r"(?:last ned|download)(?: as| som)? (?:[\"«“]|pdf\b).{0,200}$",
)
_PROOFS = _any(
    r"save this (?:pdf|document|page) as",
    r"(?:størrelse|size|storlek): ?px",
    r"(?:begynne med side|start display at page)\b",
    r"(?:hopp|gå) (?:direkte )?til (?:hoved)?(?:innhold|meny|navigasjon|søk)",
    r"skip to (?:main |page )?(?:content|navigation|menu)",
    r"(?:til|back to|tilbake til|return to) (?:toppen|top)\b.{0,12}$",
    r"(?:proudly )?(?:powered by|drevet av) (?:word|drupal|squarespace|wix)",
    r"(?:copyright )?(?:©|\(c\)) ?(?:copyright )?(?:19|20)\d\d.{0,80}(?:rettighet|rights|personvern|privacy)",
    r"(?:copyright )?(?:©|\(c\)) ?(?:copyright )?(?:19|20)\d\d.{0,80}\.(?:no|com|org|me)\b",
    r"all rights reserved",
    r"alle rettigheter (?:forbeholdt|reservert)",
    r"(?:følg|follow|finn|find) (?:oss|us)(?: (?:på|on).{0,40})?$",
    r"(?:abonner|meld deg) på .{0,30}nyhetsbrev",
    r"(?:subscribe|sign up) (?:to|for) (?:our|the|my)\b.{0,40}$",
    r"(?:legg igjen|skriv) en kommentar$",
    r"leave a (?:comment|reply)$",
    r"(?:godta|tillat|aksepter|avvis|accept|allow|reject|manage) (?:alle |all )?(?:informasjonskapsler|cookies)$",
    r"(?:godta|tillat|aksepter|avvis|accept|allow|reject) (?:alle|all)$",
    r"cookie[- ]?(?:innstillinger|settings|policy)$",
    r"(?:personvernerklæring|privacy (?:policy|statement)|terms of (?:use|service)|brukervilkår)$",
    r"(?:relaterte|related|lignende|similar|anbefalte|recommended) (?:saker|artikler|dokumenter|innlegg|lenker|nyheter)$",
    r"(?:related|similar|recommended|more) (?:articles|documents|posts|links|papers|stories|content)$",
    r"(?:les også|read also|mest lest|most read|siste nytt|latest news)\b:?.{0,20}$",
    r"you (?:may|might) also (?:like|be interested)",
    r"(?:du er her|you are here):",
    r"(?:hjem|home|forsiden?) ?[>›»/] ?\S.{0,120}$",
    r"(?:ansvarlig )?(?:nettredaktør|web editor):.{0,60}$",
    r"(?:toggle|åpne/lukk|open/close) (?:navigation|meny|menu)",
    r"javascript (?:must|is)\b",
    r"du benytter en nettleser",
    r"your browser (?:does|is) not",
)
_COOKIES = re.compile(
    r"(?:\bvi\b|\bwe\b|nettsted|nettsid|website|this site|\.(?:no|com|org)\b)[^\n]{0,80}(?:bruk|benytt|use|anvend)[^\n]{0,60}"
    r"(?:informasjonskaps|cookies)",
    re.IGNORECASE,
)
_EDGES = " \t|·•>»«›→←▾▼↑✕×+–-*#:…()[]"
_PARTS = re.compile(r"\s*[|·•»›\t]\s*|\s{2,}")
_LONGEST, _LONGEST_NOTICE = 220, 420
_OPENS = 40
"""A notice speaks of cookies from its start; an article may come to them."""


def sign(words: str) -> Sign:
    """What a line tells."""
    if len(words) > _LONGEST_NOTICE:
        return Sign.NONE
    if _cookies(words):
        return Sign.PROOF
    if len(words) > _LONGEST:
        return Sign.NONE
    plain = words.strip(_EDGES)
    if _PROOFS.match(plain) or _PROOFS.match(words):
        return Sign.PROOF
    return Sign.BUTTON if _BUTTONS.match(plain) else _menu(plain.casefold())


def _cookies(words: str) -> bool:
    lower = words.casefold()
    if "cookie" not in lower and "kaps" not in lower:
        return False
    match = _COOKIES.search(words)
    return match is not None and match.start() <= _OPENS


def _menu(plain: str) -> Sign:
    """A word of a menu, or several of them on one line."""
    if plain in _LINKS:
        return Sign.LINK
    if plain in _TOOLS:
        return Sign.TOOL
    parts = [part for part in _PARTS.split(plain) if part]
    if len(parts) < 2:
        parts = plain.split()
    known = sum(part in _LINKS or part in _TOOLS for part in parts)
    if known < 2 or known * 2 < len(parts):
        return Sign.NONE
    return Sign.TOOL if all(part in _TOOLS for part in parts) else Sign.LINK
