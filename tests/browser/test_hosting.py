"""The page where it is hosted: on a file system that cannot be written, and as one of two replicas behind nginx."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import settle
from tests.browser.serving import PROJECT, free_port, serve, stop, wait_until_healthy, wait_until_open
from tests.test_deployment import DEPLOY, PAGE

LINK = "?v=1&auth=9307&role=venue&place=pisco&lang=es"


def contents(folder: Path) -> dict[str, float]:
    """Return when each file in a folder was last written."""
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def copy_page(folder: Path) -> None:
    """Copy what the image holds, without compiled code."""
    folder.mkdir()
    for name in PAGE:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / name, folder / name)


def test_the_page_writes_nothing(browser: Browser, tmp_path: Path) -> None:
    """Neither in its own folder nor in that of its user nor in the one for passing things, so all may be read-only."""
    copy_page(tmp_path / "app")
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    before = contents(tmp_path)
    home = {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
    with serve(folder=tmp_path / "app", environment=home) as running:
        show(browser, running.address)
    assert len(before) > 100
    assert contents(tmp_path) == before


def show(browser: Browser, address: str) -> str:
    """Open a link in a browser of its own, wait for the map, and return what is shown of the place."""
    page = browser.new_page()
    page.goto(f"{address}/{LINK}")
    page.frame_locator(".st-key-map iframe").locator("path.place-pisco.selected").wait_for(state="attached", timeout=60_000)
    page.locator(".st-key-timeline .tl").wait_for()
    settle(page)
    shown = page.locator(".st-key-headline").inner_text() + page.locator(".st-key-detail").inner_text()
    page.close()
    return shown


@contextmanager
def nginx(folder: Path, replicas: list[int], *, port: int = 0, **replaced: str) -> Iterator[str]:
    """Run nginx as configured, in front of replicas on these ports; keywords are what is replaced in its locations."""
    port = port or free_port()
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8").replace("listen 8080", f"listen {port}")
    for number, replica in enumerate(replicas, start=1):
        text = text.replace(f"ingreso-{number}:8501", f"127.0.0.1:{replica}")
    text = text.replace("location / {", replaced.get("location", "location / {"))
    text = text.replace("proxy_pass http://page;", replaced.get("proxy_pass", "proxy_pass http://page;"))
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    folder.chmod(0o755)
    executable = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert executable, "nginx is missing: make nginx"
    command = [executable, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    with subprocess.Popen(command) as process:  # noqa: S603 - our own
        try:
            wait_until_open(port)
            yield f"http://localhost:{port}"
        finally:
            stop(process)


def test_a_replica_dies_and_a_reload_shows_the_same(browser: Browser, tmp_path: Path) -> None:
    """Behind nginx a visitor stays with one of two replicas; whichever is killed, the link shows what it showed before."""
    with serve() as first, serve() as second, nginx(tmp_path, [first.port, second.port]) as address:
        shown = show(browser, address)
        assert "Pisco" in shown
        assert show(browser, address) == shown
        first.process.kill()
        first.process.wait()
        assert show(browser, address) == shown
        with serve(port=first.port) as again:
            second.process.kill()
            second.process.wait()
            wait_until_healthy(address, again.process)  # nginx tries a replica that failed again after five seconds
            assert show(browser, address) == shown
