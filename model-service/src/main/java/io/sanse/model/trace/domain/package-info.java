/**
 * The pure core of the trace-back (溯源倒查): how sightings of a vehicle are kept, where it can have been between two of them, what speaks for and against it, and what could
 * not have been seen. Fed by {@code io.sanse.model.trace.store} and {@code io.sanse.model.trace.job}; knows no database and no clock.
 */
package io.sanse.model.trace.domain;
