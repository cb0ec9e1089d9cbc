package io.sanse.contract.service;

/**
 * How far our side is.
 *
 * @param source our CloudEvents source
 * @param seq number of our last shared event, 0 when there is none
 * @param digest SHA-256 (hex) over all shared events up to it
 */
public record ExchangeHead(String source, long seq, String digest) {}
