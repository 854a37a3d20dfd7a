"""Attacks on a server of our own, on this machine: ``make attack``, and a short part in the tests."""
