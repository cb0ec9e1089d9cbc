package io.sanse.alert.domain;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Clock;
import io.sanse.alert.domain.event.Effect;
import io.sanse.alert.domain.event.Facts;
import io.sanse.alert.domain.event.Task;
import io.sanse.alert.domain.policy.CityRules;
import io.sanse.alert.domain.policy.RaiseReason;
import io.sanse.alert.domain.policy.RaiseRules;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.Routing;
import io.sanse.contract.detection.Aggravation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How grave an alert is, and what follows when it becomes graver. A rule lifts it by one level; rules do not add up. */
final class LevelRules {
    private static final Set<AlertState> SIGNED = Set.of(AlertState.SIGNED, AlertState.NOTIFIED);
    private static final Set<AlertState> ON_SCENE =
            Set.of(AlertState.ON_SCENE, AlertState.VERIFIED, AlertState.HANDLED);
    private static final Set<AlertState> FED_BACK = Set.of(AlertState.FED_BACK, AlertState.REVIEWED);

    private LevelRules() {}

    /**
     * A level with what lifted it there.
     *
     * @param reasons empty when nothing did
     */
    record Grade(Level level, List<RaiseReason> reasons) {
        static Grade of(Level level, RaiseReason reason) {
            return new Grade(level, List.of(reason));
        }

        String codes() {
            return reasons.isEmpty()
                    ? null
                    : reasons.stream().map(RaiseReason::code).collect(Collectors.joining(", "));
        }

        LocalizedText why() {
            return reasons.isEmpty()
                    ? null
                    : new LocalizedText(join("、", LocalizedText::zh), join(", ", LocalizedText::en));
        }

        private String join(String comma, Function<LocalizedText, String> language) {
            return reasons.stream().map(RaiseReason::text).map(language).collect(Collectors.joining(comma));
        }
    }

    /** Of a new alert. */
    static Grade ofNew(Facts facts, Input.History history, CityRules rules) {
        RaiseRules raise = rules.policy().raise();
        List<RaiseReason> reasons = new ArrayList<>();
        switch (facts.base()) {
            case BLUE -> {
                add(
                        reasons,
                        history.blues() + 1 >= raise.blueToYellow().repeats().count(),
                        RaiseReason.REPEATED_BLUE);
                add(
                        reasons,
                        raise.blueToYellow().graverOnSubject() && history.openGraver(),
                        RaiseReason.GRAVER_ON_SUBJECT);
            }
            case YELLOW -> {
                reasons.addAll(aggravating(facts, raise.yellowToRed()));
                add(
                        reasons,
                        history.graver() + 1 >= raise.yellowToRed().repeats().count(),
                        RaiseReason.REPEATED_YELLOW);
            }
            case RED -> {}
        }
        return new Grade(lifted(facts.base(), reasons), reasons);
    }

    /** By what the detection says alone, for an alert that exists; repeats are counted once, when it is raised. */
    static Grade ofFacts(Facts facts, CityRules rules) {
        List<RaiseReason> reasons = facts.base() == Level.YELLOW
                ? aggravating(facts, rules.policy().raise().yellowToRed())
                : List.of();
        return new Grade(lifted(facts.base(), reasons), reasons.isEmpty() ? List.of(RaiseReason.MODEL) : reasons);
    }

    private static void add(List<RaiseReason> reasons, boolean holds, RaiseReason reason) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private static Level lifted(Level base, List<RaiseReason> reasons) {
        return reasons.isEmpty() ? base : Level.values()[base.ordinal() + 1];
    }

    private static List<RaiseReason> aggravating(Facts facts, RaiseRules.YellowToRed rule) {
        List<RaiseReason> reasons = new ArrayList<>();
        boolean heavy = facts.tonnes() != null && facts.tonnes() >= rule.tonnes();
        add(reasons, heavy && !facts.aggravations().contains(Aggravation.LARGE_QUANTITY), RaiseReason.LARGE_QUANTITY);
        facts.aggravations().stream()
                .filter(rule.aggravations()::contains)
                .map(RaiseReason::of)
                .forEach(reasons::add);
        return reasons;
    }

    /** The alert goes up: whoever is competent for the graver level gets it. */
    static void raise(Draft draft, Grade grade, Effect effect, Clock passed) {
        AlertCase before = draft.alert();
        ClockChanges clocks = draft.clocks().stop(ClockName.ACKNOWLEDGE).calm();
        if (passed != null) {
            clocks.put(passed);
        }
        boolean answeredByFirm = before.state() == AlertState.REMINDED || before.state() == AlertState.ACKNOWLEDGED;
        draft.write(
                Draft.Said.because(AlertEventType.LEVEL_RAISED, grade.codes(), grade.why()),
                effect.level(grade.level())
                        .state(answeredByFirm ? AlertState.OPEN : effect.state())
                        .clocks(clocks.list()));
        if (before.closed()) {
            draft.write(
                    Draft.Said.because(AlertEventType.REOPENED, grade.codes(), grade.why()),
                    Effect.to(AlertState.OPEN).task(before.task().reopened()));
        }
        dispatch(draft);
    }

    /** Gives it to whoever the routing table names; without anybody it stays where it is, for a person to dispatch. */
    static void dispatch(Draft draft) {
        AlertCase alert = draft.alert();
        Optional<Routing> routing = draft.world().router().route(alert.facts(), alert.level());
        routing.ifPresent(found -> {
            Draft.Said said = Draft.Said.because(AlertEventType.DISPATCHED, found.rule(), found.reason());
            boolean allSigned = unsigned(found, alert.task()).isEmpty();
            write(draft, said, stateAfter(alert.state(), allSigned), found, alert.task());
        });
    }

    /** Gives it to the given departments, back at the beginning of the road. */
    static void dispatchAnew(Draft draft, Draft.Said said, Routing routing, Task task) {
        write(draft, said, AlertState.DISPATCHED, routing, task);
    }

    /** Those who have not signed must, and the time to feed back begins anew. */
    private static void write(Draft draft, Draft.Said said, AlertState next, Routing routing, Task task) {
        Level level = draft.alert().level();
        ClockChanges clocks = draft.clocks().stop(ClockName.SIGN, ClockName.FEED_BACK, ClockName.REVIEW);
        if (next == AlertState.DISPATCHED) {
            clocks.stop(ClockName.NOTIFY, ClockName.ARRIVE);
        }
        boolean joint = !routing.members().isEmpty();
        unsigned(routing, task).forEach(department -> clocks.start(ClockName.SIGN, level, joint ? department : null));
        clocks.start(ClockName.FEED_BACK, level);
        draft.write(said, Effect.to(next).routing(routing).task(task).clocks(clocks.list()));
    }

    private static List<String> unsigned(Routing routing, Task task) {
        return Stream.concat(Stream.of(routing.department()), routing.members().stream())
                .distinct()
                .filter(department -> !task.signed().contains(department))
                .toList();
    }

    private static AlertState stateAfter(AlertState before, boolean allSigned) {
        if (ON_SCENE.contains(before)) {
            return before;
        }
        if (FED_BACK.contains(before)) {
            return AlertState.HANDLED;
        }
        boolean goesOn = allSigned && SIGNED.contains(before);
        return goesOn ? before : AlertState.DISPATCHED;
    }
}
