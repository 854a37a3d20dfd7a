"""The command line, called as from a terminal."""

from click.testing import CliRunner, Result

import geo.__main__ as command_line


def run(*arguments: object) -> Result:
    """Run a command, and see to it that it ended by itself."""
    result = CliRunner().invoke(command_line.cli, [str(argument) for argument in arguments], prog_name="python -m geo")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result
