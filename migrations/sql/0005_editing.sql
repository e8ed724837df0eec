-- How flows are edited: chatbots with variables of their own, notes of versions, tests beside the flow.

ALTER TABLE chatbots
  ADD COLUMN description text NOT NULL DEFAULT '', ADD COLUMN variables jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

-- A flow that is deleted starts nothing and is in no list; its sessions and versions stay, for those who count them.
ALTER TABLE flows ADD COLUMN description text NOT NULL DEFAULT '', ADD COLUMN deleted_at timestamptz;

ALTER TABLE flow_versions ADD COLUMN notes text NOT NULL DEFAULT '';

CREATE TABLE flow_tests (
  tenant_id uuid NOT NULL, id uuid NOT NULL, flow_id uuid NOT NULL, place int NOT NULL, name text NOT NULL,
  document jsonb NOT NULL, created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT flow_tests_name_key UNIQUE (tenant_id, flow_id, name),
  FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id));

-- What began a session (message, keyword, manual, schedule, event, flow), and when it ended. `flow_id` and `version_id`
-- are where it began: while it stands in a flow that it jumped to, only its state says so.
ALTER TABLE flow_sessions ADD COLUMN cause text NOT NULL DEFAULT 'message', ADD COLUMN ended_at timestamptz;

-- What the engine saw in a sprint besides what it was told, as far as its flows can read it; with it a session can be
-- played again, to the same bytes.
ALTER TABLE flow_sprints ADD COLUMN seen jsonb;
