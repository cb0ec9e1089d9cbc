-- Which versions a backtest tells about and compares with, as id@version; those ordered before do not say. The order in which they were ordered, for lists.
ALTER TABLE backtest
    ADD COLUMN versions text[] NOT NULL DEFAULT '{}',
    ADD COLUMN against  text[] NOT NULL DEFAULT '{}',
    ADD COLUMN seq      bigint GENERATED ALWAYS AS IDENTITY UNIQUE;
