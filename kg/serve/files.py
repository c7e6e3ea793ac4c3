"""Large answers, made once for each build and then sent from disk: the explorer's story, the graph in RDF."""

import asyncio
import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kg import built
from kg.config import Config
from kg.errors import NotFoundError
from kg.export import story as stories
from kg.serve import asked
from kg.serve.served import Build, build_of, log


async def story(request: Request) -> Response:
    """The document that the explorer reads (`kg.export.story`)."""
    asked.known(request.query_params)
    return await made(request, "story.json", "application/json", _write_story)


async def made(request: Request, name: str, media: str, write: Callable[[Build, Path], None]) -> Response:
    """A file of the build, written when first asked for, compressed for those who take that."""
    build = build_of(request)
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    async with build.lock:
        file = await asyncio.to_thread(_file, build, name, write, zipped)
    headers = {"ETag": f'W/"{build.identity}-{name}"', "Cache-Control": "no-cache", "Vary": "Accept, Accept-Encoding"}
    return FileResponse(file, media_type=media, headers=headers | ({"Content-Encoding": "gzip"} if zipped else {}))


def _file(build: Build, name: str, write: Callable[[Build, Path], None], zipped: bool) -> Path:
    plain, small = build.copies / f"made-{name}", build.copies / f"made-{name}.gz"
    if not plain.exists():
        half = plain.with_suffix(".half")
        write(build, half)
        half.replace(plain)
    if zipped and not small.exists():
        half = small.with_suffix(".half")
        with plain.open("rb") as source, gzip.open(half, "wb", compresslevel=5) as target:
            shutil.copyfileobj(source, target)
        half.replace(small)
    return small if zipped else plain


def _write_story(build: Build, path: Path) -> None:
    try:
        graph = built.graph(build.copies, Config(), log.warning)
    except NotFoundError as error:
        raise HTTPException(404, "this build left out files of JSON Lines; build without --format") from error
    path.write_bytes(stories.encoded(graph))
