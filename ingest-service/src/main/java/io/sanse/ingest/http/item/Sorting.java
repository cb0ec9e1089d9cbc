package io.sanse.ingest.http.item;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.observation.Observation;
import io.sanse.ingest.registry.Registration;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.json.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Sorts an upload's items into registrations, observations and dead letters. Registrations are read first: an observation may rest on what the same batch
 * registers, wherever it stands in it.
 */
public final class Sorting {
    private final Upload upload;
    private final ItemReader reader;
    private final ItemResult[] results;
    private final List<Registration> registrations = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    public Sorting(Upload upload, ItemReader reader) {
        this.upload = upload;
        this.reader = reader;
        this.results = new ItemResult[upload.items().size()];
    }

    /** The registrations among the items. */
    public List<Registration> readRegistrations() {
        for (int i = 0; i < results.length; i++) {
            if (ItemReader.isRegistration(upload.items().get(i))) {
                readRegistration(i);
            }
        }
        return registrations;
    }

    private void readRegistration(int index) {
        try {
            Registration registration = reader.registration(upload.items().get(index), upload);
            registrations.add(registration);
            results[index] = ItemResult.accepted(index, registration.key());
        } catch (Rejected rejected) {
            reject(index, rejected);
        }
    }

    /** The observations among the items; called when the registrations are in force. */
    public List<Observation> readObservations() {
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                readObservation(i);
            }
        }
        return observations;
    }

    private void readObservation(int index) {
        try {
            Observation observation = reader.observation(upload.items().get(index), upload);
            observations.add(observation);
            results[index] = ItemResult.accepted(index, observation.id().toString());
        } catch (Rejected rejected) {
            reject(index, rejected);
        }
    }

    private void reject(int index, Rejected rejected) {
        results[index] = ItemResult.rejected(index, rejected.reason(), rejected.getMessage());
        letters.add(letter(upload.user(), bytes(upload.items().get(index)), rejected, upload));
    }

    private static byte[] bytes(JsonNode item) {
        try {
            return Json.strict().writeValueAsBytes(item);
        } catch (JacksonException impossible) {
            throw new UncheckedIOException("what was read as JSON can be written", impossible);
        }
    }

    private static DeadLetter letter(String user, byte[] raw, Rejected rejected, Upload upload) {
        return new DeadLetter(
                idOf(user, raw),
                "ingest-service",
                ItemReader.PROTOCOL,
                user,
                rejected.reason(),
                rejected.getMessage(),
                raw,
                upload.receivedAt());
    }

    /** The same input of the same user is one letter, however often it is sent. */
    public static UUID idOf(String user, byte[] raw) {
        byte[] name = (ItemReader.PROTOCOL + '\u0000' + user + '\u0000').getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(name, name.length + raw.length);
        System.arraycopy(raw, 0, content, name.length, raw.length);
        return UUID.nameUUIDFromBytes(content);
    }

    /** Letters for the rejected items so far. */
    public List<DeadLetter> letters() {
        return letters;
    }

    /** The answer, when all items were read. */
    public BatchResult result() {
        return new BatchResult(results.length - letters.size(), letters.size(), List.of(results));
    }
}
