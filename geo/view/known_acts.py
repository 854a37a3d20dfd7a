"""What a view says of the acts that are known and switched off."""

from collections import Counter

from geo.view.context import ViewContext


def more_acts(context: ViewContext) -> str:
    """Say how many acts are known besides those that are on, and how many there are in all for the years of these.

    Returns
    -------
    str
        ``7 more acts are known. Acts found in all: 4 for 2023, 2 for 2024.`` Empty where no act is on or none is off.
    """
    acts, words = context.evidence.authorisations, context.words
    on = [acts[act_id] for act_id in context.state.authorisations]
    off = len(acts) - len(on)
    if not on or not off:
        return ""
    more = words.plural("{count} more act is known", "{count} more acts are known", off)
    found, shown = Counter(act.year for act in acts.values()), Counter(act.year for act in on)
    years = [
        words("{count} for {year}", count=found[year], year=str(year)) for year in sorted(shown) if found[year] > shown[year]
    ]
    return words("{more}. Acts found in all: {years}.", more=more, years=", ".join(years)) if years else f"{more}."
