"""Where Streamlit and its server are bent: a module for each bend.

The docstring of each module says what it changes, why, since which version, and what would replace it. Its test fails with that
sentence if an upgrade breaks it. A bend that the library no longer needs is deleted.
"""
