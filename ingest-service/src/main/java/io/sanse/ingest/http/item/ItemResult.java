package io.sanse.ingest.http.item;

/**
 * What became of one item.
 *
 * @param index place in the batch, from 0
 * @param status {@code accepted} or {@code rejected}
 * @param id accepted: the observation's id, or {@code kind:id} of a registration
 * @param reason rejected: in kebab case
 * @param detail rejected: which member and why
 */
public record ItemResult(int index, String status, String id, String reason, String detail) {
    static ItemResult accepted(int index, String id) {
        return new ItemResult(index, "accepted", id, null, null);
    }

    static ItemResult rejected(int index, String reason, String detail) {
        return new ItemResult(index, "rejected", null, reason, detail);
    }
}
