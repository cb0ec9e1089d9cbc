/**
 * One connection's protocol and identity, free of I/O and of the clock: bytes and the present time in, replies out. A reply says
 * what is to be published, what is to be kept as a dead letter, and what to answer once that is done. Fed by the connections of
 * {@code io.sanse.ingest.listen}.
 */
package io.sanse.ingest.session;
