-- Back to 0001: the platform's own tenant goes, and with it the operators' logins, which 0001 wants without a tenant.

DROP FUNCTION platform.isolation_of(uuid), platform.erase_audit(uuid, int), platform.is_erasable(uuid);

ALTER TABLE platform.users DROP CONSTRAINT users_operator_check, DROP CONSTRAINT users_tenant_key,
  ALTER COLUMN tenant_id DROP NOT NULL,
  DROP COLUMN email_verified_at, DROP COLUMN deleted_at, DROP COLUMN notifications, DROP COLUMN has_avatar,
  DROP COLUMN totp_sealed, DROP COLUMN totp_enabled_at, DROP COLUMN totp_last_step, DROP COLUMN password_changed_at,
  DROP COLUMN version, DROP COLUMN updated_at;
UPDATE platform.users SET tenant_id = NULL WHERE role = 'super_admin';
UPDATE platform.users SET role = 'agent'
  WHERE role NOT IN ('super_admin', 'admin', 'supervisor', 'agent', 'viewer');
ALTER TABLE platform.users
  ADD CONSTRAINT users_role_check CHECK (role IN ('super_admin', 'admin', 'supervisor', 'agent', 'viewer')),
  ADD CONSTRAINT users_check CHECK ((role = 'super_admin') = (tenant_id IS NULL));

DELETE FROM platform.tenants WHERE id = '00000000-0000-0000-0000-000000000000';
ALTER TABLE platform.tenant_turns DROP COLUMN paused;
REVOKE SELECT, UPDATE, INSERT ON platform.tenant_turns, platform.tenants FROM pytake_app;
DROP POLICY tenant ON platform.tenants;
DROP POLICY platform ON platform.tenants;
ALTER TABLE platform.tenants DISABLE ROW LEVEL SECURITY;
ALTER TABLE platform.tenants DROP COLUMN domain, DROP COLUMN plan, DROP COLUMN trial_ends_at,
  DROP COLUMN trial_warned_at, DROP COLUMN next_payment_on, DROP COLUMN limits, DROP COLUMN settings, DROP COLUMN isolation,
  DROP COLUMN status_reason, DROP COLUMN deleted_at, DROP COLUMN version, DROP COLUMN updated_at;
DROP TABLE platform.plans;
REVOKE INSERT, UPDATE ON platform.users FROM pytake_app;

CREATE OR REPLACE FUNCTION platform.ensure_partitions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
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
