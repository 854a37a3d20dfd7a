"""How the project is cited as a whole."""

from geo.evidence import Evidence
from geo.text import Words


def suggest_citation(evidence: Evidence, address: str, words: Words) -> str:
    """Return one line of plain text that names the project, the version of its data and the present view.

    Parameters
    ----------
    address
        Web address of the view; empty where it is not known.
    """
    title = words("Ingreso: where US forces were authorised to enter Peru")
    newest = evidence.changes[0].date[:4] if evidence.changes else ""
    parts = [
        words("{title} ({year})", title=title, year=newest) if newest else title,
        words("Data version {version}", version=evidence.version),
        address,
    ]
    return ". ".join(part for part in parts if part)
