package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.cases.CaseArrivals;
import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.CaseTable;
import io.sanse.model.cases.Findings;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What does not come is found while the feeds tell of others, and while nothing comes but the sign that the platform listens; nothing is found when the platform itself was deaf.
 * A vehicle's silence is the exception: when its whole feed is silent nobody knows anything of the vehicle.
 */
class AbsenceTest {
    private final ModelSet models = Library.load();

    /**
     * A model that waits in vain.
     *
     * @param setting where and when, as in tables of cases
     * @param events what comes, as in tables of cases, each in quotes
     * @param until when it must have been noticed
     * @param said what the model says
     * @param alone whether it says so, too, when nothing comes but the platform's own sign
     */
    private record Row(String model, String setting, String events, String until, String said, boolean alone) {
        /** @param end the last event, or an empty text */
        private ModelCase with(String end) {
            String all = end.isEmpty() ? events : events + ", \"" + end + ' ' + until + '"';
            String cases = "cases:\n  - {name: " + model + ", events: [" + all + "], expect: []}\n";
            return CaseTable.read(model, setting + cases).get(0);
        }

        @Override
        public String toString() {
            return model;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "manifest-overdue",
                        "day: 2026-03-05\nsubject: manifest:M1\n",
                        "\"2026-03-04_13:00 filed M1 sent 8\"",
                        "14:00",
                        "raised blue 13:00 until 13:00",
                        true),
                new Row(
                        "enterprise-storage-overdue",
                        "day: 2026-03-02\nsubject: enterprise:O1\nworld: {enterprises: {O1: {roles: [operator]}}}\n",
                        "\"2025-04-01_14:00 stored L1 2.4\"",
                        "14:10",
                        "raised blue 14:00 until 14:00",
                        true),
                new Row(
                        "enterprise-ledger-gap",
                        "day: 2026-03-03\nsubject: enterprise:O1\nworld: {enterprises: {O1: {roles: [operator],"
                                + " permit: {licence: 1000, licence-ends: 2026-04-16}}}}\n",
                        "\"2026-03-03_10:00 produced L1 1.0\"",
                        "00:01",
                        "raised blue 00:00 until 00:00",
                        true),
                new Row(
                        "chemical-inspection-missed",
                        "day: 2026-03-05\nsubject: enterprise:F1\nworld: {enterprises: {F1: {roles: [generator]}},"
                                + " rounds: {tanks: {enterprise: F1, points: [p1, p2], windows: [\"14:00-16:00\"],"
                                + " least: 5}}}\n",
                        "\"14:10 checked tanks p1\"",
                        "16:20",
                        "raised blue 16:00 until 16:00",
                        true),
                new Row(
                        "chemical-imbalance",
                        "day: 2026-03-05\nsubject: enterprise:F1\nworld: {enterprises: {F1: {roles: [generator],"
                                + " permit: {chemicals: {S1: 2}}}, E2: {roles: [generator]}}}\n",
                        "\"13:00 stock issued S1 0.4 by E2 other F1 document D1\"",
                        "2026-03-10_13:30",
                        "raised yellow 2026-03-10_13:00 until 2026-03-10_13:00",
                        true),
                new Row(
                        "mine-unweighed",
                        "day: 2026-03-05\nsubject: vehicle:浙GA1234\nworld: {cameras: {gate: {at: [0, 150], site: quarry}},"
                                + " zones: {quarry: {type: mine, at: [0, 0], enterprise: K1}},"
                                + " enterprises: {K1: {roles: [generator]}}}\n",
                        "\"20:00 seen gate in empty\", \"20:30 seen gate out full\"",
                        "22:45",
                        "raised yellow 22:30 until 22:30",
                        true),
                new Row(
                        "over-stay",
                        "day: 2026-03-05\nsubject: vehicle:浙GA1234\nworld: {cameras: {gate: {at: [-90, 0], site: park}},"
                                + " zones: {park: {type: protected, at: [0, 0]}}}\n",
                        "\"2026-03-05_12:00 seen gate in\"",
                        "2026-04-04_12:30",
                        "raised blue 2026-04-04_12:00 until 2026-04-04_12:00",
                        true),
                new Row(
                        "vehicle-position-silent",
                        "day: 2026-03-05\nsubject: vehicle:浙GA1234\nworld: {places: {road: [2500, 0]}}\n",
                        "\"20:00 filed M1\", \"20:10..20:30 every 30s at road\"",
                        "20:50",
                        "raised blue 20:40 until 20:40",
                        false));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whileTheFeedsTellOfOthers(Row row) {
        ModelCase one = row.with("clock");
        assertEquals(List.of(row.said()), play(row, one, CaseArrivals.of(one)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whileNothingComesAndThePlatformListens(Row row) {
        ModelCase one = row.with("silence");
        assertEquals(row.alone() ? List.of(row.said()) : List.of(), play(row, one, CaseArrivals.of(one)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whileThePlatformIsDeaf(Row row) {
        ModelCase one = row.with("");
        List<Arrival> all = new ArrayList<>(CaseArrivals.of(one));
        List<Arrival> listened = CaseArrivals.of(row.with("silence"));
        all.add(back(listened.get(listened.size() - 1).at()));
        assertEquals(List.of(), play(row, one, all));
    }

    /** The platform listens again. */
    private static Arrival back(Instant at) {
        Observation sign = new Observation(
                ObservationId.of(Kind.PROGRESS, Progress.INTAKE, at, ""),
                new Source(Progress.INTAKE, "test", Progress.INTAKE),
                Subject.feed(Progress.INTAKE),
                List.of(),
                at,
                at,
                null,
                new Progress(at));
        return new Arrival(at, List.of(sign));
    }

    private List<String> play(Row row, ModelCase one, List<Arrival> arrivals) {
        Findings findings = new Findings();
        PartitionDetector detector = new PartitionDetector(models, new ByteMemory(), findings);
        arrivals.forEach(arrival -> detector.process(arrival.observations(), CaseArrivals.world(one), arrival.at()));
        return findings.words().stream()
                .filter(word -> word.model().equals(row.model()))
                .map(word -> CasePlayer.show(one.setting().times(), word))
                .toList();
    }
}
