package io.sanse.gateway.stream;

import io.sanse.contract.alert.AlertEvent;
import io.sanse.runtime.json.Json;

/** Writes events in the format of the WHATWG HTML standard, section 9.2; JSON has no line breaks, so that each datum is one line. */
final class ServerSentEvents {
    static final String COMMENT = ":\n\n";

    private ServerSentEvents() {}

    /** Where the client stands, and how long to wait before coming back; dispatches nothing. */
    static String start(String cursor) {
        return "retry: 2000\nid: " + cursor + "\n\n";
    }

    static String alert(AlertEvent event) {
        return "id: " + event.cursor() + "\nevent: alert\ndata: " + Json.text(event) + "\n\n";
    }

    /** Moves the client on over events that it may not see. */
    static String cursor(String cursor) {
        return "id: " + cursor + "\n\n";
    }

    static String position(String json) {
        return "event: position\ndata: " + json + "\n\n";
    }

    static String end(String reason) {
        return "event: end\ndata: {\"reason\":\"" + reason + "\"}\n\n";
    }
}
