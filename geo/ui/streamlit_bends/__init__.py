"""streamlit_bends."""
