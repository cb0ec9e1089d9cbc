package io.sanse.contract.observation;

/**
 * How far a feed has come: {@code observedAt} of the carrying observation is the newest time that the feed has reported, {@code receivedAt} when it did.
 * Published to every partition by ingest-service at most once a second per feed, so that every model node can tell a silent subject from a silent feed.
 */
public record Progress() implements Payload {}
