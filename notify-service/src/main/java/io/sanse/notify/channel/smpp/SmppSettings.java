package io.sanse.notify.channel.smpp;

import io.sanse.notify.channel.smpp.pdu.Address;
import io.sanse.notify.channel.smpp.text.Alphabet;
import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * One link to an SMSC.
 *
 * @param host of the SMSC
 * @param port of the SMSC
 * @param account to bind with
 * @param source address that messages are sent from
 * @param window most submit_sm whose answer is awaited at one time
 * @param defaultAlphabet what data_coding 0 stands for on this link
 * @param pace times that keep the link up
 */
public record SmppSettings(
        String host, int port, Account account, Address source, int window, Alphabet defaultAlphabet, Pace pace) {

    /** System id, password and system type, at most 15, 8 and 12 characters. */
    public record Account(String systemId, String password, String systemType) {
        /** Without the password. */
        @Override
        public String toString() {
            return systemId;
        }
    }

    /**
     * The times of a link.
     *
     * @param answer longest wait for an answer, and for the connection
     * @param enquire silence after which the peer is asked whether it still lives
     * @param reconnect first pause before connecting again, doubled each time
     * @param reconnectAtMost longest pause
     */
    public record Pace(Duration answer, Duration enquire, Duration reconnect, Duration reconnectAtMost) {}

    /** @throws IllegalArgumentException when a setting cannot be read */
    public static SmppSettings from(Settings settings) {
        return new SmppSettings(
                settings.text("smpp.host", "127.0.0.1", "host of the operator's SMSC"),
                settings.integer("smpp.port", 2775, "port of the operator's SMSC"),
                account(settings),
                new Address(
                        settings.integer("smpp.source.ton", 0, "type of number of the sender's address"),
                        settings.integer("smpp.source.npi", 0, "numbering plan of the sender's address"),
                        settings.text("smpp.source", "1069", "address that messages are sent from")),
                settings.integer("smpp.window", 10, "most submits whose answer is awaited at one time"),
                Alphabet.valueOf(settings.text("smpp.alphabet", "GSM7", "what data_coding 0 is: GSM7 or LATIN1")),
                pace(settings));
    }

    private static Account account(Settings settings) {
        return new Account(
                settings.text("smpp.system.id", "sanse", "account at the SMSC"),
                settings.secret("smpp.password", "", "its password, at most 8 characters"),
                settings.text("smpp.system.type", "", "its system type"));
    }

    private static Pace pace(Settings settings) {
        return new Pace(
                settings.duration("smpp.answer", Duration.ofSeconds(20), "longest wait for an answer of the SMSC"),
                settings.duration("smpp.enquire", Duration.ofSeconds(30), "silence after which the SMSC is probed"),
                settings.duration("smpp.reconnect", Duration.ofSeconds(1), "first pause before connecting again"),
                settings.duration("smpp.reconnect.at-most", Duration.ofSeconds(30), "longest pause before that"));
    }
}
