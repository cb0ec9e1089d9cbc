-- How often each caller has been refused what is registered of persons in the minute in which it asked last, at all gateways together.
CREATE TABLE access_turn (
    caller text    PRIMARY KEY,
    minute bigint  NOT NULL, -- since 1970
    taken  integer NOT NULL, -- by questions that were refused or are not answered yet
    told   boolean NOT NULL  -- whether it is written down that there was no place left
);
