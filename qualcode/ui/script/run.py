"""What Streamlit runs. It lies alone: Streamlit would take a folder `pages` beside its script for scripts of its own."""

from qualcode.ui.main import main

main()
