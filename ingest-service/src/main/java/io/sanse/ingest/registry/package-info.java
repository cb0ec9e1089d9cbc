/**
 * What is registered: enterprises, vehicles, stations, cameras, zones, people. Fed by registrations of the uploads; feeds the compacted topic {@code registry} and
 * the look-ups of this service, which every replica keeps in step from that topic.
 */
package io.sanse.ingest.registry;
