"""`kg report`: a printable page about a person or a country."""

from contextlib import suppress
from pathlib import Path

import click

from kg.commands import options


@click.command(epilog='Example: kg report "Xi Jinping" -i out -o report.html')
@click.argument("name")
@click.option(
    "-o", "--out", "file", type=click.Path(dir_okay=False, path_type=Path), default=Path("report.html"),
    show_default=True, help="File to write.",
)  # fmt: skip
@click.option(
    "-i", "--in", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("out"), show_default=True,
    help="Folder of the build.",
)  # fmt: skip
@click.option("--as-of", type=options.Day(end=True), help="What had been reported by a day.")
def command(name: str, file: Path, folder: Path, as_of: object) -> None:
    """Write a page about a person, country or place: summary, timeline, who with whom, sources.

    NAME is any that the tables know or a word of a label, as in kg timeline. The page is one HTML file that opens from
    disk and prints well.
    """
    from datetime import date

    from kg.atomic import open_text
    from kg.built import events, sources
    from kg.dossier import page
    from kg.errors import NotFoundError
    from kg.timeline import Name, posts, select

    day = as_of if isinstance(as_of, date) else None
    chosen = list(select(events(folder), names=[name], as_of=day))
    if not chosen:
        raise NotFoundError(f"{name}: in no event; `kg timeline` prints all of them")
    titles: dict[str, str] = {}
    own = Name(name)
    subject = own.subject(chosen)
    title = subject.label if subject else name
    with suppress(NotFoundError):  # a build may have left the documents out: the page then has their ids
        titles |= {source.id: source.title for source in sources(folder) if source.title}
    html = page(title, chosen, lambda actor: own.fits(actor.id, actor.label, actor.country), posts(subject), titles)
    with open_text(file) as out:
        out.write(html)
    click.echo(f"Written: {file}")
