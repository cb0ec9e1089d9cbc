package io.sanse.ingest.decode.hj212;

import static io.sanse.ingest.decode.hj212.PacketWindow.CHECK_DIGITS;
import static io.sanse.ingest.decode.hj212.PacketWindow.HEAD;
import static io.sanse.ingest.decode.hj212.PacketWindow.LINE_END;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts the byte stream of one connection into data segments: {@code ##}, four digits of length, the segment, four hex
 * digits of check value (HJ 212-2017 clause 6.3). The declared length is tried first; where the check value does not fit
 * there, the ends of lines are tried, since stations with a wrong length and a right check value are in the field; a line
 * in which another packet begins is not, since the standard's check value has only 256 forms and fits too easily. What fits
 * nowhere is refused, and the search goes on behind its {@code ##}. Never holds more than the longest packet.
 */
public final class SegmentSplitter {
    public static final int LONGEST_SEGMENT = 9999;
    /** A text with more line ends than this is no packet; bounds the work that hostile input can cause. */
    private static final int MOST_LINE_ENDS = 16;

    private final Consumer<Decoded<Segment>> sink;
    private final int longestSegment;
    private final PacketWindow window;

    /** Whether the window starts with a head. */
    private boolean inPacket;
    /** Whether the bytes up to the next head belong to something that was refused already. */
    private boolean discarding;
    /** Outside a packet no head, inside one no line end that is not judged lies before this. */
    private int searched;

    private int headsSearched;
    private int lineEnds;
    private boolean declaredTried;

    /**
     * A splitter for one connection.
     *
     * @param longestSegment bytes of the longest data segment that is accepted, at most {@value #LONGEST_SEGMENT}
     * @param sink receives segments and refusals in the order of the stream
     */
    public SegmentSplitter(int longestSegment, Consumer<Decoded<Segment>> sink) {
        this.longestSegment = longestSegment;
        this.window = new PacketWindow(longestSegment);
        this.sink = sink;
    }

    /** Takes the next bytes of the stream. */
    public void feed(byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            at += window.append(bytes, at);
            drain();
            if (window.isFull()) {
                makeRoom();
            }
        }
    }

    /** Ends the stream: what is left of a packet is refused as TRUNCATED. */
    public void finish() {
        if (inPacket) {
            refuse(RejectionReason.TRUNCATED, "the stream ended here", window.length());
        } else {
            reportNoise(window.length());
        }
        drop(window.length());
        discarding = false;
    }

    /** Whether a packet has begun whose end has not come. */
    public boolean isInsidePacket() {
        return inPacket || discarding || !window.isBlank(window.length());
    }

    private void drain() {
        boolean advanced = true;
        while (advanced) {
            advanced = inPacket ? judgePacket() : findHead();
        }
    }

    private boolean findHead() {
        int head = window.headFrom(searched);
        if (head < 0) {
            searched = Math.max(0, window.length() - HEAD + 1);
            return false;
        }
        reportNoise(head);
        drop(head);
        discarding = false;
        inPacket = true;
        searched = HEAD;
        headsSearched = HEAD;
        return true;
    }

    /** Whether the packet at the start was taken or refused; false while more bytes are needed. */
    private boolean judgePacket() {
        int declared = window.declaredLength();
        if (declared > longestSegment) {
            refuseAndResume(RejectionReason.OVERSIZED, "declares " + declared + " bytes");
            return true;
        }
        int declaredEnd = HEAD + declared + CHECK_DIGITS;
        boolean complete = window.length() >= declaredEnd;
        if (complete && !declaredTried) {
            declaredTried = true;
            if (takeIfSound(declaredEnd, declaredEnd, false)) {
                return true;
            }
        }
        return takeByLine() || refuseIfHopeless(complete, declaredEnd);
    }

    private boolean takeByLine() {
        for (int lineEnd = window.lineEndFrom(searched); lineEnd >= 0; lineEnd = window.lineEndFrom(searched)) {
            boolean ofOnePacket = window.headBetween(HEAD, lineEnd) < 0;
            if (ofOnePacket && takeIfSound(window.textEnd(lineEnd), lineEnd + LINE_END, true)) {
                return true;
            }
            lineEnds++;
            searched = lineEnd + LINE_END;
        }
        searched = Math.max(searched, window.length() - 1);
        return false;
    }

    /** Two of three signs are enough: all declared bytes are there, a line has ended, another packet has begun. */
    private boolean refuseIfHopeless(boolean complete, int declaredEnd) {
        int nextHead = window.headFrom(headsSearched);
        headsSearched = nextHead >= 0 ? nextHead : Math.max(HEAD, window.length() - HEAD + 1);
        int signs = (complete ? 1 : 0) + (lineEnds > 0 ? 1 : 0) + (nextHead >= 0 ? 1 : 0);
        if (signs < 2 && lineEnds <= MOST_LINE_ENDS) {
            return false;
        }
        boolean wellFramed = complete && window.isCheckValue(declaredEnd - CHECK_DIGITS);
        refuseAndResume(
                wellFramed ? RejectionReason.CHECKSUM : RejectionReason.LENGTH,
                "the check value fits neither at the declared length nor at a line's end");
        return true;
    }

    private boolean takeIfSound(int checkEnd, int packetEnd, boolean repaired) {
        int checkAt = checkEnd - CHECK_DIGITS;
        int checkValue = window.checkValue(checkAt);
        if (checkValue < 0) {
            return false;
        }
        byte[] segment = window.copy(HEAD, checkAt);
        Set<CrcVariant> variants = CrcVariant.matching(segment, checkValue);
        if (variants.isEmpty()) {
            return false;
        }
        sink.accept(new Decoded.Accepted<>(new Segment(segment, variants, repaired)));
        drop(packetEnd);
        return true;
    }

    private void refuseAndResume(RejectionReason reason, String detail) {
        int next = window.headFrom(LINE_END);
        int line = window.lineEndFrom(HEAD);
        int partOfHead = Math.max(LINE_END, window.length() - HEAD + 1);
        int to = next >= 0 ? next : line >= 0 ? line + LINE_END : partOfHead;
        refuse(reason, detail, to);
        drop(to);
        discarding = next < 0 && line < 0;
    }

    /** The window is full: a packet that is not complete yet never will be, and noise is dropped. */
    private void makeRoom() {
        if (inPacket) {
            refuseAndResume(RejectionReason.LENGTH, "no check value fits within the longest packet");
            drain();
        } else {
            int noise = window.length() - HEAD + 1;
            if (!discarding) {
                refuse(RejectionReason.OVERSIZED, "no packet begins within " + noise + " bytes", noise);
            }
            discarding = true;
            drop(noise);
        }
    }

    private void reportNoise(int to) {
        if (!discarding && !window.isBlank(to)) {
            refuse(RejectionReason.NOISE, to + " bytes outside a packet", to);
        }
    }

    private void refuse(RejectionReason reason, String detail, int to) {
        sink.accept(new Decoded.Rejected<>(reason, detail, window.copy(0, to)));
    }

    private void drop(int count) {
        window.drop(count);
        inPacket = false;
        searched = 0;
        lineEnds = 0;
        declaredTried = false;
    }
}
