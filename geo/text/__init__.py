"""The words of the product in English and Spanish: translations (gettext), dates and numbers (Babel).

The English sentence in the code is the message id. The Spanish catalogue is ``locale/es/LC_MESSAGES/geo.po``, read as it is:
no compiled file is kept that could lag behind it. Texts that belong to the data (statements, names) are not here; they
come in both languages with the records, and :meth:`Translator.of` picks the right one.
"""

from geo.text.languages import LANGUAGES
from geo.text.preferences import preferred_language
from geo.text.translator import Translator, message, plural, translator

__all__ = ["LANGUAGES", "Translator", "message", "plural", "preferred_language", "translator"]
