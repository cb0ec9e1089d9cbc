package io.sanse.model.backtest.job;

import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestState;
import io.sanse.model.backtest.Backtest;
import io.sanse.model.backtest.Contender;
import io.sanse.model.backtest.Period;
import io.sanse.model.backtest.Plan;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.backtest.Report;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job while it runs. {@link #play} blocks; the others are called meanwhile. */
final class BacktestRun {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestRun.class);

    private final BacktestOrder order;
    private final Plan plan;
    private final BacktestSettings settings;
    private final InstantSource clock;
    private final Instant deadline;
    private final Period period;
    private volatile Backtest backtest;
    private volatile boolean cancelled;
    private volatile boolean stopped;

    BacktestRun(BacktestOrder order, Plan plan, BacktestSettings settings, InstantSource clock) {
        this.order = order;
        this.plan = plan;
        this.settings = settings;
        this.clock = clock;
        this.deadline = clock.instant().plus(settings.timeLimit());
        this.period = new Period(order.from(), order.until());
    }

    BacktestOrder order() {
        return order;
    }

    /** Share that has been played, 0–1. */
    double progress() {
        Backtest current = backtest;
        return current == null ? 0 : current.progress();
    }

    /** Somebody does not want it any more. */
    void cancel() {
        cancelled = true;
    }

    /** Its node stops. */
    void stop() {
        stopped = true;
    }

    /** Plays until the end or until it is told to stop. Never throws: what goes wrong is the end, too. */
    JobStore.End play(KafkaSettings kafka) {
        try {
            return played(kafka);
        } catch (Unavailable now) {
            return new JobStore.End(BacktestState.FAILED, now.getMessage(), null);
        } catch (RuntimeException defect) {
            LOG.error("the backtest {} cannot go on", order.id(), defect);
            return new JobStore.End(BacktestState.FAILED, "a defect of the platform: see its log", null);
        }
    }

    private JobStore.End played(KafkaSettings kafka) {
        Contender tried = new Contender(plan.tried(), period);
        Contender other = plan.other() == plan.tried() ? tried : new Contender(plan.other(), period);
        RegistryCourse registry = RegistryTopic.read(kafka);
        Backtest playing =
                new Backtest(registry, Stream.of(tried, other).distinct().toList(), this::isEnough);
        backtest = playing;
        Instant began = clock.instant();
        new TopicHistory(kafka, new Period(period.from().minus(warmUp()), period.until())).play(playing);
        Duration took = Duration.between(began, clock.instant());
        return isEnough() ? ended() : done(new Report(scope(), tried, other).of(playing, took));
    }

    private Duration warmUp() {
        return order.warmUpHours() == null ? settings.warmUp() : Duration.ofHours(order.warmUpHours());
    }

    private Report.Scope scope() {
        return new Report.Scope(plan.reported(), period, settings.messages(), order.caller()::sees);
    }

    private boolean isEnough() {
        return cancelled || stopped || clock.instant().isAfter(deadline);
    }

    private static JobStore.End done(BacktestResult result) {
        return new JobStore.End(BacktestState.DONE, null, result);
    }

    private JobStore.End ended() {
        if (cancelled) {
            return new JobStore.End(BacktestState.CANCELLED, null, null);
        }
        String reason = stopped ? "its node was stopped" : "it took longer than " + settings.timeLimit();
        return new JobStore.End(BacktestState.FAILED, reason, null);
    }
}
