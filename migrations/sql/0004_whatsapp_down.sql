DROP INDEX messages_failed;
DROP INDEX whatsapp_configs_number_key;
ALTER TABLE whatsapp_configs ADD CONSTRAINT whatsapp_configs_number_key UNIQUE (tenant_id, phone_number_id);
ALTER TABLE whatsapp_configs
  DROP COLUMN api_url, DROP COLUMN messaging_tier, DROP COLUMN throughput_level, DROP COLUMN daily_limit,
  DROP COLUMN rate_limit_per_minute, DROP COLUMN connection, DROP COLUMN health, DROP COLUMN deleted_at;
