package io.sanse.ingest.decode.hj212;

import java.util.List;
import java.util.Objects;

/**
 * What the data segment of a packet says (HJ 212-2017 clause 6.3.2).
 *
 * @param head everything but the parameters
 * @param parameters in the order of the packet
 */
public record Packet(Head head, List<Parameter> parameters) {

    /**
     * The fields before CP. Stations leave fields out; text that does not come is empty.
     *
     * @param requestNumber QN, the time of sending as yyyyMMddHHmmssSSS, by which an answer names its request
     * @param system ST, the kind of station; kept as text since invented ones are in the field
     * @param command CN, four digits
     * @param password PW
     * @param deviceId MN, the station's number
     * @param flags Flag, null when the packet has none
     * @param part PNUM and PNO, null when the packet has none
     */
    public record Head(
            String requestNumber,
            String system,
            String command,
            String password,
            String deviceId,
            Flags flags,
            Part part) {
        public Head {
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(deviceId, "deviceId");
        }
    }

    /**
     * Place in a divided message.
     *
     * @param total PNUM
     * @param number PNO, counts from 1
     */
    public record Part(int total, int number) {}

    public Packet {
        Objects.requireNonNull(head, "head");
        parameters = List.copyOf(parameters);
    }

    /** The last plain field of this name, whatever its case; null when there is none. */
    public String field(String name) {
        String found = null;
        for (Parameter parameter : parameters) {
            if (parameter.isField() && parameter.name().equalsIgnoreCase(name)) {
                found = parameter.value();
            }
        }
        return found;
    }

    /** Whether the sender waits for an answer. */
    public boolean answerWanted() {
        return head.flags() != null && head.flags().answerWanted();
    }

    /**
     * Whether this is one of several parts. Numbers count only when the flags announce them or when there are no flags at
     * all, as in 2005; a packet that numbers itself against its own flags is whole.
     */
    public boolean isPart() {
        boolean announced = head.flags() == null || head.flags().numbered();
        return announced && head.part() != null && head.part().total() > 1;
    }
}
