-- Ids of a company's contacts that are what was looked for, at most so many, in no order; `is_present` leaves out who
-- was deleted. As `platform.search_messages` it asks the index with its owner's rights, reads only rows of the
-- transaction's own company, and gives nothing but ids, which a statement under row-level security then reads.
CREATE FUNCTION platform.search_contacts(words tsquery, is_present boolean, at_most int) RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog
  SET enable_seqscan = off SET enable_indexscan = off SET max_parallel_workers_per_gather = 0 SET work_mem = '32MB' AS $$
DECLARE
  tenant uuid := current_setting('app.tenant_id')::uuid;
  place text := CASE platform.isolation_of(tenant)
    WHEN 'schema' THEN 'tenant_' || replace(tenant::text, '-', '') ELSE 'public' END;
BEGIN
  RETURN QUERY EXECUTE format('SELECT contact.id FROM %I.contacts AS contact
    WHERE contact.tenant_id = $1 AND contact.search @@ $2 AND (NOT $3 OR contact.deleted_at IS NULL) LIMIT $4', place)
    USING tenant, words, is_present, at_most;
END $$;
