package io.sanse.notify.channel.smpp.pdu;

import java.util.List;

/**
 * What follows the header of a PDU; field order and sizes as in SMPP 3.4, chapter 4. Records keep the wire's values: a
 * decoded body is written back to the same octets, unless a peer's string is longer than its field, which is read and
 * not written.
 */
public sealed interface PduBody {
    /** Writes the fields in the order of the standard. */
    void write(PduWriter out);

    /** Nothing: enquire_link, unbind, generic_nack, and any response that carries its status only. */
    record Empty() implements PduBody {
        @Override
        public void write(PduWriter out) {}
    }

    /** The body of a command that is not interpreted here. */
    record Opaque(Octets octets) implements PduBody {
        @Override
        public void write(PduWriter out) {
            out.octets(octets);
        }
    }

    /** bind_transmitter, bind_receiver, bind_transceiver (4.1). */
    record Bind(String systemId, String password, String systemType, int interfaceVersion, Address addressRange)
            implements PduBody {
        /** The interface_version of SMPP 3.4. */
        public static final int VERSION_3_4 = 0x34;

        private static final int ADDRESS_RANGE_SIZE = 41;

        static Bind read(PduReader in) throws MalformedPduException {
            return new Bind(
                    in.string("system_id"),
                    in.string("password"),
                    in.string("system_type"),
                    in.octet("interface_version"),
                    in.address("address_range"));
        }

        @Override
        public void write(PduWriter out) {
            out.string(systemId, 16);
            out.string(password, 9);
            out.string(systemType, 13);
            out.octet(interfaceVersion);
            out.address(addressRange, ADDRESS_RANGE_SIZE);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Bind[" + systemId + "]";
        }
    }

    /** The responses to the binds. */
    record BindAnswer(String systemId, List<Tlv> parameters) implements PduBody {
        static BindAnswer read(PduReader in) throws MalformedPduException {
            return new BindAnswer(in.string("system_id"), in.parameters());
        }

        @Override
        public void write(PduWriter out) {
            out.string(systemId, 16);
            out.parameters(parameters);
        }
    }

    /**
     * submit_sm and deliver_sm (4.4.1, 4.6.1), which share one layout.
     *
     * @param content short_message, at most 254 octets, starting with a user data header when esm_class says so
     */
    record ShortMessage(
            String serviceType,
            Address source,
            Address destination,
            MessageOptions options,
            Octets content,
            List<Tlv> parameters)
            implements PduBody {
        private static final int MAX_CONTENT = 254;

        static ShortMessage read(PduReader in) throws MalformedPduException {
            String serviceType = in.string("service_type");
            Address source = in.address("source_addr");
            Address destination = in.address("destination_addr");
            MessageOptions options = MessageOptions.read(in);
            Octets content = in.octets(in.octet("sm_length"), "short_message");
            return new ShortMessage(serviceType, source, destination, options, content, in.parameters());
        }

        @Override
        public void write(PduWriter out) {
            if (content.length() > MAX_CONTENT) {
                throw new IllegalArgumentException("short_message of " + content.length() + " octets");
            }
            out.string(serviceType, 6);
            out.address(source, Address.SIZE);
            out.address(destination, Address.SIZE);
            options.write(out);
            out.octet(content.length());
            out.octets(content);
            out.parameters(parameters);
        }

        /** The text's octets wherever the sender put them: short_message, or message_payload when that is empty. */
        public Octets payload() {
            return content.length() > 0
                    ? content
                    : Tlv.find(parameters, Tlv.MESSAGE_PAYLOAD).map(Tlv::value).orElse(content);
        }
    }

    /** data_sm (4.7.1): the message is in the message_payload parameter. */
    record DataMessage(
            String serviceType,
            Address source,
            Address destination,
            int esmClass,
            int registeredDelivery,
            int dataCoding,
            List<Tlv> parameters)
            implements PduBody {
        static DataMessage read(PduReader in) throws MalformedPduException {
            return new DataMessage(
                    in.string("service_type"),
                    in.address("source_addr"),
                    in.address("destination_addr"),
                    in.octet("esm_class"),
                    in.octet("registered_delivery"),
                    in.octet("data_coding"),
                    in.parameters());
        }

        @Override
        public void write(PduWriter out) {
            out.string(serviceType, 6);
            out.address(source, Address.LONG_SIZE);
            out.address(destination, Address.LONG_SIZE);
            out.octet(esmClass);
            out.octet(registeredDelivery);
            out.octet(dataCoding);
            out.parameters(parameters);
        }
    }

    /** The responses to submit_sm, deliver_sm and data_sm: the message id, empty to a deliver_sm. */
    record MessageAnswer(String messageId, List<Tlv> parameters) implements PduBody {
        public static final MessageAnswer WITHOUT_ID = new MessageAnswer("", List.of());

        static MessageAnswer read(PduReader in) throws MalformedPduException {
            return new MessageAnswer(in.string("message_id"), in.parameters());
        }

        @Override
        public void write(PduWriter out) {
            out.string(messageId, 65);
            out.parameters(parameters);
        }
    }

    /** query_sm (4.8.1). */
    record Query(String messageId, Address source) implements PduBody {
        static Query read(PduReader in) throws MalformedPduException {
            return new Query(in.string("message_id"), in.address("source_addr"));
        }

        @Override
        public void write(PduWriter out) {
            out.string(messageId, 65);
            out.address(source, Address.SIZE);
        }
    }

    /**
     * query_sm_resp (4.8.2).
     *
     * @param finalDate absolute time, empty while the message is under way
     * @param messageState as in 5.2.28
     * @param errorCode of the network, 0 when there is none
     */
    record QueryAnswer(String messageId, String finalDate, int messageState, int errorCode) implements PduBody {
        static QueryAnswer read(PduReader in) throws MalformedPduException {
            return new QueryAnswer(
                    in.string("message_id"),
                    in.string("final_date"),
                    in.octet("message_state"),
                    in.octet("error_code"));
        }

        @Override
        public void write(PduWriter out) {
            out.string(messageId, 65);
            out.string(finalDate, 17);
            out.octet(messageState);
            out.octet(errorCode);
        }
    }
}
