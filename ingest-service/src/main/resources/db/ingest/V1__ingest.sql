-- What the registry knows now. "published" = the topic has this version; a version that a crash left unpublished is published at the next start.
CREATE TABLE registry_entry (
    kind          text        NOT NULL,
    id            text        NOT NULL,
    version       bigint      NOT NULL,
    registered_at timestamptz NOT NULL,
    details       jsonb       NOT NULL,
    published     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (kind, id)
);
CREATE INDEX registry_entry_unpublished ON registry_entry (kind, id) WHERE NOT published;

-- Input that could not be used, as consumed from the topic.
CREATE TABLE dead_letter (
    id          uuid        PRIMARY KEY,
    service     text        NOT NULL,
    protocol    text        NOT NULL,
    feed        text,
    reason      text        NOT NULL,
    detail      text,
    raw         bytea       NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX dead_letter_newest ON dead_letter (received_at DESC, id DESC);

-- How much has been accepted: the live part of the data catalogue. An empty aspect stands for all of the kind.
CREATE TABLE intake_count (
    kind             text        NOT NULL,
    aspect           text        NOT NULL,
    feed             text        NOT NULL,
    accepted         bigint      NOT NULL,
    last_received_at timestamptz NOT NULL,
    PRIMARY KEY (kind, aspect, feed)
);
