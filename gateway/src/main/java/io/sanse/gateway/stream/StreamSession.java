package io.sanse.gateway.stream;

import io.sanse.contract.Caller;
import io.sanse.contract.ServiceError;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.service.AlertEventPage;
import io.sanse.contract.service.AlertService;
import io.sanse.contract.service.EventsQuery;
import io.vertx.core.http.HttpServerResponse;
import java.util.Collection;

/**
 * One client of the stream. At most one question is under way and nothing is asked for while the socket is full, so that a client never holds more than a page
 * of events in memory. All methods run on the verticle's context.
 */
final class StreamSession {
    static final int PAGE = 100;

    private final HttpServerResponse response;
    private final Caller caller;
    private final AlertService alerts;
    private final boolean wantsPositions;

    private VisibleArea area = VisibleArea.NOWHERE;
    private String cursor;
    private boolean asking;
    private boolean again;
    private int fullTicks;

    StreamSession(HttpServerResponse response, Caller caller, AlertService alerts, boolean wantsPositions) {
        this.response = response;
        this.caller = caller;
        this.alerts = alerts;
        this.wantsPositions = wantsPositions;
    }

    Caller caller() {
        return caller;
    }

    boolean wantsPositions() {
        return wantsPositions;
    }

    void see(VisibleArea visible) {
        area = visible;
    }

    /** Writes the first page, which was asked for before the answer began. */
    void begin(AlertEventPage page) {
        response.write(ServerSentEvents.START);
        response.drainHandler(drained -> wake());
        write(page);
        wake();
    }

    /** There may be news. */
    void wake() {
        if (asking || response.writeQueueFull()) {
            again = true;
            return;
        }
        asking = true;
        again = false;
        String from = cursor;
        alerts.eventsAfter(new EventsQuery(caller, from, PAGE))
                .onSuccess(page -> take(page, !page.cursor().equals(from)))
                .onFailure(this::failed);
    }

    private void take(AlertEventPage page, boolean moved) {
        asking = false;
        if (response.closed() || response.ended()) {
            return;
        }
        if (moved) {
            write(page);
        }
        if (moved || again) {
            wake();
        }
    }

    private void write(AlertEventPage page) {
        for (AlertEvent event : page.items()) {
            response.write(ServerSentEvents.alert(event));
        }
        cursor = page.cursor();
        // Never before the events themselves: who is cut off between them would resume behind what it has not got.
        if (page.items().isEmpty()) {
            response.write(ServerSentEvents.cursor(cursor));
        }
    }

    private void failed(Throwable failure) {
        asking = false;
        if (ServiceError.of(failure) == ServiceError.REJECTED) {
            end("cursor-lost");
        }
    }

    /**
     * Writes the positions that the caller may see.
     *
     * @return how many were left out because the client is slow or has had its share
     */
    int positions(Collection<LivePosition> positions, int max) {
        if (response.writeQueueFull()) {
            return positions.size();
        }
        StringBuilder events = new StringBuilder();
        int written = 0;
        int dropped = 0;
        for (LivePosition position : positions) {
            if (!area.contains(position.longitude(), position.latitude())) {
                continue;
            }
            if (written == max) {
                dropped++;
            } else {
                events.append(ServerSentEvents.position(position.json()));
                written++;
            }
        }
        if (written > 0) {
            response.write(events.toString());
        }
        return dropped;
    }

    void heartbeat() {
        if (!response.writeQueueFull()) {
            response.write(ServerSentEvents.COMMENT);
        }
    }

    /** Called once a second: for how many seconds in a row the client has not read. */
    int secondsFull() {
        fullTicks = response.writeQueueFull() ? fullTicks + 1 : 0;
        return fullTicks;
    }

    /** Says why and ends the answer. */
    void end(String reason) {
        if (!response.ended() && !response.closed()) {
            response.end(ServerSentEvents.end(reason));
        }
    }

    /** Drops a client that does not read; it finds its place again by its last id. */
    void cut() {
        response.reset();
    }
}
