"""The commands of ``python -m geo``, a module for what each is about: files of a view, the evidence, the place of a name."""
