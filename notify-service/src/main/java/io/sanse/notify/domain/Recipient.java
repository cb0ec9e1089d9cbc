package io.sanse.notify.domain;

/**
 * Somebody and the way to reach them.
 *
 * @param name {@code enterprise:…}, {@code vehicle:…}, {@code department:…}, {@code department:…/leader} or {@code
 *     officer:…}
 * @param phone digits, or null when none is known
 */
public record Recipient(String name, String phone) {
    /** Without the phone. */
    @Override
    public String toString() {
        return name;
    }
}
