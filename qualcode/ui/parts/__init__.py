"""Pieces that several pages are put together from. No rules and no counting here."""
