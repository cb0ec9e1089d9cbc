/** How any service puts input that it cannot use onto the topic {@code dead-letters}, from where ingest-service keeps it. */
package io.sanse.deadletter;
