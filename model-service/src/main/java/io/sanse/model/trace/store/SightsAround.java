package io.sanse.model.trace.store;

/**
 * Hours of a vehicle.
 *
 * @param vehicle id of the vehicle
 * @param first first hour of event time since 1970
 * @param last last hour, included
 */
public record SightsAround(String vehicle, int first, int last) {}
