"""The page that leaves the app, as a document: whole by itself, and nothing in it but what belongs there."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from geo.atlas import Atlas
from geo.draw import to_html
from geo.evidence import Evidence
from geo.export.frames.claims import claims_frame
from geo.export.frames.facts import facts_frame
from geo.export.web.data import page_claims, page_facts
from geo.export.web.page import to_web_page
from geo.export.web.parts import load_parts
from geo.text import translator
from geo.view import ViewContext
from tests.export.file_samples import HOSTILE, NAMES, hostile_evidence, subject_of

ASKING = {"src", "srcset", "poster", "data", "action", "background", "formaction"}
"""Attributes at whose address a browser asks for something by itself."""

_TEMPLATE = re.compile(r"<template.*?</template>", re.DOTALL)
_PICTURE = re.compile(r'<div id="picture">.*?</svg></div>', re.DOTALL)


class Document(HTMLParser):
    """Reads a page: its tags with attributes, the text between them, and its scripts; not what lies inert in a template."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text = ""
        self._inside = ""
        self.feed(_TEMPLATE.sub("", page))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its attributes."""
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or a sheet."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keep a script, or a piece of text."""
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside != "style":
            self.text += data

    def values(self, attribute: str) -> list[str]:
        """Return the values of an attribute, wherever it stands."""
        return [value or "" for _, given in self.tags for name, value in given.items() if name == attribute]


def page_of(subject: ViewContext) -> str:
    """Return the page as text."""
    return to_web_page(subject).decode()


@pytest.mark.parametrize("name", NAMES)
def test_the_page_asks_for_nothing(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """No element and no rule names an address that a browser would fetch; links wait for a click and tell nobody whence."""
    page = page_of(subject_of(evidence, atlas, name))
    document = Document(page)
    assert {attribute for _, given in document.tags for attribute in given} & ASKING == set()
    assert "link" not in {tag for tag, _ in document.tags}
    sheet = "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    assert re.findall(r"@import|url\((?!#|\"data:font/woff;base64,)", sheet) == []
    links = [given for tag, given in document.tags if tag == "a" and not str(given["href"]).startswith(("?", "#"))]
    assert {(given["rel"], given["target"]) for given in links} == {("noopener noreferrer", "_blank")}


def test_the_policy_lets_its_own_scripts_run_and_no_other(evidence: Evidence, atlas: Atlas) -> None:
    """It has the hash of every script in the page, forbids the rest, and connections by default."""
    document = Document(page_of(subject_of(evidence, atlas, "start")))
    policy = next(given["content"] for tag, given in document.tags if given.get("http-equiv") == "Content-Security-Policy")
    theme, data, layers, *others = document.scripts
    scripts = [theme, *others]
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"sha256-([\w+/=]+)", str(policy)) == hashes
    assert scripts == list(load_parts().scripts)
    assert str(policy).startswith("default-src 'none';")
    assert re.findall(r"script-src[^;]*unsafe|connect-src|img-src|http", str(policy)) == []
    assert json.loads(data)["acts"][0]["id"] == next(iter(evidence.authorisations))
    assert set(json.loads(layers)) == {"units", "land", "lakes", "surroundings"}


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_can_be_read_without_a_script(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """The document has a card for each claim that the filters can show, those of the view among them, with its source."""
    subject = subject_of(evidence, atlas, name)
    document = Document(page_of(subject))
    cards = document.values("data-claim")
    assert sorted(cards) == sorted(claim.claim_id for claim in (*page_claims(subject), *page_facts(subject)))
    assert {*claims_frame(subject)["claim_id"], *facts_frame(subject)["claim_id"]} <= set(cards)
    statements = {subject.words.of(evidence.claims[key], "statement") for key in cards}
    assert [text for text in statements if text not in document.text] == []


def test_a_fact_is_told_in_short(evidence: Evidence, atlas: Atlas) -> None:
    """What a fact is about and its value stand over its statement; topics come in the order of the page, none twice."""
    document = Document(page_of(subject_of(evidence, atlas, "start")))
    topics = document.values("data-topic")
    assert topics[:2] == ["vote", "personnel"]
    assert len(topics) == len({claim.topic for claim in page_facts(subject_of(evidence, atlas, "start"))}) == len(set(topics))
    assert "Votes for: 70 votes" in document.text
    own_days = [claim.window for claim in page_facts(subject_of(evidence, atlas, "start")) if claim.window]
    assert document.values("data-days") == [f"{window.start}..{window.end}" for window in own_days]


def test_the_texts_alone_have_no_corroboration(evidence: Evidence, atlas: Atlas) -> None:
    """A view of the texts alone makes a page of the texts alone."""
    subject = subject_of(evidence, atlas, "texts, two sources")
    claims = (*page_claims(subject), *page_facts(subject))
    assert {evidence.sources[claim.source_id].basis.value for claim in claims} == {"text"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_speaks_one_language(evidence: Evidence, atlas: Atlas, language: str) -> None:
    """Document, title and headline are in the language of the view; phrases are marked as their source's."""
    subject = subject_of(evidence, atlas, {"en": "start", "es": "Spanish"}[language])
    document = Document(page_of(subject))
    assert document.tags[0] == ("html", {"lang": language})
    words = translator(language)
    for text in (words("Where US forces were authorised to enter Peru"), subject.headline.text, words("Places and claims")):
        assert text in document.text
    phrases = [given["lang"] for tag, given in document.tags if tag == "q"]
    assert set(phrases) <= {"en", "es"}
    assert len(phrases) == sum(bool(claim.phrase) for claim in (*page_claims(subject), *page_facts(subject)))


def test_the_page_credits_and_links_back(evidence: Evidence, atlas: Atlas) -> None:
    """Licence, credits, version of the data and the address of the view stand in the footer."""
    subject = subject_of(evidence, atlas, "start")
    page = page_of(subject)
    for text in (*atlas.credits_in("en"), evidence.licences[0].path, evidence.version, subject.link):
        assert to_html(text) in page
    assert subject.link in Document(page).values("href")


@pytest.fixture(scope="module")
def plain(evidence: Evidence, atlas: Atlas) -> Document:
    """Return the page with a plain text for every text, without its picture, which places names by their length."""
    return Document(_PICTURE.sub("", page_of(subject_of(hostile_evidence(evidence, "plain"), atlas, "start"))))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_becomes_markup(evidence: Evidence, atlas: Atlas, plain: Document, text: str) -> None:
    """With hostile text for every text the page has the very elements, attributes and scripts that it has with a plain one."""
    hostile = Document(_PICTURE.sub("", page_of(subject_of(hostile_evidence(evidence, text), atlas, "start"))))
    assert [(tag, list(given)) for tag, given in hostile.tags] == [(tag, list(given)) for tag, given in plain.tags]
    assert hostile.scripts[:1] + hostile.scripts[3:] == list(load_parts().scripts)
    assert json.loads(hostile.scripts[1])["places"][0]["name"] == text
    assert [href for href in hostile.values("href") if not href.startswith(("https://", "?v=1&", "#"))] == []


def test_an_address_that_is_not_of_the_web_is_no_link(evidence: Evidence, atlas: Atlas) -> None:
    """A source's address may be anything; only one of the web can be followed."""
    subject = subject_of(hostile_evidence(evidence, "javascript:window.hurt=1"), atlas, "start")
    assert [href for href in Document(page_of(subject)).values("href") if "javascript" in href] == []
