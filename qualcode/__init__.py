"""qualcode: a workbench for coding qualitative research material."""
