-- How far closed trips have taught: until when they were received. One row; a lease that has run out was left behind by a process that ended.
CREATE TABLE route_learning (
    learnt_until timestamptz,
    leased_until timestamptz NOT NULL
);
INSERT INTO route_learning VALUES (NULL, '-infinity');

-- Closed trips that teach; the path is a list of places as JSON.
CREATE TABLE route_trip (
    manifest    text        PRIMARY KEY,
    generator   text        NOT NULL,
    receiver    text        NOT NULL,
    vehicle     text        NOT NULL,
    received_at timestamptz NOT NULL,
    path        text        NOT NULL
);
CREATE INDEX route_trip_pair ON route_trip (generator, receiver, received_at DESC);
CREATE INDEX route_trip_age ON route_trip (received_at);

-- The ways that were learnt: entries of the registry whose truth is here.
CREATE TABLE learnt_route (
    generator text        NOT NULL,
    receiver  text        NOT NULL,
    number    integer     NOT NULL,
    version   bigint      NOT NULL,
    learnt_at timestamptz NOT NULL,
    details   text        NOT NULL,
    published boolean     NOT NULL,
    PRIMARY KEY (generator, receiver, number)
);
CREATE INDEX learnt_route_unpublished ON learnt_route (generator) WHERE NOT published;
