"""The words of Rich Text Format that matter to its text, after Microsoft's specification 1.9.1."""

SIGNS = {"~": "\u00a0", "_": "-", "-": "\u00ad"}
LETTERS = {
    "tab": "\t",
    "line": "\n",
    "softline": "\n",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
    "enspace": "\u2002",
    "emspace": "\u2003",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
EMPHASIS = {"b": "bold", "i": "italic", "ul": "underline"}
BREAKS = {"par", "sect", "page", "cell", "nestcell", "row"}
STARRED = {"shpinst"}
"""Words after `\\*` whose group is read all the same."""
COUNTED = {"pict": "pictures", "shppict": "pictures", "annotation": "comments"}
SKIPPED = {
    *(
        "colortbl",
        "info",
        "pict",
        "sp",
        "nonshppict",
        "fldinst",
        "objdata",
        "listtext",
        "pntext",
        "nonesttables",
        "xe",
        "tc",
    ),
    *(
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "annotation",
        "private",
        "rxe",
    ),
    *(
        "ftnsep",
        "ftnsepc",
        "ftncn",
        "aftnsep",
        "aftnsepc",
        "aftncn",
        "pntxta",
        "pntxtb",
        "filetbl",
        "txe",
        "bkmkstart",
    ),
}
SYMBOL = "symbol"
CHARSETS = {
    0: "cp1252", 2: SYMBOL, 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    255: "cp850",
}  # fmt: skip
"""Codecs by the number of a font's character set; 1, the default, is that of the file."""
_PAGES = {437, 850, 852, 865, 874, 932, 936, 949, 950, *range(1250, 1259)}


def codec_of(word: str, number: int | None) -> str:
    """The codec that `\\ansicpg1252`, `\\mac`, `\\pc` or `\\pca` names; Windows-1252 for those nobody knows."""
    if word == "ansicpg":
        return (
            f"cp{number}"
            if number in _PAGES
            else {10000: "mac-roman", 65001: "utf-8"}.get(number or 0, "cp1252")
        )
    return {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}[word]
