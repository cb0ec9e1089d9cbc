/** The service that finds offences: detection models over the topic {@code observations}, fed by ingest-service, listened to by alert-service. */
package io.sanse.model;
