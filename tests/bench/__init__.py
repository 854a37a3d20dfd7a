"""The benchmark: the real page beside a bare one and a plain one, in one run, against the bounds of the design."""
