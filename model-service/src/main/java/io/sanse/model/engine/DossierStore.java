package io.sanse.model.engine;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Encoded dossiers by subject. What is longer than a part is stored in several, each a record of the change log: a producer refuses a record of more than a megabyte, and so does the broker, after which the partition would try it again for ever. The
 * transaction keeps the parts together.
 */
final class DossierStore {
    /** A part; far enough below a megabyte for its key and what the broker puts around it. */
    static final int PART_BYTES = 512 << 10;

    /** The first byte of what has several parts; behind it their number, 4 bytes, then the first of them. Neither Smile nor JSON begins so. */
    private static final byte SEVERAL = 0;

    private static final int HEAD_BYTES = 1 + Integer.BYTES;

    /** Between a subject and the number of a part, counted from 1: no subject has a control character. */
    private static final char PART = '\u0000';

    private final KeyValueStore<String, byte[]> store;

    DossierStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Null when there is none. */
    byte[] get(String subject) {
        byte[] head = store.get(subject);
        return parts(head) == 1 ? head : joined(subject, head);
    }

    /** @param dossier null: there is none any more */
    void put(String subject, byte[] dossier) {
        int before = parts(store.get(subject));
        int now = dossier == null ? 1 : Math.max(1, (dossier.length + PART_BYTES - 1) / PART_BYTES);
        store.put(subject, now == 1 ? dossier : head(dossier, now));
        for (int part = 1; part < now; part++) {
            int from = part * PART_BYTES;
            byte[] bytes = new byte[Math.min(PART_BYTES, dossier.length - from)];
            System.arraycopy(dossier, from, bytes, 0, bytes.length);
            store.put(key(subject, part), bytes);
        }
        for (int part = now; part < before; part++) {
            store.delete(key(subject, part));
        }
    }

    void forEach(BiConsumer<String, byte[]> visitor) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                if (entry.key.indexOf(PART) < 0) {
                    visitor.accept(entry.key, parts(entry.value) == 1 ? entry.value : joined(entry.key, entry.value));
                }
            }
        }
    }

    private static byte[] head(byte[] dossier, int parts) {
        return ByteBuffer.allocate(HEAD_BYTES + PART_BYTES)
                .put(SEVERAL)
                .putInt(parts)
                .put(dossier, 0, PART_BYTES)
                .array();
    }

    private static int parts(byte[] head) {
        boolean several = head != null && head[0] == SEVERAL;
        return several ? ByteBuffer.wrap(head).getInt(1) : 1;
    }

    private byte[] joined(String subject, byte[] head) {
        int parts = parts(head);
        byte[] last = store.get(key(subject, parts - 1));
        ByteBuffer all = ByteBuffer.allocate((parts - 1) * PART_BYTES + last.length);
        all.put(head, HEAD_BYTES, PART_BYTES);
        for (int part = 1; part < parts; part++) {
            all.put(store.get(key(subject, part)));
        }
        return all.array();
    }

    private static String key(String subject, int part) {
        return subject + PART + part;
    }
}
