"""The server: a socket, uvicorn on it, and a clean end on Ctrl-C, SIGTERM and when its terminal is closed."""

import asyncio
import logging
import signal
import socket
import sys

import uvicorn

from kg.errors import ConfigError
from kg.serve.app import application
from kg.serve.served import Current
from kg.serve.settings import LOOPBACK, Settings

_PATIENCE = 3
"""Seconds that requests have to end after the server was told to."""
_CONNECTIONS = 1000


def hosts(host: str) -> tuple[str, ...]:
    """The names that a server which listens on an address may be called by.

    On a loopback address only those of this machine: a page of the web whose name is pointed there reads nothing.
    """
    return tuple({*LOOPBACK, host}) if host in LOOPBACK or host.startswith("127.") else ("*",)


def run(settings: Settings, host: str, port: int) -> None:
    """Serve until SIGINT, SIGTERM or SIGHUP.

    Raises:
        ConfigError: the address cannot be listened on.
        KgError: the build cannot be read.
    """
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.INFO)
    listening = _listening(host, port)
    with listening:
        asyncio.run(_serve(settings, listening))


async def _serve(settings: Settings, listening: socket.socket) -> None:
    app = application(settings)
    async with app.router.lifespan_context(app):
        host, port = listening.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"Serving {settings.folder} at http://{shown}:{port}/ (Ctrl-C ends it)", flush=True)
        config = uvicorn.Config(
            app,
            lifespan="off",
            access_log=False,
            log_config=None,
            log_level="warning",
            limit_concurrency=_CONNECTIONS,
            server_header=False,
            timeout_graceful_shutdown=_PATIENCE,
            ws="none",
        )
        server = _Server(config, app.state.current)
        for number in _endings():
            signal.signal(number, server.handle_exit)
        await server.serve(sockets=[listening])


def _endings() -> tuple[int, ...]:
    """The signals that end it, but a hang-up that whoever started it has told it to ignore (nohup).

    uvicorn heeds the first two by itself, though only once it runs, and then raises the one that ended it once more for
    whoever heeded it before.
    """
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is None or signal.getsignal(hangup) is signal.SIG_IGN:
        return signal.SIGINT, signal.SIGTERM
    return signal.SIGINT, signal.SIGTERM, hangup


class _Server(uvicorn.Server):
    """Ends queries as soon as it is told to end, so that requests need not be cut off."""

    def __init__(self, config: uvicorn.Config, current: Current) -> None:
        super().__init__(config)
        self._current = current

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let requests end, for some seconds."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # it logs those that it cuts off as errors
        self._current.stop()
        await super().shutdown(sockets)


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(2048)
    except OSError as error:
        problem = f"{host} port {port}: cannot be listened on ({error.strerror}); choose another with --host or --port"
        raise ConfigError(problem) from error
    return made
