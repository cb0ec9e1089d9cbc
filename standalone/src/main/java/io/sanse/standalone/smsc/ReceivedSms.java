package io.sanse.standalone.smsc;

import java.time.Instant;

/**
 * A message as the phone shows it: its parts joined.
 *
 * @param id message id of its first part
 * @param receivedAt when its first part came
 * @param from sender's address
 * @param to phone
 * @param text what has come of it, in order
 * @param parts short messages that it consists of
 * @param received how many of them have come
 * @param state {@code enroute} until its receipt was sent, then the receipt's word
 */
public record ReceivedSms(
        String id, Instant receivedAt, String from, String to, String text, int parts, int received, String state) {}
