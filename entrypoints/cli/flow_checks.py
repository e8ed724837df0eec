"""`pytake flow test` and `pytake flow inspect`: no server, no database, exit code 1 when something is wrong."""

from pathlib import Path

import click

from domain.flows.inspection import Severity, World, inspect
from domain.flows.testing import TestRun
from entrypoints.cli.flow_files import FlowFile, play, read_file
from entrypoints.ioc.language import flow_language

FILES = click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.command()
@FILES
@click.option(
    "--tests",
    "more",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Tests in a file of their own; they are run on every FILE.",
)
def test(files: tuple[Path, ...], more: tuple[Path, ...]) -> None:
    """Run the tests of the flows in FILES (exports, or documents with `tests`) and say what is not as expected."""
    language = flow_language()
    read = [read_file(path, number=number, more_tests=list(more)) for number, path in enumerate(files, start=1)]
    total = failed = 0
    for file in read:
        for name, one in file.tests:
            run = play(file, one, language=language, others=read)
            total, failed = total + 1, failed + (not run.passed)
            _tell(file, name, run)
    if not total:
        raise click.ClickException("there are no tests in these files")
    click.echo(f"{total - failed} passed, {failed} failed")
    if failed:
        raise SystemExit(1)


@click.command(name="inspect")
@FILES
def inspect_files(files: tuple[Path, ...]) -> None:
    """Check the flows in FILES as publishing does, but for what only the company's data can tell."""
    language = flow_language()
    read = [read_file(path, number=number, more_tests=[]) for number, path in enumerate(files, start=1)]
    world = World(flows={file.flow.flow_id: file.flow.document for file in read})
    errors = 0
    for file in read:
        for finding in inspect(file.flow.document, language, world=world):
            errors += finding.severity is Severity.ERROR
            click.echo(f"{file.path}: {finding.severity}: {finding.node or 'flow'}: {finding.message} ({finding.code})")
    click.echo(f"{len(read)} checked, {errors} errors")
    if errors:
        raise SystemExit(1)


def _tell(file: FlowFile, name: str, run: TestRun) -> None:
    click.echo(f"{'ok' if run.passed else 'FAILED'}  {file.path}: {name}")
    if run.passed:
        return
    for failure in run.failures:
        click.echo(f"    step {failure.step}: {failure.message}")
    for line in run.transcript:
        choices = f"  [{' | '.join(line.choices)}]" if line.choices else ""
        click.echo(f"    {line.by:>7}: {line.text}{choices}")
