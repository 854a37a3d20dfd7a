"""The command line as a whole."""

import subprocess
import sys

import pytest

from geo.__main__ import cli
from tests.running import run

COMMANDS = ["check", "export", "figure", "geocode", "seal", "sheet", "site"]


def test_there_is_a_command_for_each_thing_the_page_does() -> None:
    """By name."""
    assert sorted(cli.commands) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    """It says how the command is called, and what it does."""
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")
    assert len(result.output.splitlines()) > 5


def test_it_is_called_by_the_name_of_the_package() -> None:
    """``python -m geo`` without a command shows its help."""
    done = subprocess.run([sys.executable, "-m", "geo", "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: python -m geo [OPTIONS] COMMAND")


def test_an_unknown_command_is_a_message() -> None:
    """The exit code is 2."""
    result = run("draw")
    assert result.exit_code == 2
    assert "No such command 'draw'" in result.output
