package io.sanse.notify.channel.smpp.text;

import io.sanse.notify.channel.smpp.pdu.PduBody.ShortMessage;
import io.sanse.notify.channel.smpp.pdu.Tlv;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an SMSC reports about one submitted message.
 *
 * @param messageIds the forms in which the id of the submit_sm_resp may have been written, best first, each as
 *     {@link #canonical} writes it
 * @param state {@link MessageState#UNKNOWN} when the receipt names none that is known
 * @param error the network's code, null when there is none
 * @param phone that the message was sent to
 * @param reference the user_message_reference of the submit_sm, null when the SMSC does not give it back
 */
public record DeliveryReceipt(
        List<String> messageIds, MessageState state, String error, String phone, Integer reference) {
    private static final int LONGEST_NUMBER = 40;

    /** Reads a deliver_sm; nothing when it is no receipt but somebody's message. */
    public static Optional<DeliveryReceipt> of(ShortMessage message) {
        List<Tlv> parameters = message.parameters();
        Optional<Tlv> receipted = Tlv.find(parameters, Tlv.RECEIPTED_MESSAGE_ID);
        if (!message.options().isReceipt() && receipted.isEmpty()) {
            return Optional.empty();
        }
        // The SMSC writes receipts in plain ASCII whatever alphabet it was set to for messages.
        ReceiptText text = ReceiptText.parse(new String(message.payload().toArray(), StandardCharsets.ISO_8859_1));
        return Optional.of(new DeliveryReceipt(
                forms(receipted.map(Tlv::text).orElse(""), text.messageId()),
                state(parameters, text),
                text.error(),
                message.source().digits(),
                Tlv.find(parameters, Tlv.USER_MESSAGE_REFERENCE)
                        .flatMap(Tlv::number)
                        .orElse(null)));
    }

    /** The form in which message ids are compared: lower case, without leading zeros. */
    public static String canonical(String messageId) {
        return messageId.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }

    private static MessageState state(List<Tlv> parameters, ReceiptText text) {
        return Tlv.find(parameters, Tlv.MESSAGE_STATE)
                .flatMap(Tlv::number)
                .flatMap(MessageState::ofNumber)
                .or(() -> Optional.ofNullable(text.state()))
                .orElse(MessageState.UNKNOWN);
    }

    /** Many SMSCs answer a submit_sm with a hexadecimal id and write the same number in decimal into the receipt. */
    private static List<String> forms(String receipted, String inText) {
        Set<String> forms = new LinkedHashSet<>();
        for (String id : new String[] {receipted, inText == null ? "" : inText}) {
            if (!id.isBlank()) {
                forms.add(canonical(id));
            }
        }
        for (String id : List.copyOf(forms)) {
            rewritten(id, 10, 16).ifPresent(forms::add);
            rewritten(id, 16, 10).ifPresent(forms::add);
        }
        return List.copyOf(forms);
    }

    private static Optional<String> rewritten(String id, int from, int to) {
        boolean isNumber = id.chars().allMatch(digit -> Character.digit(digit, from) >= 0);
        return isNumber && id.length() <= LONGEST_NUMBER
                ? Optional.of(new BigInteger(id, from).toString(to))
                : Optional.empty();
    }
}
