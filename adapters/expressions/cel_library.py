"""The library `cel`, without its command line.

Its package imports a command line of its own (typer, prompt_toolkit, pygments): a sixth of what a process of ours needs
to start, for what nobody here calls. An empty module in its place keeps it out.
"""

import sys
from types import ModuleType

sys.modules.setdefault("cel.cli", ModuleType("cel.cli"))

import cel  # noqa: E402 - only after the line above

__all__ = ["cel"]
