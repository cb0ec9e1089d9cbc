package io.sanse.model.detect.situation;

import io.sanse.contract.detection.Evidence;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Operation;
import io.sanse.model.detect.fact.ClueBook;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.fact.Lot;
import io.sanse.model.detect.fact.Minute;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.WorkBook;
import io.sanse.model.detect.track.Fix;
import io.sanse.runtime.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Facts as evidence: by the observation's id and its content, written down when it is published. */
public final class EvidenceOf {
    private EvidenceOf() {}

    public static Proof observation(Observation observation) {
        return observation == null
                ? null
                : new Proof(
                        observation.id(),
                        () -> new Evidence(
                                observation.id(),
                                observation.kind().text(),
                                observation.observedAt(),
                                observation.location(),
                                Json.text(observation.payload())));
    }

    public static Proof fix(Fix fix) {
        return fix == null
                ? null
                : new Proof(
                        fix.id(),
                        () -> new Evidence(
                                fix.id(),
                                Kind.POSITION.text(),
                                Instant.ofEpochMilli(fix.at()),
                                fix.location(),
                                Json.text(fix.position())));
    }

    public static Proof pass(Pass pass) {
        return new Proof(
                pass.id(),
                () -> new Evidence(
                        pass.id(),
                        Kind.CAPTURE.text(),
                        Instant.ofEpochMilli(pass.at()),
                        pass.location(),
                        Json.text(pass.capture())));
    }

    public static Proof movement(String enterprise, Lot lot, Lot.Movement movement) {
        return new Proof(
                movement.id(),
                () -> new Evidence(
                        movement.id(),
                        Kind.LEDGER.text(),
                        Instant.ofEpochMilli(movement.at()),
                        null,
                        Json.text(movement.entry(enterprise, lot.id()))));
    }

    /** Only the factor that it is about, and the wind. */
    public static Proof minute(Minute minute, String factor) {
        return new Proof(minute.id(), () -> {
            Map<String, Object> content = new TreeMap<>(minute.values());
            content.keySet().removeIf(code -> !code.equals(factor) && !code.startsWith("a01"));
            content.put("station", minute.station());
            content.put("interval", "minute");
            return reading(minute.id(), minute.at(), content);
        });
    }

    private static Evidence reading(UUID observation, long at, Map<String, Object> content) {
        return new Evidence(observation, Kind.READING.text(), Instant.ofEpochMilli(at), null, Json.text(content));
    }

    public static Proof clue(ClueBook.Told told) {
        return new Proof(
                told.id(),
                () -> new Evidence(
                        told.id(),
                        Kind.CLUE.text(),
                        Instant.ofEpochMilli(told.at()),
                        told.place(),
                        Json.text(told.clue())));
    }

    public static Proof work(String enterprise, WorkBook.Report report) {
        return new Proof(
                report.id(),
                () -> new Evidence(
                        report.id(),
                        Kind.OPERATION.text(),
                        Instant.ofEpochMilli(report.until()),
                        null,
                        Json.text(new Operation(
                                enterprise, report.measure(), Instant.ofEpochMilli(report.since()), report.amount()))));
    }

    public static Proof declared(String enterprise, WorkBook.Declared entry) {
        return new Proof(
                entry.id(),
                () -> new Evidence(
                        entry.id(),
                        Kind.LEDGER.text(),
                        Instant.ofEpochMilli(entry.at()),
                        null,
                        Json.text(new LedgerEntry(
                                LedgerEntry.Entry.PRODUCED,
                                enterprise,
                                entry.lot(),
                                entry.wasteCode(),
                                entry.hazardous(),
                                entry.tonnes()))));
    }

    /** Only the factor that it is about. */
    public static Proof hour(HourReading reading, String factor) {
        return new Proof(reading.id(), () -> {
            Map<String, Object> content = new TreeMap<>();
            content.put("station", reading.station());
            content.put("interval", "hour");
            content.put("factor", factor);
            content.put("value", reading.values().get(factor));
            return reading(reading.id(), reading.hour(), content);
        });
    }
}
