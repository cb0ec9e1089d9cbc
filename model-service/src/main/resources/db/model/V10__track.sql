-- The track store: where every vehicle was, small and found by place. It is written from observation_segment in the order of transactions, so that none is left out
-- and none taken before it can be seen; what came before this migration is not in it.
ALTER TABLE observation_segment ADD COLUMN stored_xid bigint NOT NULL DEFAULT 0;
ALTER TABLE observation_segment ALTER COLUMN stored_xid SET DEFAULT pg_current_xact_id()::text::bigint;
CREATE INDEX observation_segment_xid ON observation_segment (stored_xid);

-- Some consecutive sights of a vehicle within one hour of event time and about 3 km; packed by SightCodec, the sight behind them included.
CREATE TABLE track_segment (
    vehicle   text    COLLATE "C" NOT NULL,
    hour      integer NOT NULL,
    part      integer NOT NULL,
    from_time timestamptz NOT NULL,
    to_time   timestamptz NOT NULL,
    reach     box     NOT NULL,
    count     integer NOT NULL,
    packed    bytea   NOT NULL,
    PRIMARY KEY (vehicle, hour, part)
) PARTITION BY RANGE (hour);
ALTER TABLE track_segment ALTER COLUMN packed SET STORAGE EXTERNAL;
CREATE INDEX track_segment_reach ON track_segment USING gist (reach);

-- One partition for each day of event time; dropped when nothing has been added to it for as long as observations are kept.
CREATE TABLE track_day (
    day        integer     PRIMARY KEY,
    touched_at timestamptz NOT NULL
);

-- Silences of more than an hour. from_at = -1: never seen before; until_at null: not seen since.
CREATE TABLE track_gap (
    vehicle         text    COLLATE "C" NOT NULL,
    from_at         bigint  NOT NULL,
    from_longitude  integer,
    from_latitude   integer,
    until_at        bigint,
    until_longitude integer,
    until_latitude  integer,
    PRIMARY KEY (vehicle, from_at)
);

-- The minutes of an hour in which a feed or a camera said anything, as bits.
CREATE TABLE track_word (
    source  text    COLLATE "C" NOT NULL,
    hour    integer NOT NULL,
    minutes bigint  NOT NULL,
    PRIMARY KEY (hour, source)
);

-- Firms and persons that a manifest or a weighing names together with a vehicle.
CREATE TABLE track_paper (
    vehicle text    COLLATE "C" NOT NULL,
    hour    integer NOT NULL,
    subject text    NOT NULL,
    PRIMARY KEY (vehicle, hour, subject)
);

-- Every transaction before this one is in the track store.
CREATE TABLE track_sealing (
    before_xid bigint NOT NULL
);
INSERT INTO track_sealing VALUES (1);

-- Trace-backs as jobs; started_by null: ordered by the platform. A job whose lease has run out was left behind by a process that ended.
CREATE TABLE trace_back (
    id          uuid        PRIMARY KEY,
    state       text        NOT NULL,
    progress    double precision NOT NULL,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    started_by  text,
    division    text,
    question    text        NOT NULL,
    cause       text,
    result      text,
    problem     text,
    attempts    integer     NOT NULL DEFAULT 0,
    leased_until timestamptz
);
CREATE INDEX trace_back_waiting ON trace_back (created_at) WHERE state IN ('queued', 'running');
CREATE UNIQUE INDEX trace_back_cause ON trace_back (cause) WHERE started_by IS NULL;
CREATE INDEX trace_back_age ON trace_back (created_at);
