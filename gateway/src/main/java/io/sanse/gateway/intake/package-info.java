/**
 * Streams batches of observations to ingest-service, which reads, checks and answers them. The gateway has checked the token and the role before; the token goes
 * along and is checked there again. Fed by {@code POST /api/v1/observations}.
 */
package io.sanse.gateway.intake;
