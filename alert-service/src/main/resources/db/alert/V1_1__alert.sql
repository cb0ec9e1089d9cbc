-- An alert as it stands: the fold of its events. content is all of it; the other columns are what questions are asked by.
CREATE TABLE alert (
    id            uuid        NOT NULL PRIMARY KEY,
    version       bigint      NOT NULL CHECK (version > 0),
    head_hash     text        NOT NULL,
    model         text        NOT NULL,
    subject       text        NOT NULL,
    mentions      text[]      NOT NULL,
    episode_start timestamptz NOT NULL,
    base_level    text        NOT NULL CHECK (base_level IN ('blue', 'yellow', 'red')),
    level         text        NOT NULL CHECK (level IN ('blue', 'yellow', 'red')),
    state         text        NOT NULL,
    condition     text        NOT NULL CHECK (condition IN ('active', 'cleared', 'retracted')),
    verdict       text,
    division      text,
    departments   text[]      NOT NULL,
    raised_at     timestamptz NOT NULL,
    closed_at     timestamptz,
    content       text        NOT NULL
);
-- One active alert per episode; what was retracted never was, so that it may be raised anew.
CREATE UNIQUE INDEX one_active_alert ON alert (model, subject, episode_start) WHERE condition <> 'retracted';
CREATE INDEX alert_newest ON alert (raised_at DESC, id DESC);
CREATE INDEX alert_of_subject ON alert (subject, episode_start);
CREATE INDEX alert_of_mention ON alert USING gin (mentions);
CREATE INDEX alert_of_department ON alert USING gin (departments);
CREATE INDEX alert_waiting_for_dispatch ON alert (id) WHERE state = 'open' AND level <> 'blue';

-- The log. Never changed; only what is personal may be erased. position is never less than the id of the writing transaction, nor than that of the alert's
-- event before: whoever reads behind (position, seq) and below pg_snapshot_xmin skips nothing and sees each alert's events in their order.
CREATE TABLE alert_event (
    alert_id    uuid        NOT NULL REFERENCES alert,
    number      bigint      NOT NULL CHECK (number > 0),
    seq         bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    position    xid8        NOT NULL,
    type        text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    division    text,
    departments text[]      NOT NULL,
    core        text        NOT NULL,
    personal    text,
    snapshot    text        NOT NULL,
    hash        text        NOT NULL,
    PRIMARY KEY (alert_id, number)
);
CREATE UNIQUE INDEX alert_event_in_order ON alert_event (position, seq);

CREATE FUNCTION keep_alert_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
            AND (OLD.alert_id, OLD.number, OLD.seq, OLD.position, OLD.type, OLD.recorded_at, OLD.core, OLD.hash)
              = (NEW.alert_id, NEW.number, NEW.seq, NEW.position, NEW.type, NEW.recorded_at, NEW.core, NEW.hash)
            AND NEW.personal IS NULL THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the log of alert % is never changed', OLD.alert_id USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER keep_alert_event BEFORE UPDATE OR DELETE ON alert_event FOR EACH ROW EXECUTE FUNCTION keep_alert_event();

-- Evidence bundles by the event that they came with; their digests are in the log.
CREATE TABLE alert_evidence (
    alert_id uuid   NOT NULL,
    number   bigint NOT NULL,
    content  text   NOT NULL,
    PRIMARY KEY (alert_id, number),
    FOREIGN KEY (alert_id, number) REFERENCES alert_event
);

-- Clocks of the alerts; next_at is when the next thing happens to a running one.
CREATE TABLE alert_clock (
    alert_id    uuid        NOT NULL REFERENCES alert,
    clock       integer     NOT NULL,
    name        text        NOT NULL,
    department  text,
    started_at  timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    next_at     timestamptz,
    stopped_at  timestamptz,
    breached_at timestamptz,
    PRIMARY KEY (alert_id, clock)
);
CREATE INDEX alert_clock_next ON alert_clock (next_at) WHERE next_at IS NOT NULL;

-- The newest revision of each detection that was taken: older ones and repeats change nothing.
CREATE TABLE detection_seen (
    detection uuid    NOT NULL PRIMARY KEY,
    revision  integer NOT NULL
);

-- Answers to commands, so that a repeat is answered as the first was.
CREATE TABLE command_result (
    caller      text        NOT NULL,
    command_id  uuid        NOT NULL,
    alert_id    uuid        NOT NULL,
    fingerprint text        NOT NULL,
    answer      text        NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (caller, command_id)
);

-- Departments, districts and enterprises as the registry knows them; the version goes up with each change of the first two.
CREATE TABLE registry_entry (
    kind    text   NOT NULL,
    id      text   NOT NULL,
    version bigint NOT NULL,
    content text   NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE TABLE registry_version (
    only_one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
    version  bigint  NOT NULL
);
INSERT INTO registry_version (version) VALUES (0);

-- When the service last lived, and when it did not: what of a missed deadline is the platform's own doing.
CREATE TABLE platform_alive (
    only_one boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
    seen_at  timestamptz NOT NULL
);
CREATE TABLE platform_outage (
    from_at  timestamptz NOT NULL PRIMARY KEY,
    until_at timestamptz NOT NULL
);

-- Every version of every policy file that was ever in force.
CREATE TABLE policy_version (
    name    text    NOT NULL,
    version integer NOT NULL,
    content text    NOT NULL,
    PRIMARY KEY (name, version)
);

-- How far each reader of the log has come.
CREATE TABLE relay_cursor (
    name     text   NOT NULL PRIMARY KEY,
    position xid8   NOT NULL,
    seq      bigint NOT NULL
);
INSERT INTO relay_cursor (name, position, seq) VALUES ('alert-events', '0', 0);

-- Second fence behind the service's own filter: whoever reads for a caller does so in a role that sees only the caller's areas and department.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sanse_alert_reader') THEN
        CREATE ROLE sanse_alert_reader NOLOGIN;
    END IF;
    EXECUTE format('GRANT sanse_alert_reader TO %I', current_user);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO sanse_alert_reader', current_schema());
END
$$;
GRANT SELECT ON alert, alert_event, alert_evidence TO sanse_alert_reader;

CREATE FUNCTION caller_sees(row_division text, row_departments text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
            SELECT FROM jsonb_array_elements_text(nullif(current_setting('sanse.areas', true), '')::jsonb) area
            WHERE starts_with(coalesce(row_division, ''), area))
        AND (current_setting('sanse.department', true) = ''
            OR current_setting('sanse.department', true) = ANY (row_departments))
$$;
ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_caller ON alert FOR SELECT TO sanse_alert_reader USING (caller_sees(division, departments));
CREATE POLICY of_caller ON alert_event FOR SELECT TO sanse_alert_reader
    USING (caller_sees(division, departments) OR EXISTS (SELECT FROM alert WHERE alert.id = alert_id));
CREATE POLICY of_caller ON alert_evidence FOR SELECT TO sanse_alert_reader
    USING (EXISTS (SELECT FROM alert WHERE alert.id = alert_id));
