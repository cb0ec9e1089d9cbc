package io.sanse.model.file;

/**
 * One text of a list.
 *
 * @param place where it begins
 * @param text what it says
 */
public record Line(Place place, String text) {}
