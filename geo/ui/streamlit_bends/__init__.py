"""Where Streamlit is bent: each module says what it bends, why, since which version, and what would replace it.

``tests/ui/streamlit_bends`` has a test for each, which names the bend when an upgrade breaks it.
"""
