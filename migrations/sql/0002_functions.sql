-- What needs its owner's rights, each with a fixed search_path and nothing in it that a caller could bend.

CREATE FUNCTION platform.isolation_of(wanted uuid) RETURNS text LANGUAGE sql STABLE STRICT SECURITY DEFINER
  SET search_path = pg_catalog
  RETURN (SELECT isolation FROM platform.tenants WHERE id = wanted);

-- Months ahead for every table that is cut by month, the shared ones and those in tenants' own schemas alike.
CREATE OR REPLACE FUNCTION platform.ensure_partitions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog SET lock_timeout = '2s' SET timezone = 'UTC' AS $$
DECLARE day timestamptz := date_trunc('day', now()); month timestamptz := date_trunc('month', now()); parent text;
BEGIN
  FOR ahead IN 0..7 LOOP
    PERFORM platform.ensure_partition('platform.events', to_char(day + ahead * interval '1 day', 'YYYYMMDD'),
      day + ahead * interval '1 day', day + (ahead + 1) * interval '1 day');
  END LOOP;
  FOR parent IN
    SELECT format('%I.%I', nspname, relname) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind = 'p' AND relname IN ('messages', 'audit_log')
      AND (nspname = 'public' OR nspname ~ '^tenant_[0-9a-f]{32}$')
  LOOP
    FOR ahead IN 0..2 LOOP
      PERFORM platform.ensure_partition(parent, to_char(month + ahead * interval '1 month', 'YYYYMM'),
        month + ahead * interval '1 month', month + (ahead + 1) * interval '1 month');
    END LOOP;
  END LOOP;
END $$;
