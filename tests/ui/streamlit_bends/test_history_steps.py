"""The script that numbers the steps in the browser's history stands in the document."""

from importlib.resources import files

from geo.ui.browser import read_script
from geo.ui.streamlit_bends import history_steps


def test_the_script_stands_before_those_of_streamlit() -> None:
    """If this fails, Streamlit's document has no head: see geo/ui/streamlit_bends/history_steps.py."""
    document = files("streamlit").joinpath("static", "index.html").read_bytes()
    text = history_steps.put_script(document).decode("utf-8")
    script = f"<script>{read_script(history_steps.SCRIPT)}</script>"
    assert text.count(script) == 1
    assert text.index(script) < text.index("</head>") < text.index("<body")
