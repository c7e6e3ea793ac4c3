"""The command line: commands parse their arguments, call the library, and print."""

import signal
import sys
from importlib import import_module
from typing import NoReturn

import click

from kg import __version__
from kg.errors import KgError

_COMMANDS = (
    "fetch", "build", "extract", "dates", "export", "check",
    "timeline", "history", "explain", "report", "query", "serve", "merge", "actors", "bench",
)  # fmt: skip
_ENDS = (signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))
"""Signals by which a process is asked to end, the second when its terminal is closed; Ctrl-C is Python's."""


class _Lazy(click.Group):
    """Imports a command's module only when it runs: most need no parser and no graph library."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"kg.commands.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        for number in _ENDS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                signal.signal(number, _end)
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)


def _end(number: int, _: object) -> NoReturn:
    """Asked to end: as after Ctrl-C, what is done is kept and nothing stays half-written."""
    sys.exit(128 + number)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Turn news articles into a merged, dated, attributed graph of leaders, countries and meetings."""
