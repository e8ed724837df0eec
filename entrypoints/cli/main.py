"""`pytake`: the command line."""

import click

from entrypoints.cli.audit import audit
from entrypoints.cli.config import config
from entrypoints.cli.demo.command import demo
from entrypoints.cli.doctor.command import doctor
from entrypoints.cli.flow import flow
from entrypoints.cli.jobs import jobs
from entrypoints.cli.keys import keys
from entrypoints.cli.lanes import lanes
from entrypoints.cli.migrate import migrate
from entrypoints.cli.serve import serve
from entrypoints.cli.simulate import simulate
from entrypoints.cli.tenant_standing import tenant
from entrypoints.cli.user import user
from entrypoints.cli.work import work


@click.group()
@click.version_option(package_name="pytake")
def main() -> None:
    """PyTake: companies run their WhatsApp."""


for command in (audit, config, demo, doctor, flow, jobs, keys, lanes, migrate, serve, simulate, tenant, user, work):
    main.add_command(command)

if __name__ == "__main__":
    main()
