package io.sanse.ingest.decode.hj212;

import java.util.Set;

/**
 * The data segment of one packet whose check value was right.
 *
 * @param bytes the data segment; not copied, not to be changed
 * @param variants the ways of computing that give the packet's check value; at least one
 * @param repaired whether the declared length was wrong and the line's end showed the right one
 */
public record Segment(byte[] bytes, Set<CrcVariant> variants, boolean repaired) {}
