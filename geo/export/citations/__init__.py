"""How a view and its sources are cited: what a reference says, and the styles that write it."""
