"""Waiting for news: who has a document open hears within a second that the project has moved on.

Nobody tells us: the project may be changed by a page, a route or another program. One look at its revision, a few
times a second and only while somebody waits, serves all who wait.
"""

import asyncio
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool

from qualcode import Project
from qualcode.errors import QualcodeError

EVERY = 0.4
"""Seconds between two looks."""


class _Lookout:
    """Looks at one project's revision while anybody waits."""

    def __init__(self) -> None:
        self.moved = asyncio.Event()
        self.latest = -1
        self.waiting = 0
        self.looking: asyncio.Task[None] | None = None

    async def look(self, project: Project) -> None:
        """Until nobody waits; whatever is wrong with the project, those who wait will be told when they read it."""
        while self.waiting:
            try:
                found = await run_in_threadpool(_revision, project)
            except QualcodeError:
                found = -2
            if found != self.latest:
                self.latest = found
                self.moved.set()
                self.moved = asyncio.Event()
            await asyncio.sleep(EVERY)


_lookouts: WeakKeyDictionary[object, _Lookout] = WeakKeyDictionary()


async def moved_on(project: Project, since: int, seconds: float) -> None:
    """Waits until the project is at another revision than `since`, at most so many seconds."""
    if await run_in_threadpool(_revision, project) != since:
        return
    lookout = _lookouts.setdefault(project.store, _Lookout())
    lookout.waiting += 1
    try:
        async with asyncio.timeout(seconds):
            if lookout.looking is None or lookout.looking.done():
                lookout.latest = since
                lookout.looking = asyncio.create_task(lookout.look(project))
            while lookout.latest == since:
                await lookout.moved.wait()
    except TimeoutError:
        return
    finally:
        lookout.waiting -= 1


def _revision(project: Project) -> int:
    return project.revision
