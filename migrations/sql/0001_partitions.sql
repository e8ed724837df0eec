-- Partitions by UUIDv7: events by day, messages by month; made ahead of time, with a default that loses nothing.

CREATE FUNCTION platform.uuid7_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT
  SET search_path = pg_catalog
  RETURN (overlay(lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') PLACING '-' FROM 9 FOR 0)
    || '-0000-0000-000000000000')::uuid;

CREATE FUNCTION platform.ensure_partition(parent text, suffix text, since timestamptz, until timestamptz)
  RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE child text := parent || '_' || suffix;
BEGIN
  IF to_regclass(child) IS NULL THEN
    EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%L) TO (%L)', child, parent,
      platform.uuid7_floor(since), platform.uuid7_floor(until));
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', child);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', child);
  END IF;
EXCEPTION WHEN check_violation THEN
  -- The default partition took rows of this time while nobody made partitions; they stay where they are.
  RAISE WARNING 'partition % not made: the default partition holds rows of its time', child;
END $$;

CREATE FUNCTION platform.drop_old_events(keep interval) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog SET lock_timeout = '2s' SET timezone = 'UTC' AS $$
DECLARE child regclass;
BEGIN
  FOR child IN
    SELECT part.oid FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid
    WHERE inhparent = 'platform.events'::regclass AND part.relname ~ '^events_[0-9]{8}$'
      AND right(part.relname, 8) < to_char(now() - keep, 'YYYYMMDD')
  LOOP
    EXECUTE format('DROP TABLE %s', child);
  END LOOP;
END $$;

CREATE FUNCTION platform.ensure_partitions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog SET lock_timeout = '2s' SET timezone = 'UTC' AS $$
DECLARE day timestamptz := date_trunc('day', now()); month timestamptz := date_trunc('month', now());
BEGIN
  FOR ahead IN 0..7 LOOP
    PERFORM platform.ensure_partition('platform.events', to_char(day + ahead * interval '1 day', 'YYYYMMDD'),
      day + ahead * interval '1 day', day + (ahead + 1) * interval '1 day');
  END LOOP;
  FOR ahead IN 0..2 LOOP
    PERFORM platform.ensure_partition('public.messages', to_char(month + ahead * interval '1 month', 'YYYYMM'),
      month + ahead * interval '1 month', month + (ahead + 1) * interval '1 month');
  END LOOP;
END $$;
