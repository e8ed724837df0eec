#!/bin/bash
# Run once by the postgres image, on an empty data folder: who owns the database, and who may use it.
#
#   pytake_owner     owns the database and runs the migrations (DATABASE_OWNER_URL); nothing else ever uses it
#   pytake           the application's login (DATABASE_URL): owns nothing, inherits nothing, takes one of two roles
#   pytake_app       sees the rows of one tenant: row-level security is written for it
#   pytake_platform  leases lanes, journals webhooks, looks logins up
#
# The passwords come from the environment and never stand in a command line.
set -euo pipefail

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv owner_password PYTAKE_OWNER_PASSWORD
\getenv login_password PYTAKE_LOGIN_PASSWORD
CREATE ROLE pytake_app NOLOGIN NOBYPASSRLS;
CREATE ROLE pytake_platform NOLOGIN NOBYPASSRLS;
CREATE ROLE pytake_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE pytake LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'login_password';
GRANT pytake_app, pytake_platform TO pytake;
CREATE DATABASE pytake OWNER pytake_owner;
REVOKE CONNECT, TEMPORARY ON DATABASE pytake FROM PUBLIC;
GRANT CONNECT ON DATABASE pytake TO pytake;
SQL
