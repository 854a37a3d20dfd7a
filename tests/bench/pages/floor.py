"""The floor: the least that a Streamlit page can do, with default settings. What it takes, every page takes."""

import streamlit as st

flipped = st.checkbox("Flip")
st.write("flipped" if flipped else "straight")
