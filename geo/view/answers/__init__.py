"""What a view answers: comparison, questions, timeline, votes, search, sources, the table and the detail of a place."""
