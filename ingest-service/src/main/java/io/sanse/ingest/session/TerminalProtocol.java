package io.sanse.ingest.session;

import io.sanse.contract.DeadLetter;
import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.FrameDecoder;
import io.sanse.ingest.decode.jt808.FrameSplitter;
import io.sanse.ingest.decode.jt808.Header;
import io.sanse.ingest.decode.jt808.MessageId;
import io.sanse.ingest.decode.jt808.PartAssembler;
import io.sanse.ingest.decode.jt808.message.MessageDecoder;
import io.sanse.ingest.decode.jt808.message.TerminalMessage;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.mapping.PositionMapping;
import io.sanse.ingest.session.Reply.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One terminal's connection (JT/T 808-2019 clause 6): frames and parts; what they say is {@link TerminalDialogue}'s matter. */
final class TerminalProtocol implements DeviceProtocol {
    private static final PartAssembler.Limits PARTS = new PartAssembler.Limits(4, 1 << 18, Duration.ofSeconds(60));

    /** What the decoder refuses has no secrets in it. */
    private final Letters letters = new Letters(PositionMapping.PROTOCOL, UnaryOperator.identity());

    private final TerminalAnswers answers = new TerminalAnswers();
    private final FrameSplitter splitter = new FrameSplitter(this::take);
    private final PartAssembler assembler = new PartAssembler(PARTS);
    private final TerminalIdentity identity;
    private final TerminalDialogue dialogue;
    private final Replies replies;

    TerminalProtocol(DeviceRules rules, Replies replies) {
        this.replies = replies;
        this.identity = new TerminalIdentity(rules);
        this.dialogue = new TerminalDialogue(rules, identity, answers, letters);
    }

    @Override
    public void feed(byte[] bytes) {
        splitter.feed(bytes);
    }

    @Override
    public boolean isInsideMessage() {
        return splitter.isInsideFrame();
    }

    @Override
    public void expire(Instant now) {
        assembler.expire(now).forEach(this::giveUp);
    }

    @Override
    public void finish() {
        splitter.finish();
    }

    private void take(Decoded<Frame> outcome) {
        if (outcome instanceof Decoded.Rejected<Frame> rejected) {
            replies.add(unsound(rejected));
        } else if (outcome instanceof Decoded.Accepted<Frame> accepted) {
            takeFrame(accepted.value());
        }
    }

    private void takeFrame(Frame frame) {
        if (!identity.bind(frame.header().terminalKey())) {
            replies.add(foreign(frame));
        } else if (frame.header().part() == null || identity.terminal() == null) {
            // Nothing is held for a terminal that nobody knows: a part of its message is refused like a whole one.
            takeWhole(frame, 1);
        } else {
            PartAssembler.Assembly assembly = assembler.accept(frame, replies.now());
            assembly.rejected().forEach(this::giveUp);
            if (assembly.whole() != null) {
                takeWhole(assembly.whole(), assembly.parts());
            } else {
                replies.add(Reply.answer(Reply.NO_ANSWER));
            }
        }
    }

    private void takeWhole(Frame frame, int parts) {
        Decoded<TerminalMessage> outcome = MessageDecoder.decode(frame);
        Reply reply;
        if (outcome instanceof Decoded.Accepted<TerminalMessage> accepted) {
            reply = dialogue.reply(frame, accepted.value(), parts, replies.now());
        } else {
            Decoded.Rejected<TerminalMessage> rejected = (Decoded.Rejected<TerminalMessage>) outcome;
            DeadLetter letter = letters.letter(dialogue.feed(), rejected, replies.now());
            reply = Reply.refusal(Verdict.SOUND, letter, refusing(frame.header(), parts, rejected.reason()));
        }
        boolean repaired = frame.repaired() && reply.verdict() == Verdict.SOUND;
        replies.add(repaired ? reply.with(Verdict.REPAIRED) : reply);
    }

    private Supplier<byte[]> refusing(Header header, int parts, RejectionReason reason) {
        if (MessageId.isAnswer(header.messageId())) {
            return Reply.NO_ANSWER;
        }
        boolean malformed = reason == RejectionReason.MALFORMED;
        int result = malformed ? GeneralAnswer.WRONG_MESSAGE : GeneralAnswer.NOT_SUPPORTED;
        return () -> answers.general(header, parts, result);
    }

    /** A frame that is not sound is answered when its header can be read and does not name another terminal. */
    private Reply unsound(Decoded.Rejected<Frame> rejected) {
        boolean framed = rejected.reason() == RejectionReason.CHECKSUM || rejected.reason() == RejectionReason.LENGTH;
        Header header = framed ? FrameDecoder.headerOf(rejected.raw()) : null;
        boolean answered =
                header != null && identity.mayBe(header.terminalKey()) && !MessageId.isAnswer(header.messageId());
        DeadLetter letter = letters.letter(dialogue.feed(), rejected, replies.now());
        return Reply.refusal(
                Verdict.UNSOUND,
                letter,
                answered ? () -> answers.general(header, 1, GeneralAnswer.WRONG_MESSAGE) : Reply.NO_ANSWER);
    }

    private Reply foreign(Frame frame) {
        DeadLetter letter = letters.letter(
                dialogue.feed(),
                RejectionReason.FOREIGN_IDENTITY,
                "the connection belongs to another terminal than "
                        + frame.header().terminalKey(),
                frame.raw(),
                replies.now());
        return Reply.refusal(Verdict.UNSOUND, letter, () -> answers.general(frame.header(), 1, GeneralAnswer.FAILURE));
    }

    private void giveUp(Decoded.Rejected<Frame> rejected) {
        replies.add(Reply.refusal(
                Verdict.UNSOUND, letters.letter(dialogue.feed(), rejected, replies.now()), Reply.NO_ANSWER));
    }
}
