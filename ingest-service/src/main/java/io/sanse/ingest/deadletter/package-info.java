/** Dead letters of all services, kept in a table to be read and counted. Fed by the topic {@code dead-letters}; read by {@code IngestService.deadLetters}. */
package io.sanse.ingest.deadletter;
