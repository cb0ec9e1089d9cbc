package io.sanse.alert.store;

import io.sanse.alert.domain.Input;
import io.sanse.alert.domain.Lifecycle;
import io.sanse.alert.domain.Outcome;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Clock;
import io.sanse.alert.domain.event.Facts;
import io.sanse.alert.domain.event.Step;
import io.sanse.alert.domain.policy.CityRules;
import io.sanse.alert.ledger.Digest;
import io.sanse.alert.ledger.Ledger;
import io.sanse.alert.ledger.SealedStep;
import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Brings an alert before the domain and writes what was decided: events, row, clocks and evidence in the caller's transaction, so that all of it happens or nothing
 * does. The subject is locked before any of its alerts.
 */
public final class Registrar {
    private final CityRules rules;
    private final Lifecycle lifecycle;
    private final Worlds worlds;
    private final Supplier<UUID> ids;
    private final Committed committed;
    private final AlertStore alerts = new AlertStore();
    private final EventLog log = new EventLog();
    private final ClockStore clocks = new ClockStore();
    private final EvidenceStore evidence = new EvidenceStore();
    private final SeenDetections seen = new SeenDetections();

    /**
     * @param ids makes ids and salts that nobody can guess
     * @param committed told after each commit
     */
    public Registrar(CityRules rules, Worlds worlds, Supplier<UUID> ids, Committed committed) {
        this.rules = rules;
        this.lifecycle = new Lifecycle(rules);
        this.worlds = worlds;
        this.ids = ids;
        this.committed = committed;
    }

    /** Raises, extends, raises the level of, clears or retracts the alert of a detection's episode; a repeated or stale record changes nothing. */
    public Future<Void> detected(SqlConnection transaction, Detection detection) {
        return alerts.lockSubject(transaction, detection.subject())
                .compose(locked -> seen.take(transaction, detection))
                .compose(fresh -> fresh ? follow(transaction, detection) : Future.succeededFuture());
    }

    private Future<Void> follow(SqlConnection transaction, Detection detection) {
        String bundle = EvidenceStore.bundle(detection);
        return alerts.holdOfEpisode(transaction, detection)
                .compose(held -> held.isPresent()
                        ? extend(transaction, held.get(), detection, bundle)
                        : raise(transaction, detection, bundle));
    }

    private Future<Void> raise(SqlConnection transaction, Detection detection, String bundle) {
        Held unborn = new Held(AlertCase.unborn(ids.get()), Ledger.NOTHING);
        return alerts.history(
                        transaction,
                        detection.subject(),
                        detection.episodeStart(),
                        rules.policy().raise())
                .compose(history -> worlds.of(transaction, Facts.sourceOf(detection), null)
                        .map(world -> lifecycle.raise(unborn.alert().id(), input(detection, bundle, history), world)))
                .compose(outcome -> settle(transaction, unborn, outcome, bundle));
    }

    private static Input.Detected input(Detection detection, String bundle, Input.History history) {
        return new Input.Detected(detection, Digest.of(bundle), history);
    }

    private Future<Void> extend(SqlConnection transaction, Held held, Detection detection, String bundle) {
        return worlds.of(transaction, Facts.sourceOf(detection), held.alert())
                .map(world -> lifecycle.decide(held.alert(), input(detection, bundle, Input.History.NONE), world))
                .compose(outcome -> settle(transaction, held, outcome, bundle));
    }

    /** Applies an input to an alert. Completes with nothing when there is no such alert. */
    public Future<Optional<Outcome>> apply(SqlConnection transaction, UUID alertId, Input input) {
        return alerts.subjectOf(transaction, alertId)
                .compose(subject -> subject.isPresent()
                        ? alerts.lockSubject(transaction, subject.get())
                                .compose(locked -> alerts.hold(transaction, alertId))
                        : Future.succeededFuture(Optional.<Held>empty()))
                .compose(held -> held.isPresent()
                        ? decide(transaction, held.get(), input).map(Optional::of)
                        : Future.succeededFuture(Optional.empty()));
    }

    /** Lets time pass for an alert, unless somebody else has it just now: whoever has it does the same. Completes with whether it was looked at. */
    public Future<Boolean> tick(SqlConnection transaction, UUID alertId) {
        return alerts.tryLockSubjectOf(transaction, alertId)
                .compose(locked -> locked
                        ? alerts.holdIfFree(transaction, alertId)
                        : Future.succeededFuture(Optional.<Held>empty()))
                .compose(held -> held.isPresent()
                        ? decide(transaction, held.get(), new Input.Tick()).map(true)
                        : Future.succeededFuture(false));
    }

    private Future<Outcome> decide(SqlConnection transaction, Held held, Input input) {
        return worlds.of(transaction, held.alert().facts().source(), held.alert())
                .map(world -> lifecycle.decide(held.alert(), input, world))
                .compose(outcome -> write(transaction, held, outcome, null).map(outcome));
    }

    /** @param bundle evidence that came with it, or null */
    private Future<Void> settle(SqlConnection transaction, Held held, Outcome outcome, String bundle) {
        return write(transaction, held, outcome, bundle)
                .compose(written -> rose(held.alert(), outcome.after())
                        ? liftOthers(
                                transaction,
                                outcome.after().facts().subject(),
                                outcome.after().id())
                        : Future.succeededFuture());
    }

    private Future<Void> write(SqlConnection transaction, Held held, Outcome outcome, String bundle) {
        if (outcome.steps().isEmpty()) {
            return Future.succeededFuture();
        }
        List<EventLog.Entry> entries = seal(held, outcome.steps());
        String head = entries.get(entries.size() - 1).sealed().hash();
        AlertCase before = held.alert();
        AlertCase after = outcome.after();
        Future<Void> row = before.version() == 0
                ? alerts.insert(transaction, after, head)
                : alerts.update(transaction, after, head, before.version());
        return row.compose(written -> log.append(transaction, entries))
                .compose(written -> clocks.save(transaction, after.id(), changed(outcome.steps())))
                .compose(written -> keep(transaction, entries, bundle))
                .onSuccess(written -> tellOnCommit(transaction, outcome));
    }

    private List<EventLog.Entry> seal(Held held, List<Step> steps) {
        List<EventLog.Entry> entries = new ArrayList<>();
        AlertCase before = held.alert();
        String previous = held.headHash();
        for (Step step : steps) {
            AlertCase after = before.after(step);
            SealedStep sealed = Ledger.seal(after.id(), after.version(), step, previous, ids.get());
            entries.add(new EventLog.Entry(before, after, step, sealed));
            before = after;
            previous = sealed.hash();
        }
        return entries;
    }

    private static List<Clock> changed(List<Step> steps) {
        Map<Integer, Clock> last = new TreeMap<>();
        steps.forEach(step -> step.effect().clocks().forEach(clock -> last.put(clock.id(), clock)));
        return List.copyOf(last.values());
    }

    /** The bundle lies with the first event that names its digest. */
    private Future<Void> keep(SqlConnection transaction, List<EventLog.Entry> entries, String bundle) {
        for (EventLog.Entry entry : entries) {
            if (bundle != null && entry.step().effect().facts() != null) {
                return evidence.save(
                        transaction, entry.after().id(), entry.sealed().number(), bundle);
            }
        }
        return Future.succeededFuture();
    }

    private void tellOnCommit(SqlConnection transaction, Outcome outcome) {
        transaction.transaction().completion().onSuccess(done -> committed.written(outcome.after(), outcome.steps()));
    }

    private static boolean rose(AlertCase before, AlertCase after) {
        boolean graverBefore = before.level() != null && before.level() != Level.BLUE;
        return !graverBefore && after.level() != null && after.level() != Level.BLUE;
    }

    /** A yellow or red alert lifts the open blue ones of its subject. */
    private Future<Void> liftOthers(SqlConnection transaction, Subject subject, UUID except) {
        return alerts.openBlues(transaction, subject, except).compose(blues -> {
            Future<Void> chain = Future.succeededFuture();
            for (UUID blue : blues) {
                chain = chain.compose(done -> alerts.hold(transaction, blue))
                        .compose(held -> lift(transaction, held.orElseThrow()));
            }
            return chain;
        });
    }

    private Future<Void> lift(SqlConnection transaction, Held held) {
        return worlds.of(transaction, held.alert().facts().source(), held.alert())
                .map(world -> lifecycle.decide(held.alert(), new Input.GraverOnSubject(), world))
                .compose(outcome -> write(transaction, held, outcome, null));
    }
}
