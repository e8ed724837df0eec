DROP INDEX messages_search;
DROP POLICY searching ON messages;
DELETE FROM messages WHERE type IN ('cta_url', 'location_request');
ALTER TABLE messages
  DROP COLUMN media_id, DROP COLUMN edited_at, DROP COLUMN revoked_at, DROP COLUMN search, DROP COLUMN referral,
  DROP COLUMN retried_as,
  DROP CONSTRAINT messages_type_check,
  ADD CONSTRAINT messages_type_check CHECK (type IN ('text', 'image', 'audio', 'voice', 'video', 'document', 'sticker',
    'location', 'contacts', 'template', 'interactive', 'button', 'list', 'reaction', 'order', 'system', 'unsupported',
    'edit', 'revoke'));
