"""Tests of the page, room by room, and of what holds the rooms together."""
