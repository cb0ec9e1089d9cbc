package io.sanse.model.detect;

/** Which models judge when. Asked for each frame: must be cheap. */
@FunctionalInterface
public interface ModelCourse {
    /**
     * The models in force; the same object as long as nothing changes.
     *
     * @param heardUntil when the newest observation of the partition was received, ms: a moment that every node comes to at the same observation
     */
    ModelSet at(long heardUntil);
}
