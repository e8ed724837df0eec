"""How much is measured: everything a benchmark may shorten is here."""

import msgspec


class Size(msgspec.Struct, frozen=True, kw_only=True):
    """One size of all benchmarks; seconds are of one side in one round."""

    name: str
    rounds: int
    ingest_seconds: float
    ingest_bodies_per_second: int
    open_loop_rates: tuple[int, ...]
    open_loop_seconds: float
    answers: int
    half_load_seconds: float
    replay_messages: int
    replay_streams: int
    engine_seconds: float
    turn_seconds: float
    login_seconds: float
    access_rounds: int
    access_seconds: float
    access_sessions: int
    lanes: int
    lane_events: int
    inbox_conversations: int
    inbox_messages: int
    inbox_seconds: float
    sockets: int
    agents: int
    socket_events: float
    socket_seconds: float
    import_rows: int
    durable: bool


FULL = Size(
    name="full",
    rounds=5,
    ingest_seconds=2.0,
    ingest_bodies_per_second=9_000,
    open_loop_rates=(300, 1_000, 2_000),
    open_loop_seconds=4.0,
    answers=300,
    half_load_seconds=6.0,
    replay_messages=100,
    replay_streams=4,
    engine_seconds=1.0,
    turn_seconds=3.0,
    login_seconds=5.0,
    access_rounds=20,
    access_seconds=0.5,
    access_sessions=500,
    lanes=2_000,
    lane_events=2,
    inbox_conversations=200_000,
    inbox_messages=4_000_000,
    inbox_seconds=1.0,
    sockets=10_000,
    agents=200,
    socket_events=20.0,
    socket_seconds=5.0,
    import_rows=100_000,
    durable=True,
)
"""Some minutes each; five rounds are the fewest whose median says something (reference/reliability.md D.4)."""

QUICK = Size(
    name="quick",
    rounds=1,
    ingest_seconds=0.2,
    ingest_bodies_per_second=1_000,
    open_loop_rates=(50,),
    open_loop_seconds=0.3,
    answers=20,
    half_load_seconds=0.5,
    replay_messages=5,
    replay_streams=2,
    engine_seconds=0.02,
    turn_seconds=0.2,
    login_seconds=0.3,
    access_rounds=1,
    access_seconds=0.1,
    access_sessions=20,
    lanes=20,
    lane_events=2,
    inbox_conversations=1_000,
    inbox_messages=10_000,
    inbox_seconds=0.02,
    sockets=40,
    agents=10,
    socket_events=20.0,
    socket_seconds=0.2,
    import_rows=2_500,
    durable=False,
)
"""Seconds altogether, to see that everything works and is right; its times mean nothing."""
