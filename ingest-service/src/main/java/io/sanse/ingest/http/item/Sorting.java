package io.sanse.ingest.http.item;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.observation.Observation;
import io.sanse.ingest.registry.Registration;
import io.sanse.runtime.failure.Rejected;
import java.util.ArrayList;
import java.util.List;

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
        letters.add(UploadLetters.ofItem(upload, upload.items().get(index), rejected));
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
