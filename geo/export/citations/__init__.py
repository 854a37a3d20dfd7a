"""Citations of a view and its sources: references, and the styles that write them."""
