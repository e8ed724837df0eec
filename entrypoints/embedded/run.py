"""Run the embedded services until told to end: `python -m entrypoints.embedded.run --folder .pytake`."""

import argparse
import signal
import sys
from pathlib import Path

from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.errors import EmbeddedServiceError
from entrypoints.embedded.services import EmbeddedServices, start_services

END_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def main() -> int:
    """Start the services, print their addresses, and stop them on SIGTERM or Ctrl-C."""
    arguments = _arguments()
    try:
        if arguments.erase:
            erase_folder(folder=arguments.folder)
        else:
            _run(arguments.folder)
    except EmbeddedServiceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _run(folder: Path) -> None:
    """Run until a signal comes. They are held back and waited for, so none disturbs the start or the stop."""
    signal.pthread_sigmask(signal.SIG_BLOCK, END_SIGNALS)
    with start_services(folder=folder) as running:
        _show(running.services)
        signal.sigwait(END_SIGNALS)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m entrypoints.embedded.run", description=main.__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="where the data are kept")
    parser.add_argument("--erase", action="store_true", help="delete all data of the folder and end")
    return parser.parse_args()


def _show(services: EmbeddedServices) -> None:
    sys.stdout.write(
        f"DATABASE_URL={services.owner_url}\nREDIS_URL={services.redis_url}\ndata={services.data_folder}\n",
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
