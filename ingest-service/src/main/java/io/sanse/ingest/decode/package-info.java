/**
 * What every protocol decoder shares: the outcome of decoding and the reasons for which input is refused. Decoders are
 * pure: bytes and settings in, values and reasons out. They are fed by {@code io.sanse.ingest.listen}.
 */
package io.sanse.ingest.decode;
