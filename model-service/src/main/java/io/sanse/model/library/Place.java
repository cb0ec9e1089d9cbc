package io.sanse.model.library;

/**
 * A place in a file.
 *
 * @param file path within the library
 * @param line from 1
 * @param column from 1
 */
record Place(String file, int line, int column) {
    Place right(int columns) {
        return new Place(file, line, column + columns);
    }

    @Override
    public String toString() {
        return file + ':' + line + ':' + column;
    }
}
