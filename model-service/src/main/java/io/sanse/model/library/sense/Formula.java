package io.sanse.model.library.sense;

/** Whether a condition holds at a point. */
@FunctionalInterface
interface Formula {
    boolean holds(int[] point);
}
