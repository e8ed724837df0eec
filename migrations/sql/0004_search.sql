-- Ids of a company's messages that hold these words, the newest first. Row-level security keeps PostgreSQL from asking
-- an index for words (the operator is not leak-proof), so this reads with its owner's rights, and only the rows of the
-- transaction's own company; who may see which of them is decided by the statement that reads the messages themselves.
CREATE FUNCTION platform.search_messages(words tsquery, since uuid, before uuid, at_most int) RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog
  SET enable_seqscan = off SET enable_indexscan = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  tenant uuid := current_setting('app.tenant_id')::uuid;
  place text := CASE platform.isolation_of(tenant)
    WHEN 'schema' THEN 'tenant_' || replace(tenant::text, '-', '') ELSE 'public' END;
BEGIN
  RETURN QUERY EXECUTE format('SELECT found.id FROM (
      SELECT message.id FROM %I.messages AS message
      WHERE message.tenant_id = $1 AND message.search @@ $2 AND message.id >= $3 AND message.id < $4 OFFSET 0) AS found
    ORDER BY found.id DESC LIMIT $5', place) USING tenant, words, since, before, at_most;
END $$;
