"""The browser app, for `streamlit run app.py` and for any ASGI server; `qualcode app` starts the same thing."""

import streamlit as st

from qualcode.ui.server import parts

app = st.App(**parts())
