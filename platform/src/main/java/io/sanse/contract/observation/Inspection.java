package io.sanse.contract.observation;

/**
 * Somebody was at a point of an inspection round (巡检); {@code observedAt} is when.
 *
 * @param enterprise enterprise code of the firm whose round it is
 * @param round code of the round in the registry
 * @param point code of the point within the round
 * @param inspector code of who was there, or null
 */
public record Inspection(String enterprise, String round, String point, String inspector) implements Payload {}
