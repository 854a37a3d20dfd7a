"""What is counted of a visit on a slow line."""

from base64 import b64encode

import pytest

from tests.bench.slow_line import frame_bytes


@pytest.mark.parametrize("size", range(4))
def test_a_binary_frame_counts_as_sent(size: int) -> None:
    """The protocol gives it in base64, which is longer."""
    assert frame_bytes({"opcode": 2, "payloadData": b64encode(b"x" * size).decode()}) == size


def test_a_text_frame_counts_in_bytes() -> None:
    """A letter may be two bytes."""
    assert frame_bytes({"opcode": 1, "payloadData": "Perú"}) == 5
