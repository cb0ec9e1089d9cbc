package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What an observation says; the JSON member {@code kind} names the {@link Kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Position.class, name = "position"),
    @JsonSubTypes.Type(value = Capture.class, name = "capture"),
    @JsonSubTypes.Type(value = Reading.class, name = "reading"),
    @JsonSubTypes.Type(value = ManifestStep.class, name = "manifest"),
    @JsonSubTypes.Type(value = Weighing.class, name = "weighing"),
    @JsonSubTypes.Type(value = LedgerEntry.class, name = "ledger"),
    @JsonSubTypes.Type(value = Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Sighting.class, name = "sighting"),
    @JsonSubTypes.Type(value = StockEntry.class, name = "stock"),
    @JsonSubTypes.Type(value = Inspection.class, name = "inspection"),
    @JsonSubTypes.Type(value = Operation.class, name = "operation"),
    @JsonSubTypes.Type(value = Offence.class, name = "offence"),
    @JsonSubTypes.Type(value = Clue.class, name = "clue")
})
public sealed interface Payload
        permits Position,
                Capture,
                Reading,
                ManifestStep,
                Weighing,
                LedgerEntry,
                Progress,
                Sighting,
                StockEntry,
                Inspection,
                Operation,
                Offence,
                Clue {}
