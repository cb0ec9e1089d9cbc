package io.sanse.notify.channel.smpp;

import io.sanse.notify.channel.smpp.pdu.Address;
import io.sanse.notify.channel.smpp.text.Alphabet;
import java.time.Duration;

/**
 * One link to an SMSC.
 *
 * @param host and port of the SMSC
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
     * @param answer longest wait for an answer, and for the connection
     * @param enquire silence after which the peer is asked whether it still lives
     * @param reconnect first pause before connecting again, doubled each time
     * @param reconnectAtMost longest pause
     */
    public record Pace(Duration answer, Duration enquire, Duration reconnect, Duration reconnectAtMost) {
        public static final Pace DEFAULT =
                new Pace(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(30));
    }
}
