"""`kg fetch`: articles from RSS and Atom feeds."""

import sys
from pathlib import Path

import click


@click.command(epilog="Example: kg fetch https://example.org/world.rss -o articles && kg build articles")
@click.argument("feeds", nargs=-1, required=True, metavar="FEED_URL...")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("articles"),
    show_default=True,
    help="Folder for the articles, one JSON file each.",
)
@click.option(
    "--delay",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    help="Seconds between two requests to one site; robots.txt may ask for more.",
)
def command(feeds: tuple[str, ...], out: Path, delay: float) -> None:
    """Fetch the articles that feeds list and the folder does not hold yet; run it again for what is new.

    Asks robots.txt, waits between requests, tries again where a server is busy, and asks for a feed only if it
    has changed. Exit code 1: a feed could not be read.
    """
    from kg.commands.progress import tracker
    from kg.commands.terminal import print_problems
    from kg.counting import counted
    from kg.fetch import fetch

    fetched = fetch(
        feeds,
        out,
        delay=delay,
        report=lambda problem: print_problems([problem]),
        track=tracker("fetching", "articles", lambda missing: missing),
    )
    unchanged = f"; {counted(fetched.unchanged, 'feed')} without anything new" if fetched.unchanged else ""
    told = f"{fetched.known} there already, {fetched.failed} not to be had"
    click.echo(f"{counted(fetched.new, 'new article')} in {out}, {told}{unchanged}.")
    sys.exit(int(fetched.feeds < len(set(feeds))))
