package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.cases.CaseArrivals;
import io.sanse.model.cases.Findings;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.NightBook;
import io.sanse.model.detect.fact.Trim;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.model.library.LibraryCases;
import io.sanse.runtime.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the models come to know in all cases of the library is read as it was written, and as an earlier version wrote it. */
class DossierCodecTest {
    private static final String LONGEST = "0123456789abcdef".repeat(4);
    private static final Position REPORT = new Position(0.0, 0, 60, 12_345.6, null, true, false, false);

    private final ModelSet models = Library.load();

    @Test
    void everythingThatCasesLeadTo() {
        int compared = 0;
        for (var model : models.models()) {
            for (ModelCase one : LibraryCases.of(model)) {
                compared += compare(one);
            }
        }
        assertTrue(compared > 500, compared + " dossiers");
    }

    private int compare(ModelCase one) {
        HeapMemory memory = new HeapMemory();
        World world = CaseArrivals.world(one);
        PartitionDetector detector = new PartitionDetector(models, memory, new Findings());
        Set<Subject> subjects = new TreeSet<>();
        for (Arrival arrival : CaseArrivals.of(one)) {
            detector.process(arrival.observations(), world, arrival.at().truncatedTo(ChronoUnit.MILLIS));
            arrival.observations().stream().map(Observation::subject).forEach(subjects::add);
        }
        int compared = 0;
        for (Subject subject : subjects) {
            Dossier dossier = memory.dossier(subject);
            if (dossier != null) {
                assertEquals(dossier, DossierCodec.decode(DossierCodec.encode(dossier)));
                assertEquals(dossier, DossierCodec.decode(Json.bytes(dossier)));
                assertEquals(dossier.wakes(), DossierCodec.wakes(DossierCodec.encode(dossier)));
                compared++;
            }
        }
        return compared;
    }

    /** A carrier more of whose trucks are seen in sensitive zones, and under more manifests, than are kept; every name is as long as ingest takes it. */
    @ParameterizedTest(name = "pictures: {0}")
    @ValueSource(booleans = {false, true})
    void theFullestNightFitsARecordOfTheBroker(boolean pictures) {
        Subject firm = Subject.enterprise("C1");
        Facts facts = EnterpriseFacts.NONE;
        for (int number = 0; number < 8_000; number++) {
            Instant at = Instant.parse("2026-03-05T14:00:00Z").plusSeconds(number / 200 * 60);
            String plate = "浙GA" + (1_000_000_000_000L + number % 200);
            facts = facts.with(told(firm, plate, at, pictures ? picture(plate) : REPORT));
            facts = facts.with(told(firm, plate, at, filed(number, plate)));
            facts = facts.with(told(firm, plate, at, filed(number, "1" + plate.substring(1))));
            facts = facts.with(told(firm, plate, at, filed(number, "2" + plate.substring(1))));
            facts = facts.with(told(firm, plate, at, filed(number, "3" + plate.substring(1))));
            facts = facts.trimmed(new Trim());
        }
        NightBook nights = ((EnterpriseFacts) facts).nights();
        assertEquals(
                List.of(1_000, 1_500),
                List.of(nights.seen().size(), nights.covers().size()));
        assertEquals(4, nights.covers().get(0).plates().size());
        byte[] bytes = DossierCodec.encode(new Dossier(facts, List.of(), List.of(), List.of(), 1));
        assertTrue(bytes.length < 900_000, bytes.length + " bytes");
    }

    private static Capture picture(String plate) {
        return new Capture(LONGEST, plate, "yellow", LONGEST, "out", LoadState.EMPTY, 0.987654321, LONGEST);
    }

    private static ManifestStep filed(int number, String plate) {
        String longest = LONGEST.substring(8) + (10_000_000 + number);
        return new ManifestStep(
                longest, ManifestStep.Step.FILED, "F1", "C1", "R1", plate, null, null, null, null, null, null);
    }

    private static Observation told(Subject firm, String plate, Instant at, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), plate, at, payload.toString()),
                new Source(LONGEST, "jt808", plate),
                firm,
                List.of(Subject.vehicle(plate), Subject.site(LONGEST)),
                at,
                at,
                new GeoPoint(120.1234567, 28.9512345),
                payload);
    }
}
