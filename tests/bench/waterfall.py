"""``python -m tests.bench.waterfall``: every request of a first visit on the slow line, so that one sees what it waits for.

One line a request: when it was asked for, when its first byte and its last came (seconds since the visit), kB over the line,
whether it was compressed, who asked for it, and its address. The moments that a reader sees stand between them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import click
from playwright.sync_api import CDPSession, Page

from tests.bench.servers import serve, wait_until_healthy
from tests.bench.slow_line import LINE
from tests.bench.subjects import LIGHT, PEERS, SUBJECTS
from tests.bench.watching import PHONE, Visitor, open_browser, open_device

PAGES = {subject.name: subject for subject in (*SUBJECTS, *PEERS, LIGHT)}
READINGS = ("picture", "shown", "usable")


@dataclass(slots=True)
class Waterfall:
    """What a page asked for, by the id of the request."""

    asked: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    answered: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    ended: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def watch(self, page: Page) -> None:
        """Slow the line of a page, and note from now on."""
        line: CDPSession = page.context.new_cdp_session(page)
        line.on("Network.requestWillBeSent", lambda event: self.asked.update({event["requestId"]: event}))
        line.on("Network.responseReceived", lambda event: self.answered.update({event["requestId"]: event}))
        line.on("Network.loadingFinished", lambda event: self.ended.update({event["requestId"]: event}))
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", LINE)

    def lines(self) -> Iterator[tuple[float, str]]:
        """Yield the moment and the line of each request that came to its end."""
        begin = min(event["timestamp"] for event in self.asked.values())
        for key, event in self.asked.items():
            if key not in self.answered or key not in self.ended or not event["request"]["url"].startswith("http"):
                continue
            answer, end = self.answered[key], self.ended[key]
            seconds = [moment["timestamp"] - begin for moment in (event, answer, end)]
            times = " ".join(f"{one:6.2f}" for one in seconds)
            headers = {name.lower(): value for name, value in answer["response"]["headers"].items()}
            packed = headers.get("content-encoding", "")
            path = event["request"]["url"].split("/", 3)[-1][:90]
            asker = event["initiator"]["type"]
            yield seconds[0], f"{times} {end['encodedDataLength'] / 1000:7.1f} {packed:5} {asker:9} /{path}"


@click.command()
@click.argument("name", type=click.Choice(list(PAGES)), default="page")
def main(name: str) -> None:
    """Print the requests of a first visit of the page NAME, on a phone on a slow line, in the order of time."""
    subject = PAGES[name]
    with serve(subject) as server, open_browser() as browser:
        wait_until_healthy(server)
        with open_device(browser, subject, PHONE) as phone:
            Visitor.visit(phone, server).first_view()
        with open_device(browser, subject, PHONE) as phone:
            waterfall = Waterfall()
            visitor = Visitor.visit(phone, server, prepare=waterfall.watch)
            visitor.first_view()
            seen = {reading: visitor.first_time(reading) for reading in READINGS}
            moments = [(at - visitor.opened, f"---- {reading}") for reading, at in seen.items() if at]
            click.echo("\n".join(line for _, line in sorted([*waterfall.lines(), *moments])))


if __name__ == "__main__":
    main()
