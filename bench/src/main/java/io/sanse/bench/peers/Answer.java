package io.sanse.bench.peers;

/**
 * What an engine has found.
 *
 * @param model id of Sanse's model
 * @param subject plate or number
 * @param from when the situation began, ms since the epoch
 */
record Answer(String model, String subject, long from) implements Comparable<Answer> {
    static final String OVER_STAY = "over-stay";
    static final String WEIGHT_GAP = "manifest-weight-gap";
    static final String OVERDUE = "manifest-overdue";
    static final String PASSAGE = "restricted-zone-passage";
    static final String SILENT = "vehicle-position-silent";

    @Override
    public int compareTo(Answer other) {
        return toString().compareTo(other.toString());
    }

    /** One line, which {@link #parse} reads. */
    @Override
    public String toString() {
        return model + ' ' + subject + ' ' + from;
    }

    static Answer parse(String line) {
        String[] words = line.split(" ", -1);
        return new Answer(words[0], words[1], Long.parseLong(words[2]));
    }
}
