package io.sanse.model.trace.store;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;

/** The columns of many rows as the arrays of one statement. */
final class ColumnTuple {
    private ColumnTuple() {}

    static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    static <T> Integer[] integers(List<T> rows, Function<T, Integer> value) {
        return rows.stream().map(value).toArray(Integer[]::new);
    }

    static <T> Long[] longs(List<T> rows, Function<T, Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    static <T> Double[] doubles(List<T> rows, Function<T, Double> value) {
        return rows.stream().map(value).toArray(Double[]::new);
    }

    /** Hours of vehicles or sources: a column of texts and one of numbers. */
    static Tuple hours(List<Arriving.Hour> hours) {
        return Tuple.tuple()
                .addArrayOfString(texts(hours, Arriving.Hour::of))
                .addArrayOfInteger(integers(hours, Arriving.Hour::hour));
    }

    /** Spans of hours of vehicles: a column of texts and two of numbers. */
    static Tuple spans(List<SightsAround> spans) {
        return Tuple.of(
                texts(spans, SightsAround::vehicle),
                integers(spans, SightsAround::first),
                integers(spans, SightsAround::last));
    }
}
