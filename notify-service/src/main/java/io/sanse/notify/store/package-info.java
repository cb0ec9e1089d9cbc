/**
 * The schema {@code notify} in PostgreSQL: contacts, deliveries and their parts, receipts, and the processes that submit.
 * Each method takes the connection of its caller's transaction.
 */
package io.sanse.notify.store;
