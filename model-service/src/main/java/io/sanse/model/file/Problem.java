package io.sanse.model.file;

/**
 * Something wrong in a file.
 *
 * @param place where
 * @param what in one line
 */
public record Problem(Place place, String what) {
    public Problem {
        what = what.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
