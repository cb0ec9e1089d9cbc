package io.sanse.model.detect.fact;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Clue;
import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.LedgerEntry.Entry;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Offence;
import io.sanse.contract.observation.Operation.Measure;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Source;
import io.sanse.contract.observation.StockEntry;
import io.sanse.contract.observation.Weighing;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Silence;
import io.sanse.model.detect.track.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Subjects of every kind whose books are full, or a little more than full, at once; names are as long as ingest takes them. */
public final class Overgrown {
    private static final Instant START = Instant.parse("2026-03-05T14:00:00Z");
    private static final GeoPoint PLACE = new GeoPoint(120.1234567, 28.9512345);
    private static final String LONG = "地".repeat(64);
    private static final Subject FIRM = Subject.enterprise("F1");
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");

    private final int most;
    private final int over;

    private Overgrown(int over) {
        this.most = Trim.MOST + over;
        this.over = over;
    }

    /**
     * A vehicle, a manifest, a firm, a site and a person.
     *
     * @param over so many entries more than are kept are in each book that is cut
     */
    public static List<Facts> all(int over) {
        Overgrown grown = new Overgrown(over);
        return List.of(grown.vehicle(), grown.manifest(), grown.firm(), grown.site(), grown.person());
    }

    private static Observation told(Subject subject, int number, Payload payload) {
        return told(subject, START.plusSeconds(number), payload);
    }

    static Observation told(Subject subject, Instant at, Payload payload) {
        return new Observation(
                new UUID(at.toEpochMilli(), payload.hashCode()),
                new Source(LONG, "test", LONG),
                subject,
                List.of(Subject.site(LONG)),
                at,
                at,
                PLACE,
                payload);
    }

    private static <T> List<T> some(int count, IntFunction<T> made) {
        return IntStream.range(0, count).mapToObj(made).toList();
    }

    private static Fix fix(int number) {
        return Fix.of(told(TRUCK, number, new Position(0.0, 0, 60, 12_345.6, null, true, false, false)));
    }

    private static Visit visit(int number) {
        return new Visit(LONG, fix(number), fix(number), 0, List.of(), fix(number + 1));
    }

    private static Pass pass(int number) {
        Capture capture = new Capture(LONG, TRUCK.id(), "yellow", LONG, "out", LoadState.EMPTY, 0.98765, LONG);
        return Pass.of(told(TRUCK, number, capture));
    }

    private static Observation step(Subject subject, int number) {
        ManifestStep.Step step = ManifestStep.Step.FILED;
        return told(
                subject,
                number,
                new ManifestStep(LONG, step, LONG, LONG, LONG, TRUCK.id(), null, true, 1.0, 1.0, true, 5, LONG, LONG));
    }

    private static Observation weighed(Subject subject, int number) {
        return told(subject, number, new Weighing(LONG, Weighing.Side.SENT, TRUCK.id(), LONG, 30.0, 10.0, 20.0, LONG));
    }

    private static OffenceBook offences(Subject subject) {
        List<String> all = some(16, number -> LONG);
        Offence offence = new Offence(
                LONG, Offence.Matter.DUMPING, Offence.Standing.SUSPECTED, all, all, all, true, 3.0, "倒".repeat(500));
        return some(600, number -> told(subject, number, offence)).stream()
                .reduce(OffenceBook.NONE, OffenceBook::with, (one, other) -> other);
    }

    private VehicleFacts vehicle() {
        return new VehicleFacts(
                VisitBook.of(some(most, Overgrown::visit)),
                some(most, number -> new Silence(fix(number), fix(number + 1))),
                PaperBook.of(some(most, number -> step(TRUCK, number))),
                PassBook.of(some(most, Overgrown::pass)),
                some(most, number -> weighed(TRUCK, number)),
                offences(TRUCK),
                START.toEpochMilli(),
                Long.MIN_VALUE);
    }

    private ManifestFacts manifest() {
        Subject subject = Subject.manifest(LONG);
        return new ManifestFacts(
                some(most, number -> step(subject, number)), some(most, number -> weighed(subject, number)));
    }

    private EnterpriseFacts firm() {
        Map<String, Lot> lots = new TreeMap<>();
        for (int number = 0; number < most; number++) {
            lots.put("L" + number, lot("L" + number, Entry.STORED));
        }
        return new EnterpriseFacts(
                lots, LedgerDays.NONE, PickUps.NONE, work(), offences(FIRM), START.toEpochMilli(), LONG, books());
    }

    /** A lot that was stored, or from which something was taken of which nobody wrote that it was stored. */
    static Lot lot(String name, Entry entry) {
        UUID id = new UUID(name.hashCode(), 0);
        long at = START.toEpochMilli();
        return new Lot(name, List.of(new Lot.Movement(id, at, at, LONG, entry, 1, LONG, true)));
    }

    private WorkBook work() {
        return new WorkBook(
                some(most, number -> new WorkBook.Declared(new UUID(1, number), number, LONG, LONG, LONG, true, 1)),
                some(
                        most,
                        number -> new WorkBook.Report(
                                new UUID(2, number), 0, number, 0, LONG, Measure.OUTPUT, 1, Set.of())),
                List.of());
    }

    private Books books() {
        StockEntry entry = new StockEntry(StockEntry.Act.RECEIVED, LONG, LONG, 1, LONG, LONG);
        WeighedDays.Day day = new WeighedDays.Day(7, 1, weighed(FIRM, 0), some(most, number -> new UUID(3, number)));
        NightBook nights = new NightBook(
                some(NightBook.MOST_SEEN, number -> new Seen(TRUCK.id(), null, pass(number))),
                some(
                        NightBook.MOST_COVERS,
                        number -> new Cover(number + LONG, some(4, plate -> plate + LONG), number, number, number)),
                START.toEpochMilli(),
                0,
                0,
                0);
        return new Books(
                new StockBook(some(most, number -> told(FIRM, number, entry)), Map.of()),
                new RoundBook(some(most, number -> told(FIRM, number, new Inspection(LONG, LONG, LONG, LONG))), 0),
                new WeighedDays(List.of(day), START.toEpochMilli()),
                nights);
    }

    private SiteFacts site() {
        Subject subject = Subject.site(LONG);
        Sighting sighting = new Sighting(LONG, Set.of(Sighting.Thing.PERSON), 3, LONG, 0.98765, LONG);
        ClueBook clues =
                some(100, number -> told(subject, number, new Clue(LONG, LONG, "味".repeat(Clue.MAX_TEXT), LONG)))
                        .stream()
                        .reduce(ClueBook.NONE, ClueBook::with, (one, other) -> other);
        return new SiteFacts(
                PassBook.of(some(Trim.MOST_AT_SITE + over, Overgrown::pass)),
                START.toEpochMilli(),
                new SightingBook(some(most, number -> told(subject, number, sighting))),
                MinuteBook.NONE,
                clues);
    }

    private PersonFacts person() {
        Subject subject = Subject.person(LONG);
        return new PersonFacts(
                some(most, number -> step(subject, number)), offences(subject), START.toEpochMilli(), firm().nights());
    }
}
