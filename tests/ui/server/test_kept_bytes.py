"""What was made is not made again while it is kept, and the bytes that are kept are bounded."""

from geo.ui.server.kept_bytes import KeptBytes


def test_the_store_makes_once_and_is_bounded() -> None:
    """What does not fit pushes the oldest out, or is not kept at all."""
    made: list[str] = []

    def make(key: str) -> bytes:
        made.append(key)
        return b"x" * (11 if key == "large" else 4)

    kept: KeptBytes[str] = KeptBytes(10)
    for key in ("a", "a", "b", "c", "a", "large", "large"):
        kept.get(key, make)
    assert made == ["a", "b", "c", "a", "large", "large"]
    assert (kept.find("a"), kept.find("b")) == (b"xxxx", None)
