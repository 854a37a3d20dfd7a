"""The one door for text that enters markup or script.

Data is not trusted to be harmless: a name may hold ``</script>``, a backtick or ``${...}``. Text for HTML goes through
:func:`to_html`, any value for a script through :func:`to_script`; nothing else writes data into either.
"""

import json
import re
from html import escape
from typing import Final

_UNSAFE: Final = re.compile(r"[<>&'`$_]|\{(?=[{%#])")


def to_html(text: str) -> str:
    """Return text that is safe between tags and inside a quoted attribute."""
    return escape(text, quote=True)


def to_script(value: object) -> str:
    r"""Return a JavaScript literal of a value made of dicts, lists, strings, numbers, booleans and None.

    It is JSON in ASCII, and the characters that could end a script element, open a template literal, open a Jinja expression,
    statement or comment (folium renders what it is given as a template), or be taken for one of folium's generated names
    (``_`` and what follows) are written as ``\uXXXX``. All of them can only
    stand inside strings, where that means the same.

    Raises
    ------
    ValueError
        If a number is not finite, which JSON cannot say.
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
