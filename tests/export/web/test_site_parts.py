"""What comes after a page of the static site."""

import base64
import json
import re
import zlib

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.web.parts import load_parts
from geo.export.web.site_parts import addresses, pack, site_parts
from geo.view import make_context, start_state

SIBLINGS = {"en": "index.html", "es": "es.html"}


def unpack(content: bytes) -> tuple[str, object]:
    """Return the name of a part, and what is in it."""
    found = re.fullmatch(r'ingresoParts\.take\("(\w+)","([A-Za-z0-9+/=]+)"\);\n', content.decode("ascii"))
    assert found
    return found[1], json.loads(zlib.decompress(base64.b64decode(found[2])))


def test_a_part_comes_out_as_it_went_in() -> None:
    """Whatever letters are in it; nothing of it can end a script."""
    content = {"words": ["</script>", "`${x}`", "é🇵🇪"]}
    assert unpack(pack("view", content)) == ("view", content)
    assert b"</" not in pack("view", content)


def test_scripts_and_geometry_are_those_of_the_page(evidence: Evidence, atlas: Atlas) -> None:
    """The scripts as they are, whose hashes the policy of the page names."""
    parts = site_parts(make_context(evidence, atlas, start_state(evidence, "en")), SIBLINGS)
    name, page = unpack(parts["page"][1])
    scripts = load_parts()
    assert (name, page["scripts"]) == ("page", [scripts.map_script, scripts.page_script])  # type: ignore[index]
    assert set(unpack(parts["claims"][1])[1]) == {"place-cards", "differ-list", "fact-list", "source-list"}  # type: ignore[call-overload]


def test_other_content_has_another_address(evidence: Evidence, atlas: Atlas) -> None:
    """What both languages share has one address, what is of a language has its own."""
    found = {}
    for language in SIBLINGS:
        found[language] = addresses(site_parts(make_context(evidence, atlas, start_state(evidence, language)), SIBLINGS))
    assert found["en"]["page"] == found["es"]["page"]
    assert found["en"]["faces"] == found["es"]["faces"]
    assert found["en"]["view"] != found["es"]["view"]
    assert all(re.search(r"\?v=[0-9a-f]{12}$", address) for address in found["en"].values())
