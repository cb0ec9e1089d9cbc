package io.sanse.bench.peers;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Rows of bytes outside of the heap, one behind the other, where model-service has a disk. A run is short: what is forgotten is not given back. */
final class Shelf {
    private static final int BOARD = 1 << 24;
    private static final int OFFSET_BITS = 32;

    private final List<ByteBuffer> boards = new ArrayList<>();

    /** @return where it lies */
    long put(byte[] row) {
        if (boards.isEmpty() || last().remaining() < Integer.BYTES + row.length) {
            boards.add(ByteBuffer.allocateDirect(Math.max(BOARD, Integer.BYTES + row.length)));
        }
        long place = (long) (boards.size() - 1) << OFFSET_BITS | last().position();
        last().putInt(row.length).put(row);
        return place;
    }

    private ByteBuffer last() {
        return boards.get(boards.size() - 1);
    }

    /** @param place as {@link #put} has told it */
    byte[] get(long place) {
        ByteBuffer board = boards.get((int) (place >>> OFFSET_BITS));
        int offset = (int) place;
        byte[] row = new byte[board.getInt(offset)];
        board.get(offset + Integer.BYTES, row);
        return row;
    }
}
