"""What the page sends may be larger than what it takes."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import runtime_util

from geo.ui.streamlit_bends import message_size


def test_a_large_message_is_sent_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """If this fails, Streamlit keeps its limit elsewhere: see geo/ui/streamlit_bends/message_size.py."""
    monkeypatch.setattr(runtime_util, "_max_message_size_bytes", 1_000_000)
    message = ForwardMsg()
    message.delta.new_element.markdown.body = "x" * 2_000_000
    message_size.install()
    sent = ForwardMsg.FromString(runtime_util.serialize_forward_msg(message))
    assert len(sent.delta.new_element.markdown.body) == 2_000_000
