package io.sanse.model.route.domain;

/**
 * Two firms between which waste goes.
 *
 * @param generator enterprise code of the generator
 * @param receiver enterprise code of the receiver
 */
public record Pair(String generator, String receiver) {}
