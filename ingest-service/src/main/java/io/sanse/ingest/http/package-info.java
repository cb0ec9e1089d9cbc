/**
 * Uploads over HTTP: {@code POST /api/v1/observations} on a port inside the platform, reached through the gateway. Checks the bearer token again, answers each item
 * on its own, and only when the broker has what is accepted and what is refused.
 */
package io.sanse.ingest.http;
