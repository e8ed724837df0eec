-- The two roles that the application takes. Roles belong to the whole server, so they may be there already, or
-- another database's migration may make them at this moment.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pytake_app') THEN
    CREATE ROLE pytake_app NOLOGIN NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pytake_platform') THEN
    CREATE ROLE pytake_platform NOLOGIN NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
CREATE SCHEMA platform;
GRANT USAGE ON SCHEMA platform, public TO pytake_app, pytake_platform;
