package io.sanse.ingest.session;

import io.sanse.contract.DeadLetter;
import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.hj212.Answers.RequestResult;
import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.hj212.Packet;
import io.sanse.ingest.decode.hj212.PacketEncoder;
import io.sanse.ingest.decode.hj212.PacketParser;
import io.sanse.ingest.decode.hj212.PartJoiner;
import io.sanse.ingest.decode.hj212.Password;
import io.sanse.ingest.decode.hj212.Segment;
import io.sanse.ingest.decode.hj212.SegmentSplitter;
import io.sanse.ingest.decode.mapping.ReadingMapping;
import io.sanse.ingest.session.Reply.Verdict;
import io.sanse.ingest.session.StationDialogue.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * One connection of stations (HJ 212-2017 clause 6): packets and parts; what they say is {@link StationDialogue}'s matter. There
 * is no login: each packet names its station, and several stations may share a connection.
 */
final class StationProtocol implements DeviceProtocol {
    private static final PartJoiner.Limits PARTS = new PartJoiner.Limits(16, 100, Duration.ofSeconds(60));
    private static final int FRAMING = 6;
    private static final int CHECK_DIGITS = 4;

    private final Letters letters = new Letters(ReadingMapping.PROTOCOL, Password::withheld);
    private final PartJoiner joiner = new PartJoiner(PARTS);
    private final SegmentSplitter splitter;
    private final StationDialogue dialogue;
    private final Replies replies;

    /** @param longestSegment bytes of the longest data segment that is accepted */
    StationProtocol(DeviceRules rules, int longestSegment, Replies replies) {
        this.replies = replies;
        this.splitter = new SegmentSplitter(longestSegment, this::take);
        this.dialogue = new StationDialogue(rules, letters);
    }

    @Override
    public void feed(byte[] bytes) {
        splitter.feed(bytes);
    }

    @Override
    public boolean isInsideMessage() {
        return splitter.isInsidePacket();
    }

    @Override
    public void expire(Instant now) {
        joiner.expire(now).forEach(this::giveUp);
    }

    @Override
    public void finish() {
        splitter.finish();
    }

    private void take(Decoded<Segment> outcome) {
        if (outcome instanceof Decoded.Rejected<Segment> rejected) {
            replies.add(unsound(rejected));
        } else if (outcome instanceof Decoded.Accepted<Segment> accepted) {
            takeSegment(accepted.value());
        }
    }

    private void takeSegment(Segment segment) {
        Decoded<Packet> outcome = PacketParser.parse(segment);
        if (outcome instanceof Decoded.Rejected<Packet> rejected) {
            replies.add(Reply.refusal(Verdict.SOUND, letters.letter(null, rejected, replies.now()), Reply.NO_ANSWER));
            return;
        }
        Packet packet = ((Decoded.Accepted<Packet>) outcome).value();
        Heard heard = new Heard(packet, segment.bytes(), replies.now());
        Reply refusal = dialogue.refusalOf(heard, segment.variants());
        if (refusal != null) {
            replies.add(refusal);
        } else if (packet.isPart()) {
            PartJoiner.Joined joined = joiner.accept(packet, replies.now());
            joined.rejected().forEach(this::giveUp);
            joined.ready().forEach(this::takeJoined);
        } else {
            Reply reply = dialogue.reply(heard);
            replies.add(segment.repaired() ? reply.with(Verdict.REPAIRED) : reply);
        }
    }

    private void takeJoined(Packet ready) {
        replies.add(dialogue.reply(new Heard(ready, PacketEncoder.segment(ready), replies.now())));
    }

    /** A packet with a wrong check value is answered with that reason when what it names can be read. */
    private Reply unsound(Decoded.Rejected<Segment> rejected) {
        DeadLetter letter = letters.letter(null, rejected, replies.now());
        Packet packet = rejected.reason() == RejectionReason.CHECKSUM ? readable(rejected.raw()) : null;
        return Reply.refusal(
                Verdict.UNSOUND,
                letter,
                packet == null ? Reply.NO_ANSWER : dialogue.refusing(packet, RequestResult.WRONG_CRC));
    }

    private static Packet readable(byte[] raw) {
        int end = raw.length;
        while (end > 0 && (raw[end - 1] == '\r' || raw[end - 1] == '\n')) {
            end--;
        }
        if (end < FRAMING + CHECK_DIGITS) {
            return null;
        }
        byte[] segment = Arrays.copyOfRange(raw, FRAMING, end - CHECK_DIGITS);
        Decoded<Packet> outcome = PacketParser.parse(new Segment(segment, EnumSet.noneOf(CrcVariant.class), false));
        return outcome instanceof Decoded.Accepted<Packet> accepted ? accepted.value() : null;
    }

    private void giveUp(Decoded.Rejected<Packet> rejected) {
        replies.add(Reply.refusal(Verdict.UNSOUND, letters.letter(null, rejected, replies.now()), Reply.NO_ANSWER));
    }
}
