"""What the page is hosted with: the files say what the README and the Makefile say, and ask for no more than the page needs."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
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


def test_what_the_image_leaves_out_is_not_needed() -> None:
    """The page runs where the packages that the image removes cannot be imported."""
    removed = re.search(r"pip uninstall -y (.+?)\s+&&", instructions("RUN")[0])
    assert removed
    code = (
        "import sys; from streamlit.testing.v1 import AppTest\n"
        f"sys.modules.update(dict.fromkeys({removed[1].split()}))\n"
        "app = AppTest.from_file('app.py', default_timeout=120).run()\n"
        "assert not app.exception, app.exception"
    )
    made = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603
    assert made.returncode == 0, made.stderr


def test_hosts_are_asked_for_a_file_system_that_cannot_be_written() -> None:
    """In compose and Kubernetes alike; and a visitor stays with one replica."""
    services = documents("compose.yaml")[0]["services"]
    assert {name: service["read_only"] for name, service in services.items()} == dict.fromkeys(services, True)
    deployment, service, _ = documents("kubernetes.yaml")
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert deployment["spec"]["template"]["spec"]["securityContext"]["runAsUser"] == int(instructions("USER")[0])
    assert service["spec"]["sessionAffinity"] == "ClientIP"
    replicas = re.findall(r"server (ingreso-\d):8501", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"))
    assert set(replicas) == set(services) - {"nginx"}


def test_the_page_reaches_nobody() -> None:
    """Nothing goes out in Kubernetes, and in compose only nginx is in a network that leads anywhere."""
    _, _, policy = documents("kubernetes.yaml")
    assert (policy["spec"]["policyTypes"], policy["spec"]["egress"]) == (["Ingress", "Egress"], [])
    (compose,) = documents("compose.yaml")
    assert compose["networks"]["inside"]["internal"] is True
    networks = {name: service["networks"] for name, service in compose["services"].items()}
    assert [name for name, those in networks.items() if those != ["inside"]] == ["nginx"]


def test_both_hosts_give_a_replica_the_same_memory() -> None:
    """The limit that the attack is held against."""
    deployment, *_ = documents("kubernetes.yaml")
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    limit = container["resources"]["limits"]["memory"]
    services = documents("compose.yaml")[0]["services"]
    assert {service["mem_limit"] for name, service in services.items() if name != "nginx"} == {limit.lower().removesuffix("i")}


def test_traffic_goes_where_the_data_is_loaded() -> None:
    """Readiness asks for the data, liveness only whether the server answers."""
    deployment, *_ = documents("kubernetes.yaml")
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    assert container["readinessProbe"]["httpGet"]["path"] == "/ready"
    assert container["livenessProbe"]["httpGet"]["path"] == "/_stcore/health"


def test_every_variable_of_the_host_is_told() -> None:
    """The policy names each variable of ours that the server reads."""
    policy = (PROJECT / ".ci" / "SECURITY.md").read_text(encoding="utf-8")
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (PROJECT / "geo" / "ui" / "server").rglob("*.py"))
    names = set(re.findall(r'"(INGRESO_[A-Z_]+)"', sources))
    assert names
    assert [name for name in sorted(names) if f"`{name}`" not in policy] == []


PYTHONS = {
    "the oldest there is": (["python3.11", "python3.13", "python3"], "python3.11"),
    "no python3.11": (["python3.12", "python3.13"], "python3.12"),
    "python3 alone": (["python3"], "python3"),
    "a name that does not run": (["!python3.11", "python3.13"], "python3.13"),
}


def make_with(tmp_path: Path, pythons: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``make run`` where only some interpreters are on the path; one with a mark before it is too old, or no venv."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "make", "grep", "sed", "test", "echo", "touch"):
        (folder / tool).symlink_to(str(shutil.which(tool)))
    for name in pythons:
        stub = folder / name.removeprefix("!")
        stub.write_text(f"#!{shutil.which('sh')}\nexit {int(name.startswith('!'))}\n", encoding="ascii")
        stub.chmod(0o755)
    command = [str(folder / "make"), *arguments, "run", f"VENV={tmp_path / 'venv'}"]
    environment = {"PATH": str(folder)}
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.mark.parametrize(("pythons", "chosen"), PYTHONS.values(), ids=PYTHONS)
def test_the_commands_take_the_first_python_that_fits(tmp_path: Path, pythons: list[str], chosen: str) -> None:
    """From 3.11 on, by name; one that does not run, or is too old, is passed over."""
    assert f"|| {chosen} -m venv" in make_with(tmp_path, pythons, "-n").stdout


@pytest.mark.parametrize("pythons", [[], ["!python3"]], ids=["none", "one that does not fit"])
def test_what_is_missing_is_said_in_a_sentence(tmp_path: Path, pythons: list[str]) -> None:
    """And nothing is begun."""
    made = make_with(tmp_path, pythons)
    assert made.stdout.startswith("No Python from 3.11 on with venv was found: install it")
    assert len(made.stdout.splitlines()) == 1
    assert not (tmp_path / "venv").exists()
