-- Until when the versions that have been live are certified.
CREATE TABLE model_certification (
    model    text    NOT NULL,
    version  integer NOT NULL,
    revision bigint  NOT NULL,
    content  text    NOT NULL,
    -- the day on which it was last said that the date is past
    reminded date    NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (model, version)
);
