-- What needs its owner's rights, each with a fixed search_path and nothing in it that a caller could bend.

CREATE FUNCTION platform.isolation_of(wanted uuid) RETURNS text LANGUAGE sql STABLE STRICT SECURITY DEFINER
  SET search_path = pg_catalog
  RETURN (SELECT isolation FROM platform.tenants WHERE id = wanted);

-- The audit log of a company that was deleted 30 days ago or more, some entries at a time; gives how many are gone. Its
-- policies say the same once more: whatever is asked, no other company's entries can be reached.
CREATE FUNCTION platform.erase_audit(wanted uuid, at_most int) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog SET lock_timeout = '2s' AS $$
DECLARE place text; erased bigint;
BEGIN
  IF platform.is_erasable(wanted) IS NOT TRUE THEN
    RAISE EXCEPTION 'this company is not to be erased' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM set_config('app.tenant_id', wanted::text, true);  -- asked for by the policy of pytake_app, if the owner is in it
  place := CASE platform.isolation_of(wanted)
    WHEN 'schema' THEN 'tenant_' || replace(wanted::text, '-', '') ELSE 'public' END;
  EXECUTE format('DELETE FROM %1$I.audit_log WHERE (tenant_id, id) IN
    (SELECT tenant_id, id FROM %1$I.audit_log WHERE tenant_id = $1 LIMIT $2)', place) USING wanted, at_most;
  GET DIAGNOSTICS erased = ROW_COUNT;
  IF erased = 0 THEN
    EXECUTE format('DELETE FROM %I.audit_heads WHERE tenant_id = $1', place) USING wanted;
    GET DIAGNOSTICS erased = ROW_COUNT;
  END IF;
  RETURN erased;
END $$;

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
