"""The steps that build the atlas from registry packages; run by `data/atlas/build.py`."""
