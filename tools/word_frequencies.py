"""Writes the list of Norwegian word frequencies that qualcode ships, from the package `wordfreq`.

wordfreq is no dependency of ours (56 MB, of which we need one list), so it gets an environment of its own:

    python -m venv /tmp/wordfreq
    /tmp/wordfreq/bin/pip install wordfreq==3.1.1
    /tmp/wordfreq/bin/python tools/word_frequencies.py

The same wordfreq gives the same file, byte for byte. Where the numbers come from and under which terms they may be passed
on stands in `qualcode/language/data/NOTICE.md`; change it when you change the version or the list.
"""

import gzip
import re
from collections import defaultdict
from pathlib import Path

import wordfreq  # type: ignore[import-not-found,unused-ignore]

DATA = Path(__file__).resolve().parents[1] / "qualcode" / "language" / "data"
WORD = re.compile(r"[a-zæøåéèêòóôäöü]+")
LEAST = 15
"""Tenths of the Zipf scale: words seen less often than once in thirty million are left out."""


def main() -> None:
    """One line for each frequency, the most frequent first: tenths of the Zipf scale, then the words in order."""
    by_zipf: dict[int, list[str]] = defaultdict(list)
    for word, frequency in wordfreq.get_frequency_dict("nb", "large").items():
        zipf = round(wordfreq.freq_to_zipf(frequency) * 10)
        if zipf >= LEAST and WORD.fullmatch(word):
            by_zipf[zipf].append(word)
    lines = (f"{zipf} {' '.join(sorted(words))}\n" for zipf, words in sorted(by_zipf.items(), reverse=True))
    target = DATA / "words.nb.txt.gz"
    target.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    print(f"{target}: {sum(map(len, by_zipf.values()))} words, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
