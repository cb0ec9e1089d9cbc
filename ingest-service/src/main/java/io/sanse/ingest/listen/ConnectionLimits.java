package io.sanse.ingest.listen;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts one protocol's connections, in all and by address, over all event loops. */
final class ConnectionLimits {
    private final int most;
    private final int mostPerAddress;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<String, Integer> openByAddress = new ConcurrentHashMap<>();

    ConnectionLimits(ListenerSettings settings) {
        this.most = settings.connections();
        this.mostPerAddress = settings.connectionsPerAddress();
    }

    /** Takes a place for a connection; false when there is none, and then nothing is to be given back. */
    boolean enter(String address) {
        int fromAddress = openByAddress.merge(address, 1, Integer::sum);
        if (fromAddress <= mostPerAddress && open.incrementAndGet() <= most) {
            return true;
        }
        if (fromAddress <= mostPerAddress) {
            open.decrementAndGet();
        }
        leaveAddress(address);
        return false;
    }

    /** Gives a place back. */
    void leave(String address) {
        open.decrementAndGet();
        leaveAddress(address);
    }

    int open() {
        return open.get();
    }

    private void leaveAddress(String address) {
        openByAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}
