package io.sanse.contract.observation;

/**
 * A clue to an offence (举报线索), by whatever channel; {@code observedAt} is when it was given, the place is the observation's {@code location}. It travels under the
 * cells of the {@link ClueGrid} around its place.
 *
 * @param number the channel's number
 * @param channel for example {@code hotline}, {@code mobile}, {@code drone}, {@code patrol}
 * @param text what was said, at most 2,000 characters
 * @param reporter a pseudonym that the channel gives to who said it, or null when nobody knows
 */
public record Clue(String number, String channel, String text, String reporter) implements Payload {
    public static final int MAX_TEXT = 2_000;
}
