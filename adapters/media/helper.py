"""The process that reads other people's files: one line of JSON asks, one answers. It has no secrets and little memory.

A file that is made to break its reader breaks this process, which is then replaced.
"""

import resource
import sys
from pathlib import Path

import msgspec

from adapters.media.pictures import clean_picture
from adapters.media.sniffing import sniff
from adapters.media.sounds import make_voice, watch
from adapters.media.tasks import Answer, Task
from domain.media.errors import MediaProblem, MediaRefusedError

MEMORY = 2 * 1024**3
"""Bytes of address space: four times what the largest picture needs, with the libraries."""
LARGEST_FILE = 256 * 1024**2


def answer(task: Task) -> Answer:
    """Do what is asked."""
    path = Path(task.path)
    try:
        match task.do:
            case "sniff":
                return Answer(sniffed=sniff(path))
            case "clean_picture":
                return Answer(looks=clean_picture(path))
            case "watch":
                return Answer(looks=watch(path))
            case _:
                return Answer(looks=make_voice(path, Path(task.target or "")))
    except MediaRefusedError as error:
        return Answer(problem=error.problem, message=error.message)
    except MemoryError:
        return Answer(problem=MediaProblem.TOO_MANY_PIXELS, message="The file is too large to be drawn.")


def main() -> None:
    """Answer until nobody asks."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin.buffer:
        reply = answer(msgspec.json.decode(line, type=Task))
        sys.stdout.buffer.write(msgspec.json.encode(reply) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
