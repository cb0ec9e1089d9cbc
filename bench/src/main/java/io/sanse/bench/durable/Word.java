package io.sanse.bench.durable;

import io.sanse.bench.stream.Answer;

/**
 * One record on {@code detections}.
 *
 * @param id of what was found
 * @param revision of what is said about it, from 1
 * @param holds whether it is said to be so, or no longer
 * @param answer what was found
 * @param moment at which it was so, ms since the epoch
 */
record Word(String id, int revision, boolean holds, Answer answer, long moment) {}
