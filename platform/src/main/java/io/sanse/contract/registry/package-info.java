/**
 * What the platform knows about the world before anything is observed: firms, vehicles, stations, zones, cameras, departments, officers, districts, inspection rounds, declared routes. Written
 * by ingest-service to the compacted topic {@code registry}; read by every service that needs it.
 */
package io.sanse.contract.registry;
