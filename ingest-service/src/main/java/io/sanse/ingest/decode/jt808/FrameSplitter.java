package io.sanse.ingest.decode.jt808;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts the byte stream of one connection into frames (JT/T 808-2019 clause 4.4.2). A delimiter 7E may be shared by two
 * frames or doubled; whatever lies between two delimiters is a frame or is refused with its reason, and the next delimiter
 * starts afresh. Never holds more than the longest frame, whatever is sent.
 *
 * <p>Some makers leave a 7E inside the body un-escaped. Such a frame arrives in pieces: each is refused as it comes, and
 * when the pieces joined fill the declared length with a right check byte, the frame is delivered all the same, marked
 * as repaired.
 */
public final class FrameSplitter {
    private static final byte DELIMITER = 0x7e;
    private static final byte ESCAPE = 0x7d;
    private static final int INITIAL_CAPACITY = 128;

    private final Consumer<Decoded<Frame>> sink;
    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private int end;
    /** Where the current piece starts; before it lie earlier pieces of a frame that is still short. */
    private int pieceStart;

    private boolean synchronised;
    private boolean escaping;
    private boolean badEscape;
    private boolean discarding;

    /** @param sink receives frames and refusals in the order of the stream */
    public FrameSplitter(Consumer<Decoded<Frame>> sink) {
        this.sink = sink;
    }

    /** Takes the next bytes of the stream. */
    public void feed(byte[] bytes) {
        for (byte value : bytes) {
            if (value == DELIMITER) {
                endPiece();
            } else if (!discarding) {
                take(value);
            }
        }
    }

    /** Ends the stream: what is left of a frame is refused as TRUNCATED. */
    public void finish() {
        if (end > pieceStart || escaping) {
            refuse(synchronised ? RejectionReason.TRUNCATED : RejectionReason.NOISE, "the stream ended here");
        }
        startAfresh();
    }

    /** Whether a frame has begun whose end has not come. */
    public boolean isInsideFrame() {
        return end > pieceStart || escaping || discarding;
    }

    private void take(byte value) {
        if (escaping) {
            escaping = false;
            takeEscaped(value);
        } else if (value == ESCAPE && synchronised) {
            escaping = true;
        } else {
            append(value);
        }
    }

    private void takeEscaped(byte value) {
        if (value == 2) {
            append(DELIMITER);
        } else if (value == 1) {
            append(ESCAPE);
        } else {
            badEscape = true;
            append(ESCAPE);
            append(value);
        }
    }

    private void append(byte value) {
        if (end == Header.MAX_FRAME_LENGTH && pieceStart > 0) {
            keepFrom(pieceStart);
        }
        if (end == Header.MAX_FRAME_LENGTH) {
            refuse(RejectionReason.OVERSIZED, "no delimiter within " + end + " bytes");
            startAfresh();
            discarding = true;
            return;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(end * 2, Header.MAX_FRAME_LENGTH));
        }
        buffer[end++] = value;
    }

    private void endPiece() {
        if (escaping) {
            // A check byte of 7D that was not escaped: the checksum decides whether that is what it was.
            escaping = false;
            badEscape = true;
            append(ESCAPE);
        }
        if (discarding || end == pieceStart) {
            startAfresh();
        } else if (!synchronised) {
            refuse(RejectionReason.NOISE, end + " bytes before the first delimiter");
            startAfresh();
        } else {
            judgePiece();
        }
        synchronised = true;
    }

    private void judgePiece() {
        Decoded<Frame> piece = FrameDecoder.decode(buffer, pieceStart, end, false);
        if (piece instanceof Decoded.Rejected && pieceStart > 0 && missing(0) == 0) {
            Decoded<Frame> joined = FrameDecoder.decode(buffer, 0, end, true);
            piece = joined instanceof Decoded.Accepted ? joined : piece;
        }
        if (piece instanceof Decoded.Accepted) {
            sink.accept(piece);
            startAfresh();
        } else {
            sink.accept(withoutCode(blamingEscape(piece)));
            keepWhatMayBeContinued();
        }
    }

    /** What continues a frame with a code may be the rest of the code. */
    private Decoded<Frame> withoutCode(Decoded<Frame> piece) {
        return pieceStart > 0 && AuthenticationCode.isIn(buffer) && piece instanceof Decoded.Rejected<Frame> rejected
                ? new Decoded.Rejected<>(
                        rejected.reason(), rejected.detail(), AuthenticationCode.stars(end - pieceStart))
                : piece;
    }

    private Decoded<Frame> blamingEscape(Decoded<Frame> piece) {
        return badEscape
                ? FrameDecoder.rejected(RejectionReason.ESCAPE, "7D escapes nothing", buffer, pieceStart, end)
                : piece;
    }

    private void keepWhatMayBeContinued() {
        badEscape = false;
        if (missing(0) <= 0) {
            keepFrom(missing(pieceStart) > 0 ? pieceStart : end);
        }
        if (end > 0) {
            append(DELIMITER);
            pieceStart = end;
        }
    }

    /** Bytes that the frame at {@code from} still lacks; 0 when it has all, negative when it has too many or no header. */
    private int missing(int from) {
        int promised = FrameDecoder.promisedLength(buffer, from, end);
        return promised < 0 ? -1 : promised - (end - from);
    }

    private void keepFrom(int from) {
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= from;
        pieceStart = 0;
    }

    private void refuse(RejectionReason reason, String detail) {
        sink.accept(withoutCode(FrameDecoder.rejected(reason, detail, buffer, pieceStart, end)));
    }

    private void startAfresh() {
        end = 0;
        pieceStart = 0;
        escaping = false;
        badEscape = false;
        discarding = false;
    }
}
