/**
 * HJ 212 packets of pollution monitoring stations (HJ/T 212-2005, HJ 212-2017, HJ 212-2025): cutting a byte stream, the
 * check value in its three field variants, lenient reading of the data segment, joining of parts, answers, and the way
 * back. Fed by {@code io.sanse.ingest.listen} with what a socket received.
 */
package io.sanse.ingest.decode.hj212;
