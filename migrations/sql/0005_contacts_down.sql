DROP POLICY searching ON contacts;
ALTER TABLE contacts DROP COLUMN search;
