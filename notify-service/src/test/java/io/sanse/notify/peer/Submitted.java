package io.sanse.notify.peer;

/**
 * A submit_sm as the peer read it.
 *
 * @param messageId that the peer answered with, or meant to
 * @param reference of the concatenation header, −1 without one
 */
public record Submitted(
        String messageId, String phone, int dataCoding, String text, int reference, int total, int number) {}
