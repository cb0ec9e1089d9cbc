/**
 * The live stream (server-sent events): alert events by cursor, none skipped, and sampled positions for the map, droppable. Woken by hints of the event bus and,
 * because hints get lost, by a slow poll. A client that reads slowly is bounded, never buffered for.
 */
package io.sanse.gateway.stream;
