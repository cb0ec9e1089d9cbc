package io.sanse.model.detect.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Sighting.Thing;
import io.sanse.contract.observation.Source;
import io.sanse.contract.observation.StockEntry;
import io.sanse.contract.observation.Weighing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site or a firm remembers does not depend on the order in which it was told, nor on how often. */
class BookOrderTest {
    private static final Instant DUSK = Instant.parse("2026-03-05T14:00:00Z");
    private static final Subject SITE = Subject.site("reserve");
    private static final Subject FIRM = Subject.enterprise("F1");
    private static final GeoPoint PIT = new GeoPoint(120.01, 28.9);
    private static final int MOST = 300;

    private final List<Observation> told = new ArrayList<>();

    private void tell(Subject subject, int second, Payload payload) {
        tell(subject, second, "feed", payload);
    }

    private void tell(Subject subject, int second, String feed, Payload payload) {
        Instant at = DUSK.plusSeconds(second);
        told.add(new Observation(
                ObservationId.of(Kind.of(payload), feed, at, payload.toString()),
                new Source(feed, "test", "d"),
                subject,
                List.of(),
                at,
                at,
                null,
                payload));
    }

    /** Two trucks of the firm report from a pit, often in the same minute, and a manifest is told of step by step. */
    private void tellOfTruck(int second, Random random) {
        Instant at = DUSK.plusSeconds(second);
        Subject truck = Subject.vehicle("V" + random.nextInt(2));
        Position position = new Position(random.nextInt(20) * 1.0, 0, null, null, null, true, false, false);
        told.add(new Observation(
                ObservationId.of(Kind.POSITION, truck.id(), at, position.toString()),
                new Source("gps", "test", truck.id()),
                FIRM,
                List.of(truck),
                at,
                at,
                PIT,
                position));
        ManifestStep.Step step = ManifestStep.Step.values()[random.nextInt(4)];
        String plate = random.nextBoolean() ? "V" + random.nextInt(2) : null;
        String number = "M" + random.nextInt(9);
        tell(FIRM, second, new ManifestStep(number, step, null, "F1", null, plate, null, null, null, null, null, null));
    }

    private void tellNight(Random random) {
        for (int i = 0; i < MOST; i++) {
            int second = random.nextInt(6_000);
            Set<Thing> things = random.nextBoolean() ? Set.of(Thing.PERSON) : Set.of(Thing.SMOKE);
            tell(SITE, second, new Sighting("c" + random.nextInt(2), things, null, null, null, null));
            Reading.Factor dust = new Reading.Factor("a34004", random.nextInt(90) + 1.0, null, null, "ug/m3", "N");
            tell(SITE, second, new Reading(Reading.Interval.MINUTE, List.of(dust)));
            StockEntry.Act act = StockEntry.Act.values()[random.nextInt(3)];
            tell(FIRM, second, new StockEntry(act, "F1", "S1", random.nextInt(1_000) / 1_000.0, null, null));
            tell(FIRM, second, new Inspection("F1", "tanks", "p" + random.nextInt(3), null));
            double tonnes = random.nextInt(40_000) / 1_000.0;
            tell(FIRM, second, new Weighing("W1", Weighing.Side.SENT, "P1", null, null, null, tonnes, "F1"));
            tellOfLot(second, random);
            tellOfTruck(second, random);
        }
    }

    /** The ledger gives a lot another code each time, says sometimes that it is hazardous, sometimes that it is not, and sometimes nothing. */
    private void tellOfLot(int second, Random random) {
        LedgerEntry.Entry entry = random.nextBoolean() ? LedgerEntry.Entry.STORED : LedgerEntry.Entry.TAKEN_OUT;
        String code = random.nextBoolean() ? "900-00" + random.nextInt(4) + "-08" : null;
        Boolean hazardous = random.nextBoolean() ? (Boolean) random.nextBoolean() : null;
        String feed = "feed" + random.nextInt(3);
        tell(FIRM, second, feed, new LedgerEntry(entry, "F1", "L" + random.nextInt(3), code, hazardous, 1));
    }

    private static Facts all(Facts nothing, Subject of, List<Observation> told) {
        Facts facts = nothing;
        for (Observation one : told) {
            facts = one.subject().equals(of) ? facts.with(one) : facts;
        }
        return facts;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOrderTellsTheSame(long seed) {
        Random random = new Random(seed);
        tellNight(random);
        Facts site = all(SiteFacts.NONE, SITE, told);
        Facts firm = all(EnterpriseFacts.NONE, FIRM, told);
        Collections.shuffle(told, random);
        assertEquals(site, all(SiteFacts.NONE, SITE, told));
        assertEquals(firm, all(EnterpriseFacts.NONE, FIRM, told));
        assertSame(firm, all(firm, FIRM, told));
        assertSame(site, all(site, SITE, told));
    }

    @Test
    void aLotIsWhatItsFirstEntryByTimeSays() {
        tell(FIRM, 20, new LedgerEntry(LedgerEntry.Entry.TAKEN_OUT, "F1", "L1", "900-002-08", false, 1));
        tell(FIRM, 10, new LedgerEntry(LedgerEntry.Entry.STORED, "F1", "L1", "900-001-08", true, 2));
        tell(FIRM, 5, new LedgerEntry(LedgerEntry.Entry.STORED, "F1", "L1", null, null, 1));
        EnterpriseFacts firm = (EnterpriseFacts) all(EnterpriseFacts.NONE, FIRM, told);
        assertTrue(firm.lots().get("L1").hazardous());
        assertEquals("900-001-08", firm.lots().get("L1").movements().get(1).wasteCode());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsKeptIsBounded(long seed) {
        Random random = new Random(seed);
        for (int night = 0; night < 200; night++) {
            for (int i = 0; i < 20; i++) {
                int second = night * 86_400 + random.nextInt(6_000);
                tell(SITE, second, new Sighting("c1", Set.of(Thing.PERSON), null, "G" + i % 2, null, null));
                tell(FIRM, second, new Inspection("F1", "tanks", "p1", null));
                tell(FIRM, second, new StockEntry(StockEntry.Act.RECEIVED, "F1", "S1", 0.1, null, null));
                tell(FIRM, second, new Weighing("W1", Weighing.Side.SENT, "P1", null, null, null, 8, "F1"));
                tellOfTruck(second, random);
            }
        }
        told.sort(Manifest.ORDER);
        SiteFacts site = (SiteFacts) all(SiteFacts.NONE, SITE, told).forget(Long.MAX_VALUE);
        EnterpriseFacts firm =
                (EnterpriseFacts) all(EnterpriseFacts.NONE, FIRM, told).forget(Long.MAX_VALUE);
        assertTrue(
                site.sightings().all().size() <= 8 * 20 + 34 * 2, "pictures of a week, two groups in each other night");
        assertTrue(firm.books().rounds().checks().size() <= 5 * 20, "checks of four days");
        assertTrue(firm.books().stock().entries().size() <= 41 * 20, "entries of forty days");
        assertTrue(firm.books().weighed().days().size() <= 71, "days of two months");
        assertTrue(firm.nights().seen().size() <= 2 * 20, "reports of two nights");
        assertTrue(firm.nights().covers().size() <= 9, "manifests that may bind a truck");
    }
}
