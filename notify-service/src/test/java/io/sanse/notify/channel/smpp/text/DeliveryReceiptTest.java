package io.sanse.notify.channel.smpp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.notify.channel.smpp.pdu.Address;
import io.sanse.notify.channel.smpp.pdu.MessageOptions;
import io.sanse.notify.channel.smpp.pdu.Octets;
import io.sanse.notify.channel.smpp.pdu.PduBody.ShortMessage;
import io.sanse.notify.channel.smpp.pdu.Tlv;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReceiptTest {

    @ParameterizedTest(name = "answered {0}, receipt says {1} / {2}")
    @CsvSource({
        "32338f63, 842239843, ''",
        "32338F63, 842239843, ''",
        "00000032338f63, 0842239843, ''",
        "842239843, 32338f63, ''",
        "0123456789, 123456789, ''",
        "74e02ee1-4e2f-4a6e, 74E02EE1-4e2f-4a6e, ''",
        "3005, 0000003005, 3005",
        "77, 12, 77",
        "0, 000, ''"
    })
    void idIsFoundInAnyForm(String answered, String inText, String receipted) {
        List<Tlv> parameters =
                receipted.isEmpty() ? List.of() : List.of(Tlv.ofText(Tlv.RECEIPTED_MESSAGE_ID, receipted));
        DeliveryReceipt receipt = receipt("id:" + inText + " stat:DELIVRD", parameters);
        assertTrue(receipt.messageIds().contains(DeliveryReceipt.canonical(answered)), receipt.toString());
    }

    @Test
    void theParameterIsTrustedBeforeTheText() {
        List<Tlv> parameters = List.of(Tlv.ofText(Tlv.RECEIPTED_MESSAGE_ID, "abc"), Tlv.ofByte(Tlv.MESSAGE_STATE, 5));
        DeliveryReceipt receipt = receipt("id:12 stat:DELIVRD err:3", parameters);
        assertEquals("abc", receipt.messageIds().get(0));
        assertEquals(MessageState.UNDELIVERABLE, receipt.state());
        assertEquals("3", receipt.error());
        assertEquals("8613800000000", receipt.phone());
    }

    @Test
    void aStateOutsideTheStandardIsUnknown() {
        assertEquals(
                MessageState.UNKNOWN, receipt("id:1 stat:MA:0001", List.of()).state());
    }

    @Test
    void aMessageFromAPhoneIsNoReceipt() {
        ShortMessage message = message("id:1 stat:DELIVRD", 0, List.of());
        assertTrue(DeliveryReceipt.of(message).isEmpty());
    }

    @Test
    void idsThatAreNoNumbersStayAsTheyAre() {
        DeliveryReceipt receipt = receipt("id:" + "9".repeat(60) + " stat:DELIVRD", List.of());
        assertEquals(List.of("9".repeat(60)), receipt.messageIds());
        assertEquals(1, receipt("id:a-b stat:DELIVRD", List.of()).messageIds().size());
    }

    @Test
    void theReferenceComesBack() {
        List<Tlv> parameters = List.of(Tlv.ofShort(Tlv.USER_MESSAGE_REFERENCE, 0xFFFE));
        assertEquals(0xFFFE, receipt("id:1 stat:DELIVRD", parameters).reference());
        assertNull(receipt("id:1 stat:DELIVRD", List.of()).reference());
    }

    private static DeliveryReceipt receipt(String text, List<Tlv> parameters) {
        return DeliveryReceipt.of(message(text, 0x04, parameters)).orElseThrow();
    }

    private static ShortMessage message(String text, int esmClass, List<Tlv> parameters) {
        return new ShortMessage(
                "",
                Address.plain("8613800000000"),
                Address.plain("1069"),
                MessageOptions.withReceipt(esmClass, 0),
                Octets.of(text.getBytes(StandardCharsets.ISO_8859_1)),
                parameters);
    }
}
