"""What changed from version to version: sealing finds it out, and it can be asked of any two."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.evidence import Difference, EvidenceError, History, Revision, check_evidence, load_evidence, seal
from geo.evidence.history import fingerprint
from geo.evidence.package import Row


def edit(directory: Path, change: Callable[[list[dict[str, str]]], None]) -> None:
    """Change the rows of the claims."""
    path = directory / "claims.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = list(rows[0])
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def release(directory: Path, version: str) -> None:
    """Raise the version, as a maintainer does, and seal."""
    path = directory / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    if descriptor["version"] != version:
        entry = {"version": version, "date": "2027-01-02", "note_en": "More.", "note_es": "Más."}
        descriptor = {**descriptor, "version": version, "changes": [entry, *descriptor["changes"]]}
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    seal(directory)


@pytest.fixture
def first(good: Path) -> Path:
    """Release the good package as the version that the published descriptor has."""
    seal(good)
    return good


@pytest.fixture
def base(first: Path) -> str:
    """Give the version of the first release."""
    return load_evidence(first).version


def test_the_first_release_adds_every_claim(first: Path, base: str) -> None:
    """Nothing has changed since the present version."""
    history = load_evidence(first).history
    assert [(each.claim_id, each.version) for each in history.revisions] == [
        (claim_id, base) for claim_id in load_evidence(first).claims
    ]
    assert all(each.fingerprint for each in history.revisions)
    assert history.since(base) == Difference()


def test_sealing_finds_what_was_added_changed_and_removed(first: Path, base: str) -> None:
    """Each claim is in one list; what only moved to another row is in none."""
    ids = list(load_evidence(first).claims)

    def change(rows: list[dict[str, str]]) -> None:
        rows[-1]["statement_es"] += " Más."
        new = {**rows[-1], "claim_id": "NEW"}
        rows.remove(next(row for row in rows if row["claim_id"] == ids[-2]))
        rows.insert(0, new)

    edit(first, change)
    release(first, "9.0.0")
    history = load_evidence(first).history
    assert history.versions[-2:] == (base, "9.0.0")
    assert history.since(base) == Difference(added=("NEW",), changed=(ids[-1],), removed=(ids[-2],))
    assert history.since("9.0.0") == Difference()


def test_the_log_keeps_what_a_removed_claim_was_about(first: Path, base: str) -> None:
    """Act, topic, place and source are those of the claim as the last version had it; a strange id is not known."""
    gone = next(claim for claim in load_evidence(first).claims.values() if claim.place_id == "north")
    edit(first, lambda rows: rows.remove(next(row for row in rows if row["claim_id"] == gone.claim_id)))
    release(first, "9.0.0")
    history = load_evidence(first).history
    last = history.last_known(gone.claim_id)
    about = (gone.authorisation_id, gone.topic, gone.place_id, gone.source_id)
    assert last == Revision(gone.claim_id, base, history.state_at(base)[gone.claim_id], *about)
    assert history.revisions[-1] == Revision(gone.claim_id, "9.0.0", "")
    assert history.last_known("never") is None


def test_what_is_changed_back_has_not_changed(first: Path, base: str) -> None:
    """Between two versions counts what they hold, not what lay between them."""

    def swap(rows: list[dict[str, str]]) -> None:
        rows[-1]["statement_en"] = rows[-1]["statement_en"][::-1]

    edit(first, swap)
    release(first, "9.0.0")
    edit(first, swap)
    release(first, "9.1.0")
    history = load_evidence(first).history
    changed = (list(load_evidence(first).claims)[-1],)
    assert (history.since(base), history.since("9.0.0")) == (Difference(), Difference(changed=changed))


def test_a_sealed_version_is_final(first: Path, base: str) -> None:
    """Changed claims need a higher version than the one that was sealed; sealing what has not changed writes the same."""
    log = (first / "history.csv").read_bytes()
    release(first, base)
    assert (first / "history.csv").read_bytes() == log
    edit(first, lambda rows: rows[0].update(statement_en="One."))
    expected = rf"version: expected one higher than {re.escape(base)}, .*, found {re.escape(base)}, with 0 added, 1 changed"
    with pytest.raises(EvidenceError, match=expected):
        seal(first)
    assert (first / "history.csv").read_bytes() == log
    release(first, "9.0.0")
    assert load_evidence(first).history.since(base).changed == (next(iter(load_evidence(first).claims)),)


def test_a_version_in_which_no_claim_changed_is_final_too(first: Path) -> None:
    """The log has no row of it, but the descriptor says that it was sealed."""
    release(first, "9.0.0")
    edit(first, lambda rows: rows[0].update(statement_en="One."))
    with pytest.raises(EvidenceError, match=r"one higher than 9\.0\.0"):
        seal(first)


def test_a_lower_version_is_not_sealed(first: Path, base: str) -> None:
    """Links would take the new data for older than what they saw."""
    path = first / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    entry = {"version": "0.9", "date": "2099-01-01", "note_en": "", "note_es": ""}
    path.write_text(json.dumps({**descriptor, "version": "0.9", "changes": [entry]}), encoding="utf-8")
    with pytest.raises(EvidenceError, match=rf"one higher than {re.escape(base)}, which was sealed before, found 0\.9"):
        seal(first)


def test_edited_data_is_a_version_of_its_own(first: Path, base: str) -> None:
    """What was edited since the seal is known without sealing."""
    edit(first, lambda rows: rows[0].update(statement_en="Other."))
    history = load_evidence(first).history
    assert history.versions[-2:] == (base, f"{base}+edited")
    assert history.since(base) == Difference(changed=(next(iter(load_evidence(first).claims)),))


def test_a_package_without_history_has_none(good: Path) -> None:
    """The file is written by the first seal; until then nothing can be said, and nothing is wrong."""
    assert load_evidence(good).history.revisions == ()


def test_a_version_that_the_change_log_lacks_is_not_sealed(first: Path) -> None:
    """Without an entry a link could not tell when the version came, nor a citation its year."""
    path = first / "datapackage.json"
    descriptor = {**json.loads(path.read_text(encoding="utf-8")), "version": "9.0.0"}
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"changes: expected an entry of version 9\.0\.0, found those of "):
        seal(first)
    assert [fault.field for fault in check_evidence(first)] == ["changes"]


def test_an_unknown_version_is_refused() -> None:
    """Nothing is made up about a version that the log does not have."""
    history = History(("1",), (Revision("a", "1", "f"),))
    with pytest.raises(ValueError, match="not in tuple"):
        history.since("0")


def test_a_fingerprint_is_that_of_the_cells_that_say_something() -> None:
    """The order of the columns and empty ones do not count; which column a text stands in does."""
    one, two, other = (
        Row("claims.csv", 2, cells) for cells in ({"a": "1", "b": "", "c": "2"}, {"c": "2", "a": "1"}, {"a": "2", "c": "1"})
    )
    assert fingerprint(one) == fingerprint(two) == "173a2b85a300"
    assert fingerprint(other) != fingerprint(one)
