-- Our events as the province gets them: dense, chained, in the order of the log.
CREATE TABLE exchange_event (
    seq     bigint NOT NULL PRIMARY KEY CHECK (seq > 0),
    id      text   NOT NULL UNIQUE,
    hash    text   NOT NULL,
    content text   NOT NULL
);
INSERT INTO relay_cursor (name, position, seq) VALUES ('exchange', '0', 0);

-- What the province sent, each once, with what became of it.
CREATE TABLE exchange_inbox (
    source      text        NOT NULL,
    id          text        NOT NULL,
    alert_id    uuid        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('applied', 'parked', 'refused')),
    reason      text,
    content     text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (source, id)
);
CREATE INDEX exchange_parked ON exchange_inbox (alert_id) WHERE status = 'parked';

-- How far the province's own feed was pulled.
CREATE TABLE exchange_peer (
    only_one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
    cursor   text
);
INSERT INTO exchange_peer (cursor) VALUES (NULL);
