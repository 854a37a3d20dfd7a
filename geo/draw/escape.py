"""Escape values for scripts. Text in markup is escaped by :mod:`geo.draw.markup`.

Texts of the data are not trusted: a name may contain ``</script>``, a backtick or ``${...}``.
"""

import json
import re
from typing import Final

_UNSAFE: Final = re.compile(r"[<>&'`$_]|\{(?=[{%#])")


def to_script(value: object) -> str:
    r"""Return a JavaScript literal of a value made of dicts, lists, strings, numbers, booleans and None.

    The literal is JSON in ASCII. Characters that could end a script element, begin a template literal, or begin a Jinja
    expression, statement or comment (folium renders texts as templates) are written as ``\uXXXX``; so is ``_``, so that no
    text looks like a name that folium has generated. These characters occur in strings only, where both forms are equal.

    Raises
    ------
    ValueError
        If a number is not finite: JSON has no form for it.
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
