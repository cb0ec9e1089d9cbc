-- Who read what is registered of persons, and what for. Written before the record is shown; never changed; deleted only when its time is over.
CREATE TABLE access_log (
    seq           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            uuid        NOT NULL UNIQUE,
    at            timestamptz NOT NULL,
    caller        text        NOT NULL,
    roles         text[]      NOT NULL,
    department    text,
    resource      text        NOT NULL,
    persons       text[]      NOT NULL,
    purpose       text,
    reference     text,
    reason        text,
    address       text        NOT NULL,
    forwarded_for text,
    result        text        NOT NULL CHECK (result IN ('given', 'refused', 'not-found', 'failed')),
    kept_until    timestamptz NOT NULL,
    -- nothing is given without a purpose, whoever writes here
    CHECK (result <> 'given' OR (purpose IS NOT NULL AND reference IS NOT NULL AND reason IS NOT NULL))
);
CREATE INDEX access_log_of_caller ON access_log (caller, seq DESC);
CREATE INDEX access_log_of_person ON access_log USING gin (persons);
CREATE INDEX access_log_oldest ON access_log (kept_until);

CREATE FUNCTION keep_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.kept_until < now() THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the access log is never changed' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER keep_access_log BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION keep_access_log();
CREATE TRIGGER keep_access_log_whole BEFORE TRUNCATE ON access_log FOR EACH STATEMENT EXECUTE FUNCTION keep_access_log();
