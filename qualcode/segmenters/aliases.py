"""Labels that are other spellings of the same speaker: `Veronika`, `Veronica`; `R 1`, `R1`; `Int.`, `Intervjuer`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

_ROLES = (
    ("intervjuer", "intervjuar", "interviewer", "interviewar", "intervju", "interv", "intv", "int"),
    ("informant", "informanten", "inf", "info"),
    ("respondent", "respondenten", "resp", "r"),
    ("intervjuperson", "intervjupersonen", "ip"),
    ("deltaker", "deltakar", "deltager", "deltagar", "delt", "participant", "part", "p"),
    ("moderator", "mod"),
    ("forsker", "forskar", "forskeren", "researcher"),
    ("speaker", "taler", "talar"),
)
"""Words for the same part in a conversation. Different rows may be different people."""
_ROLE = {word: words[0] for words in _ROLES for word in words}
_NUMBERED = re.compile(r"(?P<word>[^\W\d_]+)[ ]*0*(?P<number>\d{1,3})")
_SOUNDS = (
    ("ch", "k"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("aa", "å"), ("oe", "ø"), ("c", "k"), ("w", "v"), ("z", "s"), ("q", "k"),
)  # fmt: skip
_S_NAMES = """
    agnes andreas anders ines johannes jonas jens elias tobias mathias matias mattias thomas tomas lukas lucas klaus niklas
    nikolas nicolas silas iris doris hans nils lars markus marius mats magnus rasmus julius kristoffers
"""
_OWN_S = frozenset(_S_NAMES.split())
"""Names that end in s of themselves: Andreas is not Andrea's."""


def propose_aliases(labels: Mapping[str, int]) -> Mapping[str, str]:
    """Each label that probably is another spelling of a more frequent one, with that one. Never a chain.

    `labels` gives every label of a document with its number of turns. Labels with different numbers are different people,
    and so are a first name and a full name where two full names begin with it.
    """
    names = [label for label in labels if _plain(label)]
    groups = {label: label for label in names}
    for one, other in _pairs(names):
        kept, merged = groups[one], groups[other]
        if kept != merged:
            groups = {label: kept if group == merged else group for label, group in groups.items()}
    aliases: dict[str, str] = {}
    for group in dict.fromkeys(groups.values()):
        members = [label for label in names if groups[label] == group]
        first = max(members, key=lambda label: labels[label])
        aliases |= {label: first for label in members if label != first}
    return aliases


def _plain(label: str) -> str:
    """In small letters, without stops, colons and signs of emphasis, one space between words."""
    return " ".join(re.sub(r"[^\w'’&+-]|_", " ", label.casefold()).split())


def _key(label: str) -> str:
    """What spellings of one label share: its role's first word, its number without leading zeros, its sounds."""
    plain = _plain(label)
    numbered = _NUMBERED.fullmatch(plain)
    if numbered:
        return f"{_ROLE.get(numbered['word'], numbered['word'])} {numbered['number']}"
    return _ROLE.get(plain) or _sounded(_nobodys(plain))


def _nobodys(name: str) -> str:
    """A name that does not stand in the genitive: `veronicas` and `veronica's` are `veronica`."""
    bare = re.sub(r"['’]s?$", "", name)
    return bare[:-1] if bare == name and len(name) > 4 and name[-1] == "s" and name not in _OWN_S else bare


def _sounded(name: str) -> str:
    """A name as it is pronounced, as far as letters tell: `sarah` and `sara`, `veronica` and `veronika`."""
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    return re.sub(r"(?<=[aeiouyæøå])h\b", "", name)


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Labels that are the same speaker, two and two."""
    first_with: dict[str, str] = {}
    for name in names:
        yield first_with.setdefault(_key(name), name), name
    yield from _asking(names)
    yield from _with_surnames(names)


def _asking(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """`I` and the interviewer, where somebody else is there to answer."""
    asks = [name for name in names if _key(name) == "intervjuer"]
    lettered = [name for name in names if _plain(name) == "i"]
    others = [name for name in names if name not in asks and name not in lettered]
    if asks and others:
        yield from ((asks[0], name) for name in lettered)


def _with_surnames(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """`Kari` and `Kari N.`, `Kari N.` and `Kari Nordli`, where it can be only one."""
    families: dict[str, list[tuple[str, list[str]]]] = {}
    for name in names:
        words = _plain(name).split()
        if words and not any(map(str.isdigit, name)) and words[0] not in _ROLE and len(words[0]) > 1:
            families.setdefault(_sounded(_nobodys(words[0])), []).append(
                (name, [_nobodys(word) for word in words[1:]])
            )
    for members in families.values():
        full = [rest for _, rest in members if rest]
        if all(_same_surname(one, other) for one, other in combinations(full, 2)):
            yield from ((members[0][0], name) for name, _ in members)


def _same_surname(one: Sequence[str], other: Sequence[str]) -> bool:
    """`n` and `nordli`, `nordli` and `bakke nordli`: one may be short for the other."""
    short, long = one[-1], other[-1]
    return short == long or (min(len(short), len(long)) == 1 and short[0] == long[0])
