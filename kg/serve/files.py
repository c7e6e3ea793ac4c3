"""Large answers, made once for each build and then sent from disk: the whole build as JSON, its graph in RDF."""

import asyncio
import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kg.serve.served import Build, build_of


async def whole(request: Request) -> Response:
    """Everything about a build in one document: its events and its documents."""
    return await made(request, "build.json", "application/json", _write_whole)


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
        write(build, plain)
    if zipped and not small.exists():
        with plain.open("rb") as source, gzip.open(small, "wb", compresslevel=5) as target:
            shutil.copyfileobj(source, target)
    return small if zipped else plain


def _write_whole(build: Build, path: Path) -> None:
    content = {"build": build.identity, "events": build.events, "documents": build.documents}
    path.write_bytes(msgspec.json.encode(content))
