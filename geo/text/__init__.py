"""Translations of the product (gettext), and dates and numbers in its languages (Babel).

The English sentence in the code is the message id. The Spanish catalogue is ``locale/es/LC_MESSAGES/geo.po``; it is read
without a compiled copy, which could be out of date. Texts of the data (statements, names) are not here: the records have
them in both languages, and :meth:`Translator.of` returns the right one.
"""

from geo.text.languages import LANGUAGES
from geo.text.preferences import preferred_language
from geo.text.translator import Translator, message, plural, translator

__all__ = ["LANGUAGES", "Translator", "message", "plural", "preferred_language", "translator"]
