package io.sanse.model.cases;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Clue;
import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Offence;
import io.sanse.contract.observation.Operation;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Source;
import io.sanse.contract.observation.StockEntry;
import io.sanse.contract.observation.Weighing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes the observations of a case out of its words. */
final class CaseObservations {
    /** The vehicle of a table that names none. */
    static final String PLATE = "浙GA1234";

    private final CaseWorld world;
    private final Subject subject;
    private final UnaryOperator<Instant> arrival;
    private final CaseSights sights;

    /** @param arrival when an observation that was made at a given time arrives */
    CaseObservations(CaseWorld world, Subject subject, UnaryOperator<Instant> arrival) {
        this.world = world;
        this.subject = subject;
        this.arrival = arrival;
        this.sights = new CaseSights(world, subject, arrival);
    }

    /** @throws IllegalArgumentException when the words are not understood */
    Observation read(Instant at, Words words) {
        String what = words.next("what happens");
        return switch (what) {
            case "at" -> sights.position(at, world.place(words.next("a place")), words);
            case "no-fix" -> sights.position(at, null, words);
            case "weighed" -> weighing(at, words);
            case "produced", "stored", "taken-out" -> ledger(at, what, words);
            case "hour" -> reading(at, Reading.Interval.HOUR, words);
            case "minute" -> reading(at, Reading.Interval.MINUTE, words);
            case "seen" -> sights.capture(at, words);
            case "sighted" -> sights.sighting(at, words);
            case "stock" -> stock(at, words);
            case "checked" ->
                make(
                        "rounds",
                        at,
                        null,
                        new Inspection(subject.id(), words.next("a round"), words.next("a point"), null));
            case "worked" -> operation(at, words);
            case "offence" -> offence(at, words);
            case "clue" -> clue(at, words);
            default -> step(at, Words.oneOf(what, ManifestStep.Step.values(), ManifestStep.Step::text), words);
        };
    }

    private Observation step(Instant at, ManifestStep.Step step, Words words) {
        String number = words.more() ? words.next("a manifest's number") : "M1";
        Map<String, String> said = words.options(
                Set.of("major", "hazardous"),
                Set.of("sent", "received", "usual", "from", "to", "carrier", "plate", "driver", "escort"));
        Double usual = Words.number(said, "usual");
        return make(
                "manifests",
                at,
                null,
                new ManifestStep(
                        number,
                        step,
                        said.getOrDefault("from", "F1"),
                        said.getOrDefault("carrier", "C1"),
                        said.getOrDefault("to", "R1"),
                        said.getOrDefault("plate", PLATE),
                        "900-249-08",
                        said.containsKey("hazardous") ? true : null,
                        Words.number(said, "sent"),
                        Words.number(said, "received"),
                        said.containsKey("major") ? true : null,
                        usual == null ? null : usual.intValue(),
                        said.get("driver"),
                        said.get("escort")));
    }

    private Observation weighing(Instant at, Words words) {
        Weighing.Side side = Words.oneOf(words.next("a side"), Weighing.Side.values(), Weighing.Side::text);
        double net = words.number("a weight in t");
        return make("scales", at, null, new Weighing("W1", side, PLATE, "M1", null, null, net, scaleOwner()));
    }

    /** Weighings that are reported on a firm were made on its own scale. */
    private String scaleOwner() {
        return subject.type() == SubjectType.ENTERPRISE ? subject.id() : null;
    }

    private Observation ledger(Instant at, String what, Words words) {
        LedgerEntry.Entry entry = Words.oneOf(what, LedgerEntry.Entry.values(), LedgerEntry.Entry::text);
        String lot = words.next("a lot");
        double tonnes = words.number("an amount in t");
        return make("ledgers", at, null, new LedgerEntry(entry, subject.id(), lot, "900-001-S17", false, tonnes));
    }

    private Observation stock(Instant at, Words words) {
        StockEntry.Act entry = Words.oneOf(words.next("an entry"), StockEntry.Act.values(), StockEntry.Act::text);
        String substance = words.next("a substance");
        double tonnes = words.number("an amount in t");
        Map<String, String> said = words.options(Set.of(), Set.of("by", "other", "document"));
        String firm = said.getOrDefault("by", subject.id());
        return make(
                "books",
                at,
                null,
                new StockEntry(entry, firm, substance, tonnes, said.get("other"), said.get("document")));
    }

    private Observation operation(Instant at, Words words) {
        Operation.Measure measure =
                Words.oneOf(words.next("a measure"), Operation.Measure.values(), Operation.Measure::text);
        double amount = words.number("an amount");
        double days = words.number("a number of days");
        Instant since = at.minusMillis(Math.round(days * Duration.ofDays(1).toMillis()));
        return make("meters", at, null, new Operation(subject.id(), measure, since, amount));
    }

    private Observation offence(Instant at, Words words) {
        String number = words.next("an offence's number");
        Offence.Matter matter = Words.oneOf(words.next("a matter"), Offence.Matter.values(), Offence.Matter::text);
        Offence.Standing standing =
                Words.oneOf(words.next("a standing"), Offence.Standing.values(), Offence.Standing::text);
        Map<String, String> said = words.options(Set.of("hazardous"), Set.of("tonnes"));
        Offence offence = new Offence(
                number,
                matter,
                standing,
                ids(SubjectType.PERSON),
                ids(SubjectType.ENTERPRISE),
                ids(SubjectType.VEHICLE),
                said.containsKey("hazardous") ? true : null,
                Words.number(said, "tonnes"),
                "case");
        return make("books", at, null, offence);
    }

    private List<String> ids(SubjectType type) {
        return subject.type() == type ? List.of(subject.id()) : List.of();
    }

    /** The channel may be followed by a stroke and the reporter. */
    private Observation clue(Instant at, Words words) {
        String number = words.next("a clue's number");
        String[] channel = words.next("a channel").split("/", 2);
        GeoPoint place = world.place(words.next("a place"));
        String reporter = channel.length > 1 ? channel[1] : null;
        return make("clues", at, place, new Clue(number, channel[0], words.rest(), reporter));
    }

    private Observation reading(Instant at, Reading.Interval interval, Words words) {
        String station = words.next("a station");
        List<Reading.Factor> factors = new ArrayList<>();
        while (words.more()) {
            String code = words.next("a factor");
            double value = value(words.next("a value"), at);
            factors.add(new Reading.Factor(code, value, null, null, "ug/m3", words.next("a flag")));
        }
        return new Observation(
                ObservationId.of(Kind.READING, station, at, factors.toString()),
                new Source("air", "hj212", station),
                subject,
                station.equals(subject.id()) ? List.of() : List.of(Subject.station(station)),
                at,
                arrival.apply(at),
                null,
                new Reading(interval, factors));
    }

    /** {@code 30±2} is 30 with a step of 2 from each hour to the next. */
    private static double value(String text, Instant at) {
        String[] parts = text.split("±", 2);
        boolean up = parts.length > 1 && at.getEpochSecond() / 3_600 % 2 == 0;
        double step = parts.length > 1 ? Words.number("a step", parts[1]) : 0;
        return Words.number("a value", parts[0]) + (up ? step : 0);
    }

    private Observation make(String feed, Instant at, GeoPoint place, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), feed, at, String.valueOf(place) + payload),
                new Source(feed, "test", feed),
                subject,
                List.of(),
                at,
                arrival.apply(at),
                place,
                payload);
    }
}
