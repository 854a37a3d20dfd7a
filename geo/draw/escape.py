"""Values for scripts. Text for markup is escaped by its type: see :mod:`geo.draw.markup`.

Data is not trusted to be harmless: a name may hold ``</script>``, a backtick or ``${...}``.
"""

import json
import re
from typing import Final

_UNSAFE: Final = re.compile(r"[<>&'`$_]|\{(?=[{%#])")


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
