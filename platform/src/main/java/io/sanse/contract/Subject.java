package io.sanse.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Objects;

/**
 * Who or what is watched (监管对象). Its text form {@code type:id}, for example {@code vehicle:浙GA1234}, is the key of topics, tables and links.
 *
 * @param type what it is
 * @param id 1–64 characters without control characters, unique within the type
 */
public record Subject(SubjectType type, String id) implements Comparable<Subject> {
    public static final int MAX_ID_LENGTH = 64;

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::type).thenComparing(Subject::id);

    public Subject {
        Objects.requireNonNull(type, "type");
        if (id == null || id.isBlank() || id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("subject id must have 1 to " + MAX_ID_LENGTH + " characters");
        }
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                throw new IllegalArgumentException("subject id has a control character");
            }
        }
    }

    public static Subject vehicle(String plate) {
        return new Subject(SubjectType.VEHICLE, plate);
    }

    public static Subject enterprise(String code) {
        return new Subject(SubjectType.ENTERPRISE, code);
    }

    public static Subject manifest(String number) {
        return new Subject(SubjectType.MANIFEST, number);
    }

    public static Subject person(String code) {
        return new Subject(SubjectType.PERSON, code);
    }

    public static Subject station(String deviceId) {
        return new Subject(SubjectType.STATION, deviceId);
    }

    public static Subject site(String code) {
        return new Subject(SubjectType.SITE, code);
    }

    public static Subject feed(String name) {
        return new Subject(SubjectType.FEED, name);
    }

    /** The same in every process. Plates and numbers that follow each other differ in few characters: without the factor many of them would share a bucket. */
    @Override
    public int hashCode() {
        return (31 * type.ordinal() + id.hashCode()) * 0x9E3779B9;
    }

    /** @throws IllegalArgumentException when the text is not {@code type:id} */
    @JsonCreator
    public static Subject parse(String text) {
        int colon = text == null ? -1 : text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("a subject is written type:id");
        }
        return new Subject(SubjectType.of(text.substring(0, colon)), text.substring(colon + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return type.text() + ':' + id;
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
