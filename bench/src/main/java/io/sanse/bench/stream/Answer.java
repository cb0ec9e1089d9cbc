package io.sanse.bench.stream;

/**
 * What an engine has found.
 *
 * @param model id of Sanse's model
 * @param subject plate or number
 * @param from when the situation began, ms since the epoch
 */
public record Answer(String model, String subject, long from) implements Comparable<Answer> {
    public static final String OVER_STAY = "over-stay";
    public static final String WEIGHT_GAP = "manifest-weight-gap";
    public static final String OVERDUE = "manifest-overdue";
    public static final String PASSAGE = "restricted-zone-passage";
    public static final String SILENT = "vehicle-position-silent";

    @Override
    public int compareTo(Answer other) {
        return toString().compareTo(other.toString());
    }

    /** One line, which {@link #parse} reads. */
    @Override
    public String toString() {
        return model + ' ' + subject + ' ' + from;
    }

    public static Answer parse(String line) {
        String[] words = line.split(" ", -1);
        return new Answer(words[0], words[1], Long.parseLong(words[2]));
    }
}
