/**
 * The only door for people and other systems: the public API of {@code openapi.yaml}, its live stream, the exchange with the province, and the console. Holds
 * no data: it knows who is calling, asks the services on the caller's behalf over the event bus, and streams uploads to ingest-service.
 */
package io.sanse.gateway;
