"""What a report could give away about people, before it does."""

from qualcode.privacy.disclosure import alone

__all__ = ["alone"]
