package io.sanse.model.file;

/**
 * A place in a file.
 *
 * @param file as the reader was told
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String file, int line, int column) {
    /** Where a file begins. */
    public static Place start(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ':' + line + ':' + column;
    }
}
