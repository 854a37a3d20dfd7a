"""Escaping of values for scripts; :mod:`geo.draw.markup` escapes texts for markup.

The data is not trusted: a name may contain ``</script>``, a backtick or ``${...}``.
"""

import json
import re
from typing import Final

_UNSAFE: Final = re.compile(r"[<>&'`$_]|\{(?=[{%#])")


def to_script(value: object) -> str:
    r"""Return a JavaScript literal of a value made of dicts, lists, strings, numbers, booleans and None.

    It is JSON in ASCII. Characters with a meaning elsewhere are written as ``\uXXXX``, which is the same inside a string: those
    that could end a script element, open a template literal, open a Jinja expression, statement or comment (folium renders its
    input as a template), or look like a name that folium generates (``_``).

    Raises
    ------
    ValueError
        If a number is not finite; JSON has no such numbers.
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
