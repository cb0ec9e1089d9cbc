package io.sanse.model.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong while a file is read on, so that its author hears of everything at once. */
public final class Problems {
    private final boolean published;
    private final List<Problem> found = new ArrayList<>();

    /** Of a file that somebody writes: whatever is wrong is told. */
    public Problems() {
        this(false);
    }

    private Problems(boolean published) {
        this.published = published;
    }

    /** Of what judges already: what could only be written better is not told. */
    public static Problems ofPublished() {
        return new Problems(true);
    }

    /** Something that whoever writes is asked for, and that nothing which judges already needs; it throws what is wrong. */
    public void ask(Runnable demand) {
        if (!published) {
            demand.run();
        }
    }

    /** @return the part, or null when it is wrong */
    public <T> T tried(Supplier<T> part) {
        try {
            return part.get();
        } catch (ModelFileException wrong) {
            found.addAll(wrong.problems());
            return null;
        }
    }

    public void check(Runnable part) {
        tried(() -> {
            part.run();
            return null;
        });
    }

    /** Whether nothing has been wrong so far. */
    public boolean none() {
        return found.isEmpty();
    }

    /** @throws ModelFileException when anything was wrong */
    public void end() {
        if (!found.isEmpty()) {
            throw new ModelFileException(found);
        }
    }
}
