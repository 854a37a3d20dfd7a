"""What the page is hosted with: the files say what the README and the Makefile say, and ask for no more than the page needs."""

import json
import re
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[1]
DEPLOY = PROJECT / ".ci" / "deploy"
PAGE = ("app.py", "geo", "data", ".streamlit", "requirements.txt")
"""What the image holds."""


def instructions(name: str) -> list[str]:
    """Return what stands behind an instruction of the Dockerfile, continued lines as one."""
    text = (PROJECT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.removeprefix(name).strip() for line in text.splitlines() if line.startswith(f"{name} ")]


def documents(file: str) -> list[dict[str, Any]]:
    """Return the documents of a YAML file."""
    return list(yaml.safe_load_all((DEPLOY / file).read_text(encoding="utf-8")))


def test_the_image_runs_the_command_of_the_makefile() -> None:
    """A container starts the page as `make run` does, on the port that everything else names."""
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    command = re.search(r"^\t\$\(BIN\)/(streamlit run .*)$", makefile, re.MULTILINE)
    port = re.search(r"^PORT \?= (\d+)$", makefile, re.MULTILINE)
    assert command
    assert port
    assert json.loads(instructions("CMD")[0]) == command[1].replace("$(PORT)", port[1]).split()
    assert instructions("EXPOSE") == [port[1]]


def test_the_image_holds_the_page_and_nothing_else() -> None:
    """It copies what exists, needs no root, and says whether it is well."""
    copied = [name for line in instructions("COPY") for name in line.split()[:-1]]
    assert sorted(copied) == sorted(PAGE)
    assert all((PROJECT / name).exists() for name in copied)
    assert instructions("USER") == ["10001"]
    assert "/_stcore/health" in instructions("HEALTHCHECK")[0]


def test_hosts_are_asked_for_a_file_system_that_cannot_be_written() -> None:
    """In compose and Kubernetes alike; and a visitor stays with one replica."""
    services = documents("compose.yaml")[0]["services"]
    assert {name: service["read_only"] for name, service in services.items()} == dict.fromkeys(services, True)
    deployment, service = documents("kubernetes.yaml")
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert deployment["spec"]["template"]["spec"]["securityContext"]["runAsUser"] == int(instructions("USER")[0])
    assert service["spec"]["sessionAffinity"] == "ClientIP"
    replicas = re.findall(r"server (ingreso-\d):8501", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"))
    assert set(replicas) == set(services) - {"nginx"}
