package io.sanse.notify.channel.smpp.pdu;

/**
 * How a message is to be handled: the one-octet fields and times of submit_sm and deliver_sm (SMPP 3.4, 5.2.12–5.2.20).
 *
 * @param esmClass bits 5–2 message type (0001 a delivery receipt), bit 6 a user data header in the text
 * @param scheduleDeliveryTime absolute or relative time {@code YYMMDDhhmmsstnnp}, empty for at once
 * @param validityPeriod the same form, empty for the SMSC's default
 * @param registeredDelivery 1: a receipt is wanted whatever the outcome
 * @param dataCoding 0 the SMSC's default alphabet, 3 Latin-1, 8 UCS2
 */
public record MessageOptions(
        int esmClass,
        int protocolId,
        int priority,
        String scheduleDeliveryTime,
        String validityPeriod,
        int registeredDelivery,
        int replaceIfPresent,
        int dataCoding,
        int defaultMessageId) {

    /** The esm_class bit that announces a user data header. */
    public static final int USER_DATA_HEADER = 0x40;

    private static final int MESSAGE_TYPE = 0x3C;
    private static final int DELIVERY_RECEIPT = 0x04;

    static MessageOptions read(PduReader in) throws MalformedPduException {
        return new MessageOptions(
                in.octet("esm_class"),
                in.octet("protocol_id"),
                in.octet("priority_flag"),
                in.string("schedule_delivery_time"),
                in.string("validity_period"),
                in.octet("registered_delivery"),
                in.octet("replace_if_present_flag"),
                in.octet("data_coding"),
                in.octet("sm_default_msg_id"));
    }

    void write(PduWriter out) {
        out.octet(esmClass);
        out.octet(protocolId);
        out.octet(priority);
        out.string(scheduleDeliveryTime, 17);
        out.string(validityPeriod, 17);
        out.octet(registeredDelivery);
        out.octet(replaceIfPresent);
        out.octet(dataCoding);
        out.octet(defaultMessageId);
    }

    /** For sending now, with a receipt wanted. */
    public static MessageOptions withReceipt(int esmClass, int dataCoding) {
        return new MessageOptions(esmClass, 0, 0, "", "", 1, 0, dataCoding, 0);
    }

    /** For handing over a delivery receipt. */
    public static MessageOptions ofReceipt() {
        return new MessageOptions(DELIVERY_RECEIPT, 0, 0, "", "", 0, 0, 0, 0);
    }

    public boolean isReceipt() {
        return (esmClass & MESSAGE_TYPE) == DELIVERY_RECEIPT;
    }

    public boolean hasUserDataHeader() {
        return (esmClass & USER_DATA_HEADER) != 0;
    }
}
