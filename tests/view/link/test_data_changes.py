"""What has changed in the data since a link was made, and how it is said."""

from dataclasses import replace

import pytest

from geo.evidence import Change, Difference, Evidence, History, Revision
from geo.text import translator
from geo.view import DataChanges, VersionStatus, data_changes_text, find_data_changes, removed_claim_text, select, start_state
from tests.view.samples import evidence_of, naming

LOG = (
    Revision("kept", "1.0.0", "k"),
    Revision("dropped", "1.0.0", "d"),
    Revision("reworded", "1.0.0", "r"),
    Revision("new", "1.1.0", "n"),
    Revision("reworded", "1.1.0", "rr"),
    Revision("dropped", "1.1.0", ""),
)
CHANGES = (Change("1.2.0", "2028-01-02", "Places.", "Lugares."), Change("1.1.0", "2027-01-02", "More.", "Más."))


@pytest.fixture
def later() -> Evidence:
    """Make evidence of version 1.2.0, which changed no claim, while 1.1.0 did; act Y's claim is hidden with the act."""
    evidence = evidence_of(
        naming("kept", "north"), naming("reworded", "harbour"), naming("new", "north", authorisation_id="Y", window=None)
    )
    return replace(evidence, version="1.2.0", changes=CHANGES, history=History(("1.0.0", "1.1.0", "1.2.0"), LOG))


def changes_since(version: str, evidence: Evidence, acts: tuple[str, ...] = ("M", "Y")) -> DataChanges:
    """Ask of a view with some acts switched on."""
    state = replace(start_state(evidence, "en"), authorisations=acts)
    return find_data_changes(version, evidence, select(evidence, state))


def test_an_older_version_is_compared_with_the_present(later: Evidence) -> None:
    """What the link shows of the changes follows its filters."""
    difference = Difference(added=("new",), changed=("reworded",), removed=("dropped",))
    everything = DataChanges("1.0.0", VersionStatus.OLDER, difference, frozenset({"new", "reworded"}), CHANGES)
    assert changes_since("1.0.0", later) == everything
    assert changes_since("1.0.0", later, ("M",)) == replace(everything, shown=frozenset({"reworded"}))
    assert changes_since("1.1.0", later) == DataChanges("1.1.0", VersionStatus.OLDER, Difference(), frozenset(), CHANGES[:1])


@pytest.mark.parametrize(
    ("version", "status"),
    [
        ("1.3.0", VersionStatus.NEWER),
        ("1.10", VersionStatus.NEWER),
        ("2", VersionStatus.NEWER),
        ("1.0.5", VersionStatus.UNKNOWN),
        ("0.9.0", VersionStatus.UNKNOWN),
        ("1.1.0+edited", VersionStatus.UNRELEASED),
        ("x+edited", VersionStatus.UNKNOWN),
        ("1.x", VersionStatus.UNKNOWN),
        ("", VersionStatus.UNKNOWN),
        ("\N{ARABIC-INDIC DIGIT ONE}", VersionStatus.UNKNOWN),
    ],
)
def test_a_version_that_was_never_released_here_is_said_to_be_so(later: Evidence, version: str, status: VersionStatus) -> None:
    """Nothing is said about claims, since nothing is known."""
    assert changes_since(version, later) == DataChanges(version, status)


REMOVED = (
    Revision("placed", "1.0.0", "p", "M", "place", "north", "S"),
    Revision("placed", "1.1.0", "pp", "M", "vote", "", "S"),
    Revision("placed", "1.2.0", ""),
    Revision("strange", "1.0.0", "s", "gone", "new topic", "nowhere", "T"),
    Revision("context", "1.0.0", "c", "", "context", "", "S"),
    Revision("old", "1.0.0", "o"),
)


@pytest.mark.parametrize(
    ("claim_id", "english", "spanish"),
    [
        ("placed", "{act} · Vote · Source S (placed)", "{act_es} · Votación · Fuente S (placed)"),
        ("strange", "gone · new topic · nowhere · Source T (strange)", "gone · new topic · nowhere · Fuente T (strange)"),
        ("context", "Context · Source S (context)", "Contexto · Fuente S (context)"),
        ("old", "old", "old"),
        ("never", "never", "never"),
    ],
)
def test_a_removed_claim_is_told_by_what_it_was_about(later: Evidence, claim_id: str, english: str, spanish: str) -> None:
    """Its last state counts; what is itself gone is named by its id, and a log without these columns knows the id alone."""
    evidence = replace(later, history=History(("1.0.0", "1.1.0", "1.2.0"), REMOVED))
    act = evidence.authorisations["M"]
    assert removed_claim_text(claim_id, evidence, translator("en")) == english.format(act=act.short_en)
    assert removed_claim_text(claim_id, evidence, translator("es")) == spanish.format(act_es=act.short_es)


def test_a_removed_claim_names_its_place(later: Evidence) -> None:
    """The place is called as the data calls it."""
    evidence = replace(later, history=History(("1.0.0",), REMOVED[:1]))
    name = evidence.places["north"].name
    assert f" · {name} · Source S (placed)" in removed_claim_text("placed", evidence, translator("en"))


SENTENCES = {
    "all kinds": (
        DataChanges("1.0.0", VersionStatus.OLDER, Difference(tuple("abcdefghijkl"), tuple("xyz"), ("q",)), frozenset("ab")),
        (
            "This link was made with data version 1.0.0; since then 12 claims were added, 3 claims were changed and 1 claim "
            "was removed. 2 of those added or changed are among what the link shows."
        ),
        (
            "Este enlace se creó con la versión 1.0.0 de los datos; desde entonces se añadieron 12 afirmaciones, "
            "se modificaron 3 afirmaciones y se retiró 1 afirmación. "
            "2 de las añadidas o modificadas están entre lo que muestra el enlace."
        ),
    ),
    "one added": (
        DataChanges("1.0.0", VersionStatus.OLDER, Difference(added=("a",))),
        (
            "This link was made with data version 1.0.0; since then 1 claim was added. "
            "None of those added or changed is among what the link shows."
        ),
        (
            "Este enlace se creó con la versión 1.0.0 de los datos; desde entonces se añadió 1 afirmación. "
            "Ninguna de las añadidas o modificadas está entre lo que muestra el enlace."
        ),
    ),
    "removed only": (
        DataChanges("1.0.0", VersionStatus.OLDER, Difference(removed=("a", "b"))),
        "This link was made with data version 1.0.0; since then 2 claims were removed.",
        "Este enlace se creó con la versión 1.0.0 de los datos; desde entonces se retiraron 2 afirmaciones.",
    ),
    "nothing": (
        DataChanges("1.1.0", VersionStatus.OLDER),
        "This link was made with data version 1.1.0; no claim has changed since.",
        "Este enlace se creó con la versión 1.1.0 de los datos; desde entonces no ha cambiado ninguna afirmación.",
    ),
    "newer": (
        DataChanges("2.0.0", VersionStatus.NEWER),
        (
            "This link was made with data version 2.0.0, which is newer than the version 1.2.0 shown here. "
            "It is shown as far as this version goes."
        ),
        (
            "Este enlace se creó con la versión 2.0.0 de los datos, más nueva que la 1.2.0 que se muestra aquí. "
            "Se muestra hasta donde alcanza esta versión."
        ),
    ),
    "unreleased": (
        DataChanges("1.0.0+edited", VersionStatus.UNRELEASED),
        (
            "This link was made with data that was being edited (1.0.0+edited), and that was never released. "
            "What has changed since cannot be told."
        ),
        (
            "Este enlace se creó con datos en edición (1.0.0+edited) que nunca se publicaron. "
            "No se puede decir qué ha cambiado desde entonces."
        ),
    ),
    "unknown": (
        DataChanges("{x}", VersionStatus.UNKNOWN),
        (
            "This link names a data version that is not known here ({x}). What has changed since cannot be told; "
            "the data shown is version 1.2.0."
        ),
        (
            "Este enlace indica una versión de los datos que aquí no se conoce ({x}). "
            "No se puede decir qué ha cambiado desde entonces; los datos que se muestran son los de la versión 1.2.0."
        ),
    ),
}


@pytest.mark.parametrize(("found", "english", "spanish"), SENTENCES.values(), ids=SENTENCES)
def test_every_case_is_said_in_both_languages(later: Evidence, found: DataChanges, english: str, spanish: str) -> None:
    """Counts, their forms, and whether the link shows any of it."""
    assert data_changes_text(found, later, translator("en")) == english
    assert data_changes_text(found, later, translator("es")) == spanish
