"""Markup that several panels and views share: badges, claim cards, links, terms, limits of lists."""
