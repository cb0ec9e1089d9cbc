package io.sanse.model.file;

import java.io.Serial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A file is wrong; the message has a line for each problem, which begins with {@code file:line:column}. */
public final class ModelFileException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one; told in the order of the file */
    public ModelFileException(List<Problem> problems) {
        this(sorted(problems), null);
    }

    public ModelFileException(Place place, String what, Throwable cause) {
        this(List.of(new Problem(place, what)), cause);
    }

    public ModelFileException(Place place, String what) {
        this(place, what, null);
    }

    private ModelFileException(List<Problem> problems, Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
        this.problems = problems;
    }

    private static List<Problem> sorted(List<Problem> problems) {
        Comparator<Problem> byPlace = Comparator.comparingInt(
                        (Problem problem) -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column());
        return problems.stream().sorted(byPlace).distinct().toList();
    }

    public List<Problem> problems() {
        return problems;
    }
}
