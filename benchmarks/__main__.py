"""`python -m benchmarks [names…] [--quick]`: run benchmarks and write benchmarks/RESULTS.md."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import uvloop

from benchmarks import (
    access,
    dashboard,
    end_to_end,
    flow_engine,
    flow_turns,
    imports,
    inbox,
    ingest,
    lanes,
    open_loop,
    passwords,
    sockets,
)
from benchmarks.harness.machine import load
from benchmarks.harness.receivers import has_fastapi
from benchmarks.harness.report import Finding, page
from benchmarks.harness.size import FULL, QUICK, Size
from benchmarks.harness.world import World, own_servers, prepare

BENCHMARKS = {
    "ingest": ingest.run,
    "open_loop": open_loop.run,
    "end_to_end": end_to_end.run,
    "flow_engine": flow_engine.run,
    "flow_turns": flow_turns.run,
    "lanes": lanes.run,
    "passwords": passwords.run,
    "access": access.run,
    "inbox": inbox.run,
    "imports": imports.run,
    "sockets": sockets.run,
    "dashboard": dashboard.run,
}
RESULTS = Path(__file__).with_name("RESULTS.md")


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for."""
    given = _arguments(arguments)
    size = _size(given)
    if not given.quick and not has_fastapi():
        sys.exit("FastAPI is missing: pip install --require-hashes --requirement requirements/bench.lock")
    command = " ".join(["python -m benchmarks", *arguments])
    with own_servers(durable=size.durable) as world, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_run(world, size, given.names or list(BENCHMARKS), command=command))
    return 0


async def _run(world: World, size: Size, names: Sequence[str], *, command: str) -> None:
    """Run them in order; what is known so far is on the page after each."""
    postgres = await prepare(world)
    findings: list[Finding] = []
    for name in names:
        print(f"{name} (load {load()})", flush=True)
        findings.append(await BENCHMARKS[name](world, size))
        text = page(findings, command=command, postgres=f"{postgres} ({world.durability})")
        if size.name == FULL.name:
            RESULTS.write_text(text, encoding="utf-8")
    print(text)


def _size(given: argparse.Namespace) -> Size:
    if given.quick:
        return QUICK
    return msgspec.structs.replace(
        FULL,
        inbox_conversations=given.conversations or FULL.inbox_conversations,
        inbox_messages=given.messages or FULL.inbox_messages,
    )


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Run benchmarks.")
    parser.add_argument("names", nargs="*", help=f"of {', '.join(BENCHMARKS)}; all when none is named")
    parser.add_argument("--quick", action="store_true", help="the smallest size: is it right? (writes nothing)")
    parser.add_argument("--conversations", type=int, help="of the inbox, such as 1000000")
    parser.add_argument("--messages", type=int, help="of the inbox, such as 20000000, which takes 30 GB")
    given = parser.parse_args(arguments)
    if unknown := set(given.names) - BENCHMARKS.keys():
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return given


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
