-- What was ordered, as a digest: the same key with another content is another order. Of jobs from before it is empty.
-- Whether a text was handed in that reads what is registered of persons: what it gives is for the gate alone.
ALTER TABLE backtest
    ADD COLUMN content text    NOT NULL DEFAULT '',
    ADD COLUMN persons boolean NOT NULL DEFAULT false;

-- What gates have ordered so far is taken for such: nobody wrote down whether it was.
UPDATE backtest SET persons = true WHERE owner = 'sanse';
