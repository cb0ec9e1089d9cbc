-- Whom an SMS reaches, from the registry. One row for each way to reach somebody.
CREATE TABLE contact (
    recipient  text   NOT NULL PRIMARY KEY,
    entry      text   NOT NULL,
    version    bigint NOT NULL,
    phone      text,
    belongs_to text
);
CREATE INDEX contact_entry ON contact (entry);
CREATE INDEX contact_belongs_to ON contact (belongs_to);

-- One message to one recipient. The unique key is what keeps a repeated alert event from becoming a second SMS.
CREATE TABLE delivery (
    id          uuid        NOT NULL PRIMARY KEY,
    position    bigint      NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    alert_id    uuid        NOT NULL,
    event       bigint      NOT NULL,
    template    text        NOT NULL,
    recipient   text        NOT NULL,
    level       text        NOT NULL CHECK (level IN ('blue', 'yellow', 'red')),
    announces   boolean     NOT NULL,
    phone       text,
    body        text        NOT NULL,
    division    text,
    departments text[]      NOT NULL,
    state       text        NOT NULL CHECK (state IN
        ('claimed', 'submitted', 'accepted', 'delivered', 'undelivered', 'unknown', 'suppressed', 'failed')),
    reason      text,
    attempts    integer     NOT NULL DEFAULT 0,
    resent      integer     NOT NULL DEFAULT 0,
    not_before  timestamptz NOT NULL,
    sender      uuid,
    received_at timestamptz,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    UNIQUE (alert_id, event, recipient, template)
);
CREATE INDEX delivery_waiting ON delivery (not_before) WHERE state = 'claimed';
CREATE INDEX delivery_under_way ON delivery (sender) WHERE state = 'submitted';
CREATE INDEX delivery_unreached ON delivery (recipient) WHERE state = 'suppressed' AND reason = 'no-contact';
CREATE INDEX delivery_of_phone ON delivery (phone, created_at);
CREATE INDEX delivery_of_time ON delivery (created_at);

-- A short message of a delivery: a long text needs several, each with its own id and receipt.
CREATE TABLE delivery_part (
    delivery_id uuid    NOT NULL REFERENCES delivery,
    number      integer NOT NULL,
    state       text    NOT NULL CHECK (state IN
        ('pending', 'submitted', 'accepted', 'delivered', 'undelivered', 'unknown', 'refused')),
    message_id  text,
    message_key text,
    accepted_at timestamptz,
    query_at    timestamptz,
    PRIMARY KEY (delivery_id, number)
);
CREATE INDEX delivery_part_key ON delivery_part (message_key);
CREATE INDEX delivery_part_query ON delivery_part (query_at) WHERE state = 'accepted';
CREATE INDEX delivery_part_nameless ON delivery_part (delivery_id) WHERE state IN ('accepted', 'unknown') AND message_key IS NULL;

-- Receipts that came before the answer to their submit was stored, or whose submit was never answered.
CREATE TABLE unmatched_receipt (
    id           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_keys text[]      NOT NULL,
    phone        text        NOT NULL,
    reference    integer,
    fate         text        NOT NULL,
    detail       text        NOT NULL,
    received_at  timestamptz NOT NULL
);

-- Processes that submit. One whose time has run out is dead, and what it had under way is unknown; the clock is the database's, so
-- that no two processes disagree.
CREATE TABLE sender (
    id          uuid        NOT NULL PRIMARY KEY,
    alive_until timestamptz NOT NULL
);
