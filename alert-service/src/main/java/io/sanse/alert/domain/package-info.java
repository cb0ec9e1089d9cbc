/**
 * The decisions of this service: what a detection, a command or the passing of time makes of an alert. {@link io.sanse.alert.domain.Lifecycle} takes the alert as it stands, the
 * input and what may be known of the world, and answers with the steps to write, or with a refusal and its reason. Asked by {@code store.Registrar}, which brings what is
 * needed and writes what was decided. Pure: no clock, no random, no I/O.
 */
package io.sanse.alert.domain;
