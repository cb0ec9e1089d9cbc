package io.sanse.standalone.play;

/**
 * Where a platform is, on loopback.
 *
 * @param http gateway
 * @param jt808 truck terminals
 * @param hj212 stations
 */
public record Endpoints(int http, int jt808, int hj212) {}
