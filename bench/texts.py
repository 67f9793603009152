"""The document that the canvas is measured on."""

import random
from pathlib import Path

SEED = Path(__file__).resolve().parents[2] / "shared" / "seeds" / "001_72efd5567385284d.txt"
LENGTH = 262_000
WORDS = tuple("og så kom det en dag da alt ble annerledes fordi noen spurte hva jeg ville og ventet".split())  # noqa: SIM905


def text() -> str:
    """The real document beside the checkout, or one of ours of the same length."""
    if SEED.exists():
        return SEED.read_text("utf-8")
    dice = random.Random(1)
    lines = (" ".join(dice.choices(WORDS, k=dice.randint(4, 90))) for _ in range(10_000))
    return "\n\n".join(lines)[:LENGTH]
