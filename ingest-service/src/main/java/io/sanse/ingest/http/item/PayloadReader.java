package io.sanse.ingest.http.item;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Clue;
import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Offence;
import io.sanse.contract.observation.Operation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.StockEntry;
import io.sanse.contract.observation.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads payloads, one method per kind. */
final class PayloadReader {
    static final int NAME = 64;
    static final String[] COLOURS = {"blue", "yellow", "black", "white", "green"};

    private static final String[] DIRECTIONS = {"in", "out"};
    private static final double MAX_VALUE = 1e12;
    private static final int MAX_FACTORS = 128;
    private static final int MAX_OFFENDERS = 16;
    private static final int MAX_ACT = 500;

    private PayloadReader() {}

    /** @param payload its {@code kind} has been read */
    static NamedPayload read(Kind kind, Members payload) {
        NamedPayload read =
                switch (kind) {
                    case POSITION -> position(payload);
                    case CAPTURE -> capture(payload);
                    case READING -> reading(payload);
                    case MANIFEST -> manifest(payload);
                    case WEIGHING -> weighing(payload);
                    case LEDGER -> ledger(payload);
                    case SIGHTING -> sighting(payload);
                    case STOCK -> stock(payload);
                    case INSPECTION -> inspection(payload);
                    case OPERATION -> operation(payload);
                    case OFFENCE -> offence(payload);
                    case CLUE -> clue(payload);
                    case PROGRESS -> throw new IllegalArgumentException("progress is made by the platform only");
                };
        payload.end();
        return read;
    }

    private static NamedPayload position(Members in) {
        return NamedPayload.of(
                new Position(
                        in.numberOrNull("speedKmh", 0, 500),
                        in.integerOrNull("directionDeg", 0, 359),
                        in.integerOrNull("altitudeM", -1_000, 10_000),
                        in.numberOrNull("mileageKm", 0, 1e8),
                        load(in),
                        in.flag("accOn"),
                        in.flag("mainPowerOff"),
                        in.flag("resent")),
                null);
    }

    private static LoadState load(Members in) {
        return in.choiceOrNull("load", LoadState.values(), LoadState::text);
    }

    private static NamedPayload capture(Members in) {
        String plate = in.formed("plate", Plates::normalise);
        Capture capture = new Capture(
                in.text("camera", NAME),
                plate,
                in.choiceOrNull("plateColour", COLOURS, Function.identity()),
                in.textOrNull("vehicleClass", NAME),
                in.choiceOrNull("direction", DIRECTIONS, Function.identity()),
                load(in),
                in.numberOrNull("confidence", 0, 1),
                in.formedOrNull("image", Forms::sha256));
        return NamedPayload.of(capture, Subject.vehicle(plate));
    }

    private static NamedPayload reading(Members in) {
        Reading.Interval interval = in.choice("interval", Reading.Interval.values(), Reading.Interval::text);
        List<Reading.Factor> factors =
                in.list("factors", 1, MAX_FACTORS, (element, path) -> factor(Members.of(element, path)));
        return NamedPayload.of(new Reading(interval, factors), null);
    }

    private static Reading.Factor factor(Members in) {
        Reading.Factor factor = new Reading.Factor(
                in.formed("code", Forms::factor),
                in.numberOrNull("value", -MAX_VALUE, MAX_VALUE),
                in.numberOrNull("min", -MAX_VALUE, MAX_VALUE),
                in.numberOrNull("max", -MAX_VALUE, MAX_VALUE),
                in.text("unit", 32),
                in.text("flag", 4));
        in.end();
        return factor;
    }

    private static NamedPayload manifest(Members in) {
        ManifestStep step = new ManifestStep(
                in.text("number", NAME),
                in.choice("step", ManifestStep.Step.values(), ManifestStep.Step::text),
                in.textOrNull("generator", NAME),
                in.textOrNull("carrier", NAME),
                in.textOrNull("receiver", NAME),
                in.formedOrNull("plate", Plates::normalise),
                in.formedOrNull("wasteCode", Forms::wasteCode),
                in.flagOrNull("hazardous"),
                in.numberOrNull("sentTonnes", 0, 100_000),
                in.numberOrNull("receivedTonnes", 0, 100_000),
                in.flagOrNull("majorDifference"),
                in.integerOrNull("usualTripMinutes", 1, 100_000),
                in.textOrNull("driver", NAME),
                in.textOrNull("escort", NAME));
        List<Subject> mentions = new ArrayList<>();
        mention(mentions, step.plate(), Subject::vehicle);
        mention(mentions, step.generator(), Subject::enterprise);
        mention(mentions, step.carrier(), Subject::enterprise);
        mention(mentions, step.receiver(), Subject::enterprise);
        mention(mentions, step.driver(), Subject::person);
        mention(mentions, step.escort(), Subject::person);
        return new NamedPayload(step, Subject.manifest(step.number()), List.copyOf(mentions));
    }

    private static void mention(List<Subject> mentions, String id, Function<String, Subject> subject) {
        if (id != null && !mentions.contains(subject.apply(id))) {
            mentions.add(subject.apply(id));
        }
    }

    private static NamedPayload weighing(Members in) {
        Weighing weighing = new Weighing(
                in.text("scale", NAME),
                in.choice("side", Weighing.Side.values(), Weighing.Side::text),
                in.formed("plate", Plates::normalise),
                in.textOrNull("manifest", NAME),
                in.numberOrNull("grossTonnes", 0, 1_000),
                in.numberOrNull("tareTonnes", 0, 1_000),
                in.number("netTonnes", 0, 1_000),
                in.textOrNull("enterprise", NAME));
        List<Subject> mentions = new ArrayList<>();
        mention(mentions, weighing.manifest(), Subject::manifest);
        mention(mentions, weighing.enterprise(), Subject::enterprise);
        return new NamedPayload(weighing, Subject.vehicle(weighing.plate()), List.copyOf(mentions));
    }

    private static NamedPayload sighting(Members in) {
        Sighting sighting = new Sighting(
                in.text("camera", NAME),
                in.choicesOf("things", Sighting.Thing.values(), Sighting.Thing::text),
                in.integerOrNull("people", 0, 10_000),
                in.textOrNull("group", NAME),
                in.numberOrNull("confidence", 0, 1),
                in.formedOrNull("image", Forms::sha256));
        return NamedPayload.of(sighting, Subject.site(sighting.camera()));
    }

    private static NamedPayload stock(Members in) {
        StockEntry entry = new StockEntry(
                in.choice("entry", StockEntry.Act.values(), StockEntry.Act::text),
                in.text("enterprise", NAME),
                in.text("substance", NAME),
                in.number("tonnes", 0, 1_000_000),
                in.textOrNull("other", NAME),
                in.textOrNull("document", NAME));
        Subject firm = Subject.enterprise(entry.enterprise());
        if (entry.enterprise().equals(entry.other())) {
            throw in.wrong("other", "is the firm itself");
        }
        return entry.other() == null
                ? NamedPayload.of(entry, firm)
                : NamedPayload.of(entry, firm, Subject.enterprise(entry.other()));
    }

    private static NamedPayload inspection(Members in) {
        Inspection inspection = new Inspection(
                in.text("enterprise", NAME),
                in.text("round", NAME),
                in.text("point", NAME),
                in.textOrNull("inspector", NAME));
        return NamedPayload.of(inspection, Subject.enterprise(inspection.enterprise()));
    }

    private static NamedPayload ledger(Members in) {
        LedgerEntry entry = new LedgerEntry(
                in.choice("entry", LedgerEntry.Entry.values(), LedgerEntry.Entry::text),
                in.text("enterprise", NAME),
                in.text("lot", NAME),
                in.formed("wasteCode", Forms::wasteCode),
                in.flagOrNull("hazardous"),
                in.number("tonnes", 0, 1_000_000));
        return NamedPayload.of(entry, Subject.enterprise(entry.enterprise()));
    }

    private static NamedPayload operation(Members in) {
        Operation operation = new Operation(
                in.text("enterprise", NAME),
                in.choice("measure", Operation.Measure.values(), Operation.Measure::text),
                in.time("since"),
                in.number("amount", 0, MAX_VALUE));
        return NamedPayload.of(operation, Subject.enterprise(operation.enterprise()));
    }

    private static NamedPayload offence(Members in) {
        Offence offence = new Offence(
                in.text("number", NAME),
                in.choice("matter", Offence.Matter.values(), Offence.Matter::text),
                in.choice("standing", Offence.Standing.values(), Offence.Standing::text),
                in.texts("persons", MAX_OFFENDERS, NAME),
                in.texts("enterprises", MAX_OFFENDERS, NAME),
                PersonReader.plates(in, "plates", MAX_OFFENDERS),
                in.flagOrNull("hazardous"),
                in.numberOrNull("tonnes", 0, 1_000_000),
                in.text("act", MAX_ACT));
        List<Subject> offenders = new ArrayList<>();
        offence.persons().forEach(code -> mention(offenders, code, Subject::person));
        offence.enterprises().forEach(code -> mention(offenders, code, Subject::enterprise));
        offence.plates().forEach(plate -> mention(offenders, plate, Subject::vehicle));
        if (offenders.isEmpty()) {
            throw in.wrong("persons", "is empty, and so are enterprises and plates: an offence has an offender");
        }
        return new NamedPayload(offence, offenders.get(0), offenders.subList(1, offenders.size()));
    }

    private static NamedPayload clue(Members in) {
        return NamedPayload.of(
                new Clue(
                        in.text("number", NAME),
                        in.text("channel", NAME),
                        in.text("text", Clue.MAX_TEXT),
                        in.textOrNull("reporter", NAME)),
                null);
    }
}
