package io.sanse.ingest.http.item;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Payload;
import java.util.List;

/**
 * A payload and whom it names.
 *
 * @param payload what was observed
 * @param subject under whose key it travels, null when the payload names nobody and the item has to
 * @param mentions the others that it names
 */
record NamedPayload(Payload payload, Subject subject, List<Subject> mentions) {
    static NamedPayload of(Payload payload, Subject subject, Subject... mentions) {
        return new NamedPayload(payload, subject, List.of(mentions));
    }
}
