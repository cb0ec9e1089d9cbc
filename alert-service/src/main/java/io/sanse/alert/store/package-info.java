/**
 * What this service keeps in PostgreSQL: the log of events, the alert as their fold, clocks, evidence, the registry's departments and districts; and {@link
 * io.sanse.alert.store.Registrar}, which brings an alert before {@code domain} and writes what was decided, all in the caller's transaction. Locks are taken in
 * one order, subject before alert, so that nobody waits in a ring.
 */
package io.sanse.alert.store;
