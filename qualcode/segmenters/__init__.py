"""Text to its parts, as positions: sections, speaker turns, paragraphs, sentences.

`structure_of` finds all of them at once; `qualcode.model.structure` says what they are.
"""

from qualcode.segmenters.whole import structure_of

__all__ = ["structure_of"]
