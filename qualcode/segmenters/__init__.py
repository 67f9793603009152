"""Text to its parts, as positions: sections, speaker turns, paragraphs, sentences.

`structure_of` finds all of them at once; `qualcode.model.structure` says what they are. `propose_titles` proposes the headings
that it goes by, for a person to look at.
"""

from qualcode.segmenters.aliases import propose_aliases
from qualcode.segmenters.quotes import propose_quotes
from qualcode.segmenters.stretches import propose_stretches
from qualcode.segmenters.titles import propose_titles
from qualcode.segmenters.whole import structure_of

__all__ = ["propose_aliases", "propose_quotes", "propose_stretches", "propose_titles", "structure_of"]
