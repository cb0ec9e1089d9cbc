/**
 * JT/T 808 frames (editions 2011, 2013 and 2019, clause 4): splitting a byte stream, un-escaping, checking, the header,
 * joining of parts, and the way back. Fed by {@code io.sanse.ingest.listen} with what a socket received; bodies are read
 * by {@code io.sanse.ingest.decode.jt808.message}.
 */
package io.sanse.ingest.decode.jt808;
