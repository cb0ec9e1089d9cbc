/**
 * An alert as its log makes it: the steps of its life with what each one changes, and the fold that turns them into the alert as it stands. A step carries
 * everything that it changes, so that folding needs no policy, no clock and no question. Written by {@code domain}, kept by {@code store}. Pure.
 */
package io.sanse.alert.domain.event;
