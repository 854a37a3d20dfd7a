"""The votes of all authorisations, one under the other and drawn to one scale, so that they can be compared."""

from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.links import ways_to_disagreements
from geo.ui.html.reported_values import voice_marks
from geo.ui.page import Page
from geo.view import FactSheet, VoteResult, most_votes


def votes_html(sheet: FactSheet, page: Page) -> str:
    """Return a bar for every result that a source gives of a vote, with the line past which more were for than against."""
    words = page.context.words
    scale = most_votes(sheet.votes)
    rows = [_result(key, result, page, scale) for key, results in sheet.votes.items() for result in results]
    if not rows:
        return markup.text("p", words("Not stated in any claim shown."), classes="note")
    notes = [words("All bars are drawn to one scale.")]
    if any(result.even is not None for results in sheet.votes.values() for result in results):
        notes.append(words("Past the upright line, more votes were cast for than against."))
    note = markup.text("p", " ".join(notes), classes="note")
    return markup.element("div", *rows, note, ways_to_disagreements(sheet.vote_disagreements, words), classes="votes")


def _result(key: str, result: VoteResult, page: Page, scale: int) -> str:
    words, act = page.context.words, page.context.evidence.authorisations[key]
    name = markup.swatch_line(page.colours[key], words.of(act, "short"))
    givers = markup.element("span", voice_marks(result.voices, page), classes="givers")
    counts = (
        ("for", result.in_favour, words("for")),
        ("against", result.against, words("against")),
        ("abstaining", result.abstentions, words("abstentions")),
    )
    return markup.element(
        "div",
        markup.element("div", name, givers),
        markup.element("div", _counts(counts, result.counted, words), _bar(counts, result.even, scale)),
        classes="vote",
        style=f"--ink:{page.colours[key]}",
    )


def _counts(counts: tuple[tuple[str, int | None, str], ...], total: int, words: Translator) -> str:
    parts = [_count(name, count, label, words) for name, count, label in counts]
    if total and all(count is not None for _, count, _ in counts):
        in_all = words.plural("{count} vote in all, added up here", "{count} votes in all, added up here", total)
        parts.append(markup.text("span", in_all, classes="quiet"))
    return markup.element("div", *parts, classes="counts")


def _count(name: str, count: int | None, label: str, words: Translator) -> str:
    if count is None:
        return markup.text("span", words("{what}: not stated", what=label), classes="quiet")
    chip = markup.element("span", classes=f"chip {name}", aria_hidden="true")
    return markup.element("span", chip, markup.text("b", words.number(count)), " ", markup.text("span", label))


def _bar(counts: tuple[tuple[str, int | None, str], ...], even: float | None, scale: int) -> str:
    share = 100 / scale if scale else 0.0
    segments = [
        markup.element("span", classes=f"segment {name}", style=f"width:{count * share:.3f}%")
        for name, count, _ in counts
        if count
    ]
    if even is not None:
        segments.append(markup.element("span", classes="even", style=f"left:{even * share:.3f}%"))
    return markup.element("div", *segments, classes="bar", aria_hidden="true")
