-- Versions of models that were written down, each with its whole life.
CREATE TABLE model_version (
    model    text    NOT NULL,
    version  integer NOT NULL,
    revision bigint  NOT NULL,
    stage    text    NOT NULL,
    content  text    NOT NULL,
    PRIMARY KEY (model, version)
);
CREATE INDEX model_version_by_stage ON model_version (stage);

-- Which versions of a model judge from when on, as the topic models says or is about to.
CREATE TABLE model_assignment (
    model     text    PRIMARY KEY,
    revision  bigint  NOT NULL,
    content   text    NOT NULL,
    published boolean NOT NULL
);
CREATE INDEX model_assignment_unpublished ON model_assignment (model) WHERE NOT published;

-- How often versions fire, by the hour.
CREATE TABLE model_firing (
    model     text        NOT NULL,
    version   integer     NOT NULL,
    shadow    boolean     NOT NULL,
    hour      timestamptz NOT NULL,
    district  text        NOT NULL,
    raised    bigint      NOT NULL,
    retracted bigint      NOT NULL,
    PRIMARY KEY (model, version, shadow, hour, district)
);
