package io.sanse.model.detect.world;

/**
 * What the registry knows of a thing that is found by its code.
 *
 * @param id its code
 * @param version of its registry entry
 * @param details what is known
 */
public record Entry<D>(String id, long version, D details) {}
