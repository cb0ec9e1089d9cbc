-- Backtests and what came of them. A running job is beaten by its node; one that nobody beats is interrupted.
CREATE TABLE backtest (
    id          uuid             PRIMARY KEY,
    owner       text             NOT NULL,
    from_time   timestamptz      NOT NULL,
    until_time  timestamptz      NOT NULL,
    state       text             NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
    progress    double precision NOT NULL,
    cancelling  boolean          NOT NULL,
    ordered_at  timestamptz      NOT NULL,
    beaten_at   timestamptz      NOT NULL,
    ended_at    timestamptz,
    reason      text,
    result      text
);
