"""Request bodies, bounded in size and time."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request

_SECONDS = 10.0


async def body_of(request: Request) -> bytes:
    """The whole body.

    Raises:
        HTTPException: 413, it is longer than the settings allow; 408, it does not come.
    """
    most = request.app.state.settings.body
    if int(request.headers.get("content-length") or 0) > most:
        raise _too_long(most)
    try:
        async with asyncio.timeout(_SECONDS):
            return await _read(request, most)
    except TimeoutError as error:
        raise HTTPException(408, f"the request's body did not come within {_SECONDS:g} seconds") from error


async def _read(request: Request, most: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise _too_long(most)
    return bytes(body)


def _too_long(most: int) -> HTTPException:
    return HTTPException(413, f"the request is longer than {most} bytes")
