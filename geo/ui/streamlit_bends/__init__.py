"""Where Streamlit and its server are bent: a module for each bend.

Each says what it bends, why, since which version, and what would replace it; its test fails with that sentence when an upgrade
breaks it. A bend that the library makes needless is deleted.
"""
