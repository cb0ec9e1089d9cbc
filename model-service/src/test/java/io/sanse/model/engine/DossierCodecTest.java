package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
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

/** Whatever the models come to know in all cases of the library is read as it was written, and as an earlier version wrote it. */
class DossierCodecTest {
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

    /** A carrier with more trucks in sensitive zones, and under more manifests, than are kept. */
    @Test
    void theFullestNightFitsARecordOfTheBroker() {
        Subject firm = Subject.enterprise("C1");
        Facts facts = EnterpriseFacts.NONE;
        for (int number = 0; number < 6_000; number++) {
            Instant at = Instant.parse("2026-03-05T14:00:00Z").plusSeconds(number / 60 * 60);
            Subject truck = Subject.vehicle("浙GA" + (1_000 + number % 60));
            facts = facts.with(told(firm, truck, at, new Position(0.0, 0, 60, 12_345.6, null, true, false, false)));
            facts = facts.with(told(
                    firm,
                    truck,
                    at,
                    new ManifestStep(
                            "33078420260305" + number,
                            ManifestStep.Step.FILED,
                            "ent-generator",
                            "C1",
                            "ent-receiver",
                            truck.id(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)));
        }
        NightBook nights = ((EnterpriseFacts) facts).nights();
        assertEquals(
                List.of(2_400, 2_000),
                List.of(nights.seen().size(), nights.covers().size()));
        byte[] bytes = DossierCodec.encode(new Dossier(facts, List.of(), List.of(), List.of(), 1));
        assertTrue(bytes.length < 1_000_000, bytes.length + " bytes");
    }

    private static Observation told(Subject firm, Subject truck, Instant at, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), truck.id(), at, payload.toString()),
                new Source("gps-provider-east", "jt808", truck.id()),
                firm,
                List.of(truck),
                at,
                at,
                new GeoPoint(120.1, 28.95),
                payload);
    }
}
