-- The words by which people find a contact, each with its company before it, and its phone in runs of four digits; see
-- ADR 0027. The program writes them with the row. The owner's policy is for `platform.search_contacts`, which names the
-- company itself: a condition here would keep it from the index.
ALTER TABLE contacts ADD COLUMN search tsvector;
CREATE POLICY searching ON contacts FOR SELECT TO CURRENT_USER USING (true);

-- Who is there already is given theirs, from the words that `search_text` holds without accents and capitals. What is
-- not ASCII is taken for a letter.
ALTER TABLE contacts NO FORCE ROW LEVEL SECURITY;
UPDATE contacts SET search = (
  SELECT string_agg(format('%L', right(tenant_id::text, 6) || '_' || word) || coalesce(':' || places, ''), ' ')::tsvector
  FROM (
    SELECT left(CASE WHEN piece LIKE '%@%' THEN substr(piece, place)
        ELSE substring(substr(piece, place) FROM '^[a-z0-9\u0080-\U0010ffff]+') END, 60) AS word, NULL AS places
    FROM unnest(string_to_array(search_text, ' ')) AS piece, generate_series(1, length(piece)) AS place
    WHERE (piece ~ '^[0-9]{4,15}$' AND right(piece, 8) = right(regexp_replace(phone, '[^0-9]', '', 'g'), 8)) IS NOT TRUE
      AND substr(piece, place, 1) ~ '[a-z0-9\u0080-\U0010ffff]'
      AND (place = 1 OR substr(piece, place - 1, 1) ~ '[^a-z0-9\u0080-\U0010ffff]')
    UNION
    SELECT '#' || substr(number, place, 4), string_agg((shift * 30 + place)::text, ',')
    FROM (SELECT piece AS number, row_number() OVER (ORDER BY length(piece) DESC) - 1 AS shift
      FROM unnest(string_to_array(search_text, ' ')) AS piece
      WHERE piece ~ '^[0-9]{4,15}$' AND right(piece, 8) = right(regexp_replace(phone, '[^0-9]', '', 'g'), 8)) AS spelled,
      generate_series(1, length(number) - 3) AS place
    GROUP BY 1) AS words);
ALTER TABLE contacts FORCE ROW LEVEL SECURITY;

CREATE INDEX contacts_search ON contacts USING gin (search) WITH (gin_pending_list_limit = 1024)
  WHERE search IS NOT NULL;
