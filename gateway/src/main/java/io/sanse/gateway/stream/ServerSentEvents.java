package io.sanse.gateway.stream;

import io.sanse.contract.alert.AlertEvent;
import io.sanse.runtime.json.Json;

/** Writes events in the format of the WHATWG HTML standard, section 9.2; JSON has no line breaks, so that each datum is one line. */
final class ServerSentEvents {
    static final String COMMENT = ":\n\n";

    /** How long to wait before coming back; dispatches nothing. */
    static final String START = "retry: 2000\n\n";

    private ServerSentEvents() {}

    static String alert(AlertEvent event) {
        return "id: " + event.cursor() + "\nevent: alert\ndata: " + Json.text(event) + "\n\n";
    }

    /** Where a client stands that gets nothing now: at the beginning, and behind events that it may not see; dispatches nothing. */
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
