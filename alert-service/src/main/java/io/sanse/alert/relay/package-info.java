/**
 * Carries the log of events out: to the topic {@code alert-events} and, as a hint that there is something to read, to the event bus. Fed by {@code store.EventLog}.
 */
package io.sanse.alert.relay;
