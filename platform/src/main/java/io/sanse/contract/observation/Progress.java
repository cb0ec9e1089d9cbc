package io.sanse.contract.observation;

import java.time.Instant;

/**
 * A stretch of time for which a feed has reported, without a hole of more than a minute: from {@code since} to {@code observedAt} of the carrying observation, both
 * inclusive; {@code receivedAt} is when the platform had it. Published to every partition by ingest-service behind the observations that it stands for, so that every
 * model node can tell a silent subject from a silent feed. Stretches may come in any order, overlap and repeat: what they say together is their union.
 *
 * @param since begin of the stretch, not after the carrying observation's {@code observedAt}
 */
public record Progress(Instant since) implements Payload {
    /**
     * Name of the feed that stands for ingest-service itself: it reports at least every {@link #HEARTBEAT_MS} ms while anybody could be heard, so that time in which
     * nobody listened is known.
     */
    public static final String INTAKE = "sanse-intake";

    /** Longest time between two reports of {@link #INTAKE}, ms. */
    public static final long HEARTBEAT_MS = 5_000;
}
