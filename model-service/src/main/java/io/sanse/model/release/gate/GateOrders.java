package io.sanse.model.release.gate;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestRef;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionCommand;
import io.sanse.model.release.life.VersionLife;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Orders the backtests of gates. Their ids are made here: whoever could choose one could put another backtest in its place. */
public final class GateOrders {
    private final InstantSource clock;
    private final BacktestService backtests;
    private final Duration period;

    /** @param period that is played, until now */
    public GateOrders(InstantSource clock, BacktestService backtests, Duration period) {
        this.clock = clock;
        this.backtests = backtests;
        this.period = period;
    }

    /** The backtest of a gate that a command orders; the same whenever the command is repeated. */
    public static UUID id(VersionCommand command) {
        String gate = "gate of " + command.model() + '@' + command.version() + " at revision "
                + command.expectedRevision() + " by " + command.id();
        return UUID.nameUUIDFromBytes(gate.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether a gate is for somebody else to order: who has written a text that asks about persons would be answered by the counts.
     *
     * @param readsPersons asked for the author alone
     */
    public static boolean isForOthers(ModelVersion version, String user, BooleanSupplier readsPersons) {
        return user.equals(version.author()) && readsPersons.getAsBoolean();
    }

    /**
     * Begins the backtest, unless it runs already. Counts over a text that reads what is registered of persons answer whoever has written it: a second person orders that gate, and
     * says why. Fails with FORBIDDEN or REJECTED else.
     */
    public Future<Void> order(ModelVersion version, VersionCommand command, boolean readsPersons) {
        if (isForOthers(version, command.caller().user(), () -> readsPersons)) {
            return Future.failedFuture(
                    ServiceError.FORBIDDEN.exception(
                            "four eyes: it reads what is registered of persons, so that somebody else than its author orders its gate"));
        }
        if (readsPersons && (command.reason() == null || command.reason().isBlank())) {
            return Future.failedFuture(
                    ServiceError.REJECTED.exception("it reads what is registered of persons: its gate needs a reason"));
        }
        return known(command)
                .recover(failure -> ServiceError.of(failure) == ServiceError.NOT_FOUND
                        ? begin(version, command)
                        : Future.failedFuture(failure))
                .mapEmpty();
    }

    private Future<BacktestJob> known(VersionCommand command) {
        return backtests.job(new BacktestRef(VersionLife.PLATFORM, id(command)));
    }

    /** Whoever sends a command twice at once has its backtest begun by either; the other order, some moments younger, is refused as another one. */
    private Future<BacktestJob> begin(ModelVersion version, VersionCommand command) {
        return backtests.begin(order(version, id(command))).recover(refusal -> known(command)
                .recover(unknown -> Future.failedFuture(refusal)));
    }

    private BacktestOrder order(ModelVersion version, UUID id) {
        Instant now = clock.instant();
        return new BacktestOrder(
                VersionLife.PLATFORM, id, List.of(version.text()), List.of(), List.of(), now.minus(period), now, null);
    }
}
