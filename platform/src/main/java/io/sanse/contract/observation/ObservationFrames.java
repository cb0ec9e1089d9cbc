package io.sanse.contract.observation;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The value of a record on {@code observations}: up to {@link #MAX_OBSERVATIONS} observations of one partition. The only place that knows the layout.
 *
 * <pre>
 * frame       = version(1) strings(varint count, each varint length + UTF-8) entries(varint count, each varint length + entry)
 * entry       = kind(1) id(16) observedAt(8, ms) receivedAt(8, ms) feed protocol device (string numbers)
 *               subject mentions(varint count) (each: type(1) + string number) place(1: 0 none, 1 = two ints of 1e-7 degrees) payload
 * payload     = position: packed ({@link PositionPacking}); all others: JSON to the entry's end
 * </pre>
 *
 * Integers are big endian; varints are unsigned LEB128. An entry that cannot be read is reported with its bytes and does not disturb the others.
 */
public final class ObservationFrames {
    public static final int MAX_OBSERVATIONS = 128;

    private static final byte VERSION = 1;
    private static final double DEGREE = 1e7;
    private static final SubjectType[] SUBJECT_TYPES = SubjectType.values();

    private ObservationFrames() {}

    /**
     * What a frame held.
     *
     * @param observations the readable ones, in order
     * @param unreadable the others
     */
    public record Frame(List<Observation> observations, List<Unreadable> unreadable) {}

    /**
     * An entry, or a whole frame, that could not be read.
     *
     * @param bytes as found
     * @param detail what is wrong
     */
    public record Unreadable(byte[] bytes, String detail) {}

    /** @throws IllegalArgumentException when there are none or more than {@link #MAX_OBSERVATIONS} */
    public static byte[] encode(List<Observation> observations) {
        if (observations.isEmpty() || observations.size() > MAX_OBSERVATIONS) {
            throw new IllegalArgumentException("a frame holds 1 to " + MAX_OBSERVATIONS + " observations");
        }
        FrameWriter strings = new FrameWriter();
        FrameWriter entries = new FrameWriter();
        StringTable table = new StringTable(strings);
        for (Observation observation : observations) {
            FrameWriter entry = new FrameWriter();
            writeEntry(observation, entry, table);
            entries.varint(entry.size());
            entries.bytes(entry);
        }
        FrameWriter frame = new FrameWriter();
        frame.octet(VERSION);
        frame.varint(table.size());
        frame.bytes(strings);
        frame.varint(observations.size());
        frame.bytes(entries);
        return frame.toByteArray();
    }

    private static void writeEntry(Observation observation, FrameWriter entry, StringTable table) {
        entry.octet(observation.kind().code());
        entry.int64(observation.id().getMostSignificantBits());
        entry.int64(observation.id().getLeastSignificantBits());
        entry.int64(observation.observedAt().toEpochMilli());
        entry.int64(observation.receivedAt().toEpochMilli());
        entry.varint(table.number(observation.source().feed()));
        entry.varint(table.number(observation.source().protocol()));
        entry.varint(table.number(observation.source().device()));
        writeSubject(observation.subject(), entry, table);
        entry.varint(observation.mentions().size());
        observation.mentions().forEach(mention -> writeSubject(mention, entry, table));
        writePlace(observation.location(), entry);
        if (observation.payload() instanceof Position position) {
            PositionPacking.write(position, entry);
        } else {
            entry.bytes(Json.bytes(observation.payload()));
        }
    }

    private static void writeSubject(Subject subject, FrameWriter entry, StringTable table) {
        entry.octet(subject.type().ordinal());
        entry.varint(table.number(subject.id()));
    }

    private static void writePlace(GeoPoint location, FrameWriter entry) {
        if (location == null) {
            entry.octet(0);
            return;
        }
        entry.octet(1);
        entry.int32((int) Math.round(location.longitude() * DEGREE));
        entry.int32((int) Math.round(location.latitude() * DEGREE));
    }

    /** Never throws: what cannot be read is in {@link Frame#unreadable()}. */
    public static Frame decode(byte[] frame) {
        List<Observation> observations = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        try {
            FrameReader reader = new FrameReader(ByteBuffer.wrap(frame));
            if (reader.octet() != VERSION) {
                throw new IllegalArgumentException("unknown frame version " + frame[0]);
            }
            String[] strings = reader.strings();
            int count = reader.count();
            for (int i = 0; i < count; i++) {
                ByteBuffer entry = reader.slice(reader.varint());
                readEntry(entry, strings, observations, unreadable);
            }
        } catch (IllegalArgumentException | BufferUnderflowException broken) {
            unreadable.add(new Unreadable(frame, "frame cannot be read: " + broken.getMessage()));
        }
        return new Frame(observations, unreadable);
    }

    private static void readEntry(
            ByteBuffer entry, String[] strings, List<Observation> observations, List<Unreadable> unreadable) {
        ByteBuffer whole = entry.duplicate();
        try {
            observations.add(readEntry(new FrameReader(entry), strings));
        } catch (IOException
                | IllegalArgumentException
                | NullPointerException
                | IndexOutOfBoundsException
                | BufferUnderflowException
                | DateTimeException broken) {
            byte[] bytes = new byte[whole.remaining()];
            whole.get(bytes);
            unreadable.add(new Unreadable(bytes, "observation cannot be read: " + broken.getMessage()));
        }
    }

    private static Observation readEntry(FrameReader entry, String[] strings) throws IOException {
        Kind kind = Kind.ofCode(entry.octet());
        UUID id = new UUID(entry.int64(), entry.int64());
        Instant observedAt = Instant.ofEpochMilli(entry.int64());
        Instant receivedAt = Instant.ofEpochMilli(entry.int64());
        Source source = new Source(strings[entry.varint()], strings[entry.varint()], strings[entry.varint()]);
        Subject subject = readSubject(entry, strings);
        List<Subject> mentions = readMentions(entry, strings);
        GeoPoint location = entry.octet() == 0 ? null : new GeoPoint(entry.int32() / DEGREE, entry.int32() / DEGREE);
        return new Observation(
                id, source, subject, mentions, observedAt, receivedAt, location, readPayload(kind, entry));
    }

    private static List<Subject> readMentions(FrameReader entry, String[] strings) {
        int count = entry.count();
        if (count == 0) {
            return List.of();
        }
        List<Subject> mentions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            mentions.add(readSubject(entry, strings));
        }
        return mentions;
    }

    private static Payload readPayload(Kind kind, FrameReader entry) throws IOException {
        return kind == Kind.POSITION ? PositionPacking.read(entry) : Json.parse(entry.rest(), kind.payload());
    }

    private static Subject readSubject(FrameReader entry, String[] strings) {
        return new Subject(SUBJECT_TYPES[entry.octet()], strings[entry.varint()]);
    }
}
