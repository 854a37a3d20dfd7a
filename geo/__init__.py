"""Where US forces were authorised to enter Peru: evidence, atlas, view, drawings, exports and page."""
