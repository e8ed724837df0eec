"""How often what happened in a flow, counted in PostgreSQL from its sessions and their sprints."""

from collections.abc import Sequence

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.listing import to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from application.ports.readers.flow_numbers import Counted, FlowTallies, StepTally, StopTally, VersionTally
from domain.shared.ids import TenantId

MOST_VALUES = 20
"""The answers to a question that are told one by one; the rest are in its total."""

_AT_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"

_WHICH = """
  flow_sessions.tenant_id = :tenant_id AND flow_sessions.flow_id = ANY (CAST(:flow_ids AS uuid[]))
  AND flow_sessions.started_at >= :since AND flow_sessions.started_at < :until
  AND (CAST(:version AS int) IS NULL OR flow_versions.number = :version)
"""

_VERSIONS = Statement(
    f"""
    SELECT flow_sessions.flow_id, flow_sessions.version_id, flow_versions.number, flow_sessions.status,
      count(*) AS sessions
    FROM flow_sessions
    JOIN flow_versions ON flow_versions.tenant_id = flow_sessions.tenant_id
      AND flow_versions.id = flow_sessions.version_id
    WHERE {_WHICH}
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 3 DESC, 4
    """  # noqa: S608 - our own text
)

_PLAYED = f"""
  played AS MATERIALIZED (
    SELECT flow_sessions.id, flow_sessions.status, flow_sessions.node,
      flow_sessions.state ->> 'version_id' = CAST(flow_sessions.version_id AS text) AS at_home
    FROM flow_sessions
    JOIN flow_versions ON flow_versions.tenant_id = flow_sessions.tenant_id
      AND flow_versions.id = flow_sessions.version_id
    WHERE {_WHICH}
    ORDER BY flow_sessions.id DESC LIMIT :most)
"""  # noqa: S608 - the same

_STOPS = Statement(
    f"""
    WITH {_PLAYED}
    SELECT node, status, count(*) AS sessions, grouping(node) = 1 AS is_total FROM played
    GROUP BY GROUPING SETS ((node, status, at_home), ())
    HAVING grouping(node) = 1 OR (node IS NOT NULL AND at_home)
    ORDER BY node, status
    """  # noqa: S608 - the same
)
"""With a row of all, without node."""

# A visit begins where the step before was on another node, or left this one; its time is known once it was left.
_STEPS = Statement(
    f"""
    WITH {_PLAYED},
    steps AS MATERIALIZED (
      SELECT played.id AS session_id, played.status, flow_sprints.number, step.place, step.node, step.type, step.event,
        step.edge, step.at, step.noted
      FROM played
      JOIN flow_sprints ON flow_sprints.tenant_id = :tenant_id AND flow_sprints.session_id = played.id
      CROSS JOIN LATERAL (
        SELECT place, item ->> 'node' AS node, item ->> 'type' AS type, item ->> 'event' AS event,
          item ->> 'edge' AS edge, CAST(item ->> 'at' AS timestamptz) AS at, item -> 'values' AS noted,
          item -> 'version' AS version
        FROM jsonb_array_elements(flow_sprints.trace) WITH ORDINALITY AS one (item, place)) AS step
      WHERE step.version IS NULL),
    marked AS (
      SELECT *, CASE WHEN lag(node) OVER way IS DISTINCT FROM node OR lag(edge) OVER way IS NOT NULL
        THEN 1 ELSE 0 END AS enters
      FROM steps WINDOW way AS (PARTITION BY session_id ORDER BY number, place)),
    numbered AS (
      SELECT *, sum(enters) OVER (PARTITION BY session_id ORDER BY number, place) AS visit FROM marked),
    visits AS (
      SELECT session_id, node, max(type) AS type, min(at) AS began, max(at) FILTER (WHERE edge IS NOT NULL) AS gone
      FROM numbered GROUP BY session_id, node, visit),
    noted AS (
      SELECT steps.session_id, steps.status, steps.node, steps.type, value.name, value.value FROM steps
      CROSS JOIN LATERAL (VALUES ('answer', noted ->> 'answer'), ('choice', noted ->> 'choice'),
        ('branch', noted ->> 'branch')) AS value (name, value)
      WHERE noted IS NOT NULL AND value.value IS NOT NULL),
    ended AS (
      SELECT node, name, value, jsonb_object_agg(status, number) AS statuses FROM (
        SELECT node, name, value, status, count(DISTINCT session_id) AS number FROM noted
        WHERE type = 'random' GROUP BY 1, 2, 3, 4) AS each GROUP BY 1, 2, 3),
    valued AS (
      SELECT node, max(type) AS type, name, value, count(*) AS times, count(DISTINCT session_id) AS sessions,
        row_number() OVER (PARTITION BY node, name ORDER BY count(*) DESC, value) AS rank
      FROM noted GROUP BY node, name, value)
    SELECT 'node' AS kind, node, max(type) AS type, CAST(NULL AS text) AS name, CAST(NULL AS text) AS value,
      count(*) AS times, count(DISTINCT session_id) AS sessions,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM gone - began) * 1000)
        FILTER (WHERE gone IS NOT NULL) AS median_ms, CAST('{{}}' AS jsonb) AS statuses
    FROM visits GROUP BY node
    UNION ALL
    SELECT 'event', node, max(type), event, NULL, count(*), count(DISTINCT session_id), NULL, '{{}}'
    FROM steps GROUP BY node, event
    UNION ALL
    SELECT 'edge', node, max(type), edge, NULL, count(*), count(DISTINCT session_id), NULL, '{{}}'
    FROM steps WHERE edge IS NOT NULL GROUP BY node, edge
    UNION ALL
    SELECT 'value', node, type, name, value, times, sessions, NULL, coalesce(ended.statuses, '{{}}')
    FROM valued LEFT JOIN ended USING (node, name, value) WHERE rank <= :most_values
    ORDER BY 1, 2, 6 DESC, 4, 5
    """  # noqa: S608 - the same
)


class PostgresFlowNumbers(TenantReader):
    """Counts what happened in flows."""

    async def versions(self, tenant_id: TenantId, counted: Counted) -> Sequence[VersionTally]:
        """Count sessions by flow, version and state."""
        async with self._reading(tenant_id) as connection:
            return await _versions(connection, counted)

    async def all_of(self, tenant_id: TenantId, counted: Counted) -> FlowTallies:
        """Count everything, of the first of the flows."""
        one = msgspec.structs.replace(counted, flow_ids=counted.flow_ids[:1])
        async with self._database.tenant_transaction(tenant_id, _AT_ONE_MOMENT) as driver:
            connection = TenantConnection(driver, tenant_id)
            stops = await connection.fetch(_STOPS, **_values(one), most=one.most)
            steps = await connection.fetch(_STEPS, **_values(one), most=one.most, most_values=MOST_VALUES)
            return FlowTallies(
                versions=await _versions(connection, one),
                steps=[_step(row) for row in steps],
                stops=[to_struct(_without_total(row), StopTally) for row in stops if not row["is_total"]],
                played=sum(row["sessions"] for row in stops if row["is_total"]),
            )


async def _versions(connection: TenantConnection, counted: Counted) -> list[VersionTally]:
    return [to_struct(row, VersionTally) for row in await connection.fetch(_VERSIONS, **_values(counted))]


def _values(counted: Counted) -> dict[str, object]:
    return {
        "flow_ids": list(counted.flow_ids),
        "since": counted.since,
        "until": counted.until,
        "version": counted.version,
    }


def _step(row: Row) -> StepTally:
    return msgspec.convert({**row, "statuses": msgspec.json.decode(row["statuses"])}, StepTally)


def _without_total(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "is_total"}
