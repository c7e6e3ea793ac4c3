"""`kg serve`: a build over HTTP, with SPARQL, a JSON API and the explorer."""

from pathlib import Path

import click

from kg.errors import ConfigError


@click.command(epilog="Example: kg serve out --port 8080 --timeout 5")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path), default=Path("out"))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0: all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), default=10.0, show_default=True, metavar="SECONDS",
    help="Time after which a query is stopped.",
)  # fmt: skip
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="Most rows of a query.")
@click.option(
    "--workers", type=click.IntRange(1), default=2, show_default=True, metavar="N",
    help="Processes that answer queries; each holds the graph in memory.",
)  # fmt: skip
@click.option(
    "--cors", multiple=True, metavar="ORIGIN",
    help="Pages of this origin may ask too, like https://example.org (repeatable; *: all).",
)  # fmt: skip
def command(out: Path, host: str, port: int, timeout: float, limit: int, workers: int, cors: tuple[str, ...]) -> None:
    """Serve the build in a folder: SPARQL at /sparql, JSON under /api/, the explorer at /.

    A newer build in the folder takes the old one's place at once. Ctrl-C ends the server.
    """
    try:
        import prometheus_client  # noqa: F401
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise ConfigError(
            "serving needs the extra `serve`, which is not installed; pip install -e '.[serve]' in kg's folder"
        ) from error
    from kg.query import Limits
    from kg.serve.run import hosts, run
    from kg.serve.settings import Settings

    limits = Limits(seconds=timeout, rows=limit, memory=1024**3)
    run(Settings(folder=out, limits=limits, workers=workers, cors=cors, hosts=hosts(host)), host, port)
